import { expect, test } from "vitest";
import type { Batch, Engine } from "../src/engine.ts";
import { migrate } from "../src/migrations/migrate.ts";
import type { Migration } from "../src/migrations/migration.ts";
import { codeOf, describeEachEngine } from "./_util.ts";

const statement = (sql: string): Batch[number] => ({ sql, parameters: [] });

async function readColumn(engine: Engine, sql: string): Promise<unknown[]> {
	const rows = await engine.read(statement(sql));
	return rows.flatMap((row) => Object.values(row));
}

describeEachEngine("commit", (create) => {
	const insert = (value: string | null) =>
		statement(
			`INSERT INTO t VALUES (${value === null ? "NULL" : `'${value}'`})`,
		);

	test("a batch that fails leaves nothing and takes no other along", async () => {
		await using database = await create();
		await using engine = await database.openEngine();
		await engine.commit([
			[statement("CREATE TABLE t (a TEXT NOT NULL UNIQUE)")],
		]);
		const outcomes = await engine.commit([
			[insert("a")],
			[insert("b"), insert("a")],
			[insert(null)],
			[statement("INSERT INTO nowhere VALUES (1)")],
			[insert("c"), insert("d")],
		]);
		const codes = outcomes.map((outcome) =>
			"error" in outcome ? outcome.error.code : outcome.results.length,
		);
		expect(codes).toEqual([1, "duplicate", "invalid", "failed", 2]);
		const rows = await readColumn(engine, "SELECT a FROM t ORDER BY a");
		expect(rows).toEqual(["a", "c", "d"]);
	});

	test("what a statement returns and changes is told", async () => {
		await using database = await create();
		await using engine = await database.openEngine();
		const [outcome] = await engine.commit([
			[
				statement("CREATE TABLE t (a TEXT)"),
				statement("INSERT INTO t VALUES ('x'), ('y')"),
				statement("UPDATE t SET a = 'z' WHERE a = 'y' RETURNING a"),
			],
		]);
		expect(outcome).toMatchObject({
			results: [
				{ rows: [] },
				{ rows: [], changes: 2 },
				{ rows: [{ a: "z" }], changes: 1 },
			],
		});
	});
});

describeEachEngine("migrations", (create) => {
	const first: Migration = {
		number: 1,
		name: "first",
		statements: ({ integer, strict }) => [
			`CREATE TABLE t (a ${integer} NOT NULL) ${strict}`,
		],
	};
	const second: Migration = {
		number: 2,
		name: "second",
		statements: () => ["INSERT INTO t VALUES (1790000000000)"],
	};
	const broken: Migration = {
		number: 3,
		name: "broken",
		statements: () => ["DELETE FROM t", "NOT SQL"],
	};

	test("each runs once, in order, and is recorded", async () => {
		await using database = await create();
		await using engine = await database.openEngine();
		await migrate(engine, { now: 5, migrations: [first] });
		await migrate(engine, { now: 6, migrations: [first, second] });
		await migrate(engine, { now: 7, migrations: [first, second] });
		expect(await readColumn(engine, "SELECT a FROM t")).toEqual([
			1_790_000_000_000,
		]);
		const recorded = await engine.read(
			statement("SELECT * FROM migrations ORDER BY number"),
		);
		expect(recorded.map((row) => ({ ...row }))).toEqual([
			{ number: 1, name: "first", applied_at: 5 },
			{ number: 2, name: "second", applied_at: 6 },
		]);
	});

	test("one that fails changes nothing", async () => {
		await using database = await create();
		await using engine = await database.openEngine();
		const migrations = [first, second, broken];
		expect(await codeOf(migrate(engine, { now: 5, migrations }))).toBe(
			"failed",
		);
		expect(await readColumn(engine, "SELECT a FROM t")).toHaveLength(1);
		expect(
			await readColumn(engine, "SELECT number FROM migrations"),
		).toHaveLength(2);
	});

	test("those of a later version are refused", async () => {
		await using database = await create();
		await using engine = await database.openEngine();
		await migrate(engine, { now: 5, migrations: [first, second] });
		expect(await codeOf(migrate(engine, { now: 6, migrations: [first] }))).toBe(
			"schema-too-new",
		);
	});
});
