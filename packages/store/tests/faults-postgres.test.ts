import { forAllTests, startPostgres } from "@xo/testing";
import { expect, test } from "vitest";
import { openStoreOn } from "../src/open-store.ts";
import { openPostgresEngine } from "../src/postgres/postgres-engine.ts";
import { codeOf, createPostgres, errorOf, USER } from "./_util.ts";

const server = await forAllTests(startPostgres());

test("a server that goes mid-way and comes back", async () => {
	await using database = await createPostgres(server);
	await using store = await database.open();
	const user = await store.users.create(USER);
	let running = true;
	const acknowledged: number[] = [];
	const codes = new Set<string>();
	const writing = Array.from({ length: 8 }, async (_, writer) => {
		for (let n = writer; running; n += 8) {
			try {
				await store.settings.set(`row:${n}`, n);
				acknowledged.push(n);
			} catch (error) {
				codes.add((error as { code: string }).code);
				running = false;
			}
		}
	});
	await store.settings.set("started", true);
	await server.stop();
	await Promise.all(writing);
	expect([...codes]).toEqual(["unreachable"]);
	expect(store.users.find(user.id)).toEqual(user);
	const error = await errorOf(store.checkHealth());
	expect(error.code).toBe("unreachable");
	expect(error.message).toContain("does not answer");
	expect(await codeOf(store.tasks.list({ limit: 1 }))).toBe("unreachable");

	await server.start();
	await store.checkHealth();
	await store.users.update(user.id, { permission: "admin" });
	expect(await store.tasks.list({ limit: 1 })).toEqual([]);
	const kept = new Set(store.settings.list("row:").values());
	expect(acknowledged.filter((n) => !kept.has(n))).toEqual([]);
});

test("memory follows a commit whose answer was lost", async () => {
	await using database = await createPostgres(server);
	const engine = await openPostgresEngine(database.url);
	const lossy: typeof engine = {
		kind: engine.kind,
		location: engine.location,
		read: (statement) => engine.read(statement),
		verify: () => engine.verify(),
		[Symbol.asyncDispose]: () => engine[Symbol.asyncDispose](),
		async commit(batches) {
			const outcomes = await engine.commit(batches);
			const isLost = batches.flat().some(({ sql }) => /"users"/.test(sql));
			if (!isLost) return outcomes;
			const error = await errorOf(openPostgresEngine("postgresql://[::1]:1/x"));
			return batches.map(() => ({ error }));
		},
	};
	await using store = await openStoreOn(lossy, { keyFile: database.keyFile });
	expect(await codeOf(store.users.create(USER))).toBe("unreachable");
	expect(store.users.findByEmail(USER.email)).toBeUndefined();
	await store.settings.set("next", 1);
	expect(store.users.findByEmail(USER.email)?.email).toBe(USER.email);
});

test("a second daemon on the same database is refused", async () => {
	await using database = await createPostgres(server);
	const first = await database.open();
	const error = await errorOf(database.open());
	expect(error.code).toBe("locked");
	expect(error.message).toContain("another daemon");
	await first[Symbol.asyncDispose]();
	await (await database.open())[Symbol.asyncDispose]();
});

test("a read-only server says so", async () => {
	await using engine = await openPostgresEngine(await server.createDatabase());
	const [outcome] = await engine.commit([
		[
			{ sql: "SET TRANSACTION READ ONLY", parameters: [] },
			{ sql: "CREATE TABLE t (a TEXT)", parameters: [] },
		],
	]);
	expect(outcome).toMatchObject({ error: { code: "read-only" } });
});

test.each([
	["a missing database", "/missing", "does not exist"],
	["a URL of nowhere", undefined, "does not answer"],
])("%s is named without the password", async (_, path, text) => {
	const url =
		path === undefined
			? "postgresql://ada:hunter2@127.0.0.1:1/xo"
			: `postgresql://ada:hunter2@${path}?host=${server.folder}&user=postgres`;
	const error = await errorOf(openPostgresEngine(url.replace("@/", "@h/")));
	expect(error.code).toBe("unreachable");
	expect(error.message).toContain(text);
	expect(error.message).not.toContain("hunter2");
});

test("what is not a URL is refused", async () => {
	expect(await codeOf(openPostgresEngine("not a url"))).toBe("invalid");
});
