import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, open, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import { expect, test } from "vitest";
import type { Engine } from "../src/engine.ts";
import { openStoreOn } from "../src/open-store.ts";
import { openSqliteEngine } from "../src/sqlite/sqlite-engine.ts";
import type { Store } from "../src/types.ts";
import { codeOf, createSqlite, errorOf, USER } from "./_util.ts";

type SqliteDatabase = Awaited<ReturnType<typeof createSqlite>>;

/** The store with its engine, to put the database into a bad state. */
async function openBoth({ file, keyFile }: SqliteDatabase): Promise<{
	store: Store;
	engine: Engine;
	pragma: (text: string) => Promise<unknown>;
}> {
	const engine = await openSqliteEngine({ file });
	const store = await openStoreOn(engine, { keyFile });
	const pragma = (text: string) =>
		engine.read({ sql: `PRAGMA ${text}`, parameters: [] });
	return { store, engine, pragma };
}

test("a read-only database says so and takes writes again afterwards", async () => {
	await using database = await createSqlite();
	const { store, pragma } = await openBoth(database);
	await using _ = store;
	await pragma("query_only = 1");
	const error = await errorOf(store.users.create(USER));
	expect(error.code).toBe("read-only");
	expect(error.message).toContain(`${database.file} is read-only`);
	expect(await codeOf(store.checkHealth())).toBe("read-only");
	expect(store.users.list()).toEqual([]);
	await pragma("query_only = 0");
	await store.users.create(USER);
	await store.checkHealth();
});

test("a full database says so, keeps what it has, and recovers", async () => {
	await using database = await createSqlite();
	const { store, pragma } = await openBoth(database);
	await using _ = store;
	const user = await store.users.create(USER);
	await pragma("max_page_count = 1");
	const big = "x".repeat(500_000);
	const [code, small] = await Promise.allSettled([
		codeOf(store.settings.set("big", big)),
		store.users.update(user.id, { permission: "admin" }),
	]);
	expect(code).toEqual({ status: "fulfilled", value: "full" });
	// Memory tells what the database has, whichever way that went.
	const isAdmin = small.status === "fulfilled";
	const expected = isAdmin ? "admin" : "none";
	expect(store.users.find(user.id)?.permission).toBe(expected);
	expect(store.settings.get("big")).toBeUndefined();
	await pragma("max_page_count = 1000000");
	await store.settings.set("big", big);
	await store[Symbol.asyncDispose]();
	await using again = await database.open();
	expect(again.settings.get("big")).toBe(big);
	expect(again.users.find(user.id)?.permission).toBe(expected);
});

test("a second daemon on the same data is refused, until the first ends", async () => {
	await using database = await createSqlite();
	const fixture = new URL("./fixtures/writer.ts", import.meta.url);
	const other = spawn(
		process.execPath,
		[fileURLToPath(fixture), database.file, database.keyFile],
		{ stdio: ["ignore", "pipe", "inherit"] },
	);
	const exit = once(other, "exit");
	await once(other.stdout, "data");
	const error = await errorOf(database.open());
	other.kill("SIGKILL");
	await exit;
	expect(error.code).toBe("locked");
	expect(error.message).toContain(`${database.file} is in use by another`);
	await (await database.open())[Symbol.asyncDispose]();
});

test("a second store of the same process is refused too", async () => {
	await using database = await createSqlite();
	await using _first = await database.open();
	expect(await codeOf(database.open())).toBe("locked");
});

test("what is not a database is refused and left alone", async () => {
	await using database = await createSqlite();
	await mkdir(database.dataFolder);
	const text = "not a database, but long enough to be read as one ".repeat(20);
	await writeFile(database.file, text);
	const error = await errorOf(database.open());
	expect(error.code).toBe("corrupt");
	expect(error.message).toContain(database.file);
	expect(await readFile(database.file, "utf8")).toBe(text);
});

test("damaged pages are found", async () => {
	await using database = await createSqlite();
	const store = await database.open();
	await Promise.all(
		Array.from({ length: 200 }, (_, n) =>
			store.tasks.put({
				id: `task-${n}`,
				status: "success",
				userId: undefined,
				objectId: undefined,
				startedAt: n,
				endedAt: n,
				body: { text: "x".repeat(1_000) },
			}),
		),
	);
	await store[Symbol.asyncDispose]();
	{
		await using handle = await open(database.file, "r+");
		const { size } = await handle.stat();
		const start = Math.floor(size / 4096 / 2) * 4096;
		await handle.write(Buffer.alloc(16_384, 0xa5), 0, 16_384, start);
	}
	await using damaged = await database.open();
	expect(await codeOf(damaged.checkHealth())).toBe("corrupt");
	expect(await codeOf(damaged.tasks.list({ limit: 1_000 }))).toBe("corrupt");
});

test("a folder that cannot be made is named", async () => {
	await using database = await createSqlite();
	await writeFile(database.dataFolder, "a file where the folder should be");
	const error = await errorOf(database.open());
	expect(error.code).toBe("unreachable");
	expect(error.message).toContain(database.file);
});

test("a missing worker bundle is an error, not a hang", async () => {
	await using database = await createSqlite();
	const worker = new Worker(path.join(database.folder, "no.mjs"));
	const { file } = database;
	expect(await codeOf(openSqliteEngine({ file, worker }))).toBe("failed");
});

test("a database of a later version is refused and left alone", async () => {
	await using database = await createSqlite();
	const { store, engine } = await openBoth(database);
	await engine.commit([
		[
			{
				sql: "INSERT INTO migrations VALUES (999, 'later', 0)",
				parameters: [],
			},
		],
	]);
	await store[Symbol.asyncDispose]();
	const error = await errorOf(database.open());
	expect(error.code).toBe("schema-too-new");
	expect(error.message).toContain("schema 999");
});

test("a closed store refuses what comes later", async () => {
	await using database = await createSqlite();
	const store = await database.open();
	const last = store.users.create(USER);
	await store[Symbol.asyncDispose]();
	expect((await last).email).toBe(USER.email);
	expect(await codeOf(store.users.create(USER))).toBe("closed");
	expect(await codeOf(store.tasks.list({ limit: 1 }))).toBe("closed");
});
