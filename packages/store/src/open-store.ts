import { systemClock } from "@xo/std";
import type { Engine } from "./engine.ts";
import { migrate } from "./migrations/migrate.ts";
import type { StoreLocation, StoreOptions } from "./options.ts";
import { openPostgresEngine } from "./postgres/postgres-engine.ts";
import { openSqliteEngine } from "./sqlite/sqlite-engine.ts";
import { DatabaseStore } from "./store.ts";
import type { Store } from "./types.ts";

/** Opens the database, brings it to the schema of this program and loads what
 *  is read from memory. Dispose the store to write what waits and to close.
 *  @throws StoreError `locked`, `read-only`, `full`, `unreachable`, `corrupt`,
 *  `wrong-key`, `insecure-key`, `schema-too-new` */
export async function openStore(
	location: StoreLocation,
	options: StoreOptions,
): Promise<Store> {
	const engine =
		location.kind === "sqlite"
			? await openSqliteEngine(location)
			: await openPostgresEngine(location.url);
	return openStoreOn(engine, options);
}

/** The store on an open engine, which it closes. */
export async function openStoreOn(
	engine: Engine,
	{ keyFile, logger, clock = systemClock }: StoreOptions,
): Promise<Store> {
	try {
		await migrate(engine, { now: clock.now() });
		return await DatabaseStore.open({ engine, keyFile, logger, clock });
	} catch (error) {
		await engine[Symbol.asyncDispose]();
		throw error;
	}
}
