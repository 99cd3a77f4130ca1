import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Clock } from "@xo/std";
import { startPostgres, type TestPostgres } from "@xo/testing";
import { afterAll, beforeAll, describe } from "vitest";
import type { Engine } from "../src/engine.ts";
import { StoreError, type StoreErrorCode } from "../src/errors.ts";
import { openStore } from "../src/open-store.ts";
import type { StoreLocation } from "../src/options.ts";
import { openPostgresEngine } from "../src/postgres/postgres-engine.ts";
import { openSqliteEngine } from "../src/sqlite/sqlite-engine.ts";
import type { PoolConnectionRow, Store, UserRow } from "../src/types.ts";

/** A database and its key file, which can be opened again and again. */
export class TestDatabase implements AsyncDisposable {
	readonly folder: string;
	readonly location: StoreLocation;
	/** Everything that the database keeps, to search it. */
	readonly dataFolder: string;

	constructor(folder: string, location: StoreLocation, dataFolder = folder) {
		this.folder = folder;
		this.location = location;
		this.dataFolder = dataFolder;
	}

	get keyFile(): string {
		return path.join(this.folder, "config", "key");
	}

	open(options: { clock?: Clock; keyFile?: string } = {}): Promise<Store> {
		return openStore(this.location, { keyFile: this.keyFile, ...options });
	}

	/** The database alone, empty as it may be. */
	openEngine(): Promise<Engine> {
		return this.location.kind === "sqlite"
			? openSqliteEngine(this.location)
			: openPostgresEngine(this.location.url);
	}

	async [Symbol.asyncDispose](): Promise<void> {
		await rm(this.folder, { recursive: true, force: true });
	}
}

async function createFolder(): Promise<string> {
	return mkdtemp(path.join(tmpdir(), "xo-store-"));
}

export async function createSqlite(): Promise<
	TestDatabase & { readonly file: string }
> {
	const folder = await createFolder();
	const file = path.join(folder, "data", "xo.sqlite");
	const location = { kind: "sqlite", file } as const;
	const database = new TestDatabase(folder, location, path.dirname(file));
	return Object.assign(database, { file });
}

export async function createPostgres(
	server: TestPostgres,
): Promise<TestDatabase & { readonly url: string }> {
	const folder = await createFolder();
	const url = await server.createDatabase();
	const location = { kind: "postgres", url } as const;
	const database = new TestDatabase(folder, location, server.folder);
	return Object.assign(database, { url });
}

/** Runs the same tests on both databases. */
export function describeEachEngine(
	name: string,
	body: (create: () => Promise<TestDatabase>) => void,
): void {
	describe(`${name} (sqlite)`, () => body(createSqlite));
	describe(`${name} (postgres)`, () => {
		let server: TestPostgres | undefined;
		beforeAll(async () => {
			server = await startPostgres();
		});
		afterAll(() => server?.[Symbol.asyncDispose]());
		body(() => {
			if (server === undefined) throw new Error("PostgreSQL did not start");
			return createPostgres(server);
		});
	});
}

/** The StoreError that a promise rejects with. */
export async function errorOf(promise: Promise<unknown>): Promise<StoreError> {
	try {
		await promise;
	} catch (error) {
		if (error instanceof StoreError) return error;
		throw error;
	}
	throw new Error("it did not reject");
}

export async function codeOf(
	promise: Promise<unknown>,
): Promise<StoreErrorCode> {
	return (await errorOf(promise)).code;
}

export const USER: Omit<UserRow, "id"> = {
	email: "Ada@Example.org",
	permission: "none",
	passwordHash: "$argon2id$…",
	preferences: {},
	authProviders: {},
};

export const CONNECTION: Omit<PoolConnectionRow, "id"> = {
	host: "192.0.2.10",
	label: "lab",
	username: "root",
	password: "secret",
	allowUnauthorized: true,
	enabled: true,
	readOnly: false,
	httpProxy: undefined,
	fingerprints: {},
	error: undefined,
	lastConnectedAt: undefined,
};
