import { ManualClock } from "@xo/std";
import { formatXapiDate } from "@xo/xapi-wire";
import { MemoryDatabase } from "../../src/core/database.ts";
import { type Pool, XapiFailure } from "../../src/core/types.ts";
import { createRandom } from "../../src/sources/random.ts";

/** Saturday, 2026-11-21, 12:00 UTC. */
export const TEST_TIME = Date.UTC(2026, 10, 21, 12);

export interface BarePool extends Pool {
	readonly clock: ManualClock;
}

/** A pool without a wire: what a source fills. */
export function createBarePool(): BarePool {
	const random = createRandom("bare pool");
	const clock = new ManualClock(TEST_TIME);
	const db = new MemoryDatabase(() => random.uuid());
	const only = (className: string) => db.refs(className)[0] ?? "";
	return {
		db,
		clock,
		timeScale: 0,
		random: () => random.next(),
		newUuid: () => random.uuid(),
		nowIso: () => formatXapiDate(clock.now()),
		poolRef: () => only("pool"),
		masterRef: () => String(db.get("pool", only("pool")).master),
		invoke: () => Promise.reject(new XapiFailure("NOT_IMPLEMENTED")),
		spend: () => Promise.resolve(),
	};
}
