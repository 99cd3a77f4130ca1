import type { Batch, Engine } from "../engine.ts";
import { StoreError } from "../errors.ts";
import { initial } from "./001-initial.ts";
import { type Migration, wordsOf } from "./migration.ts";

const MIGRATIONS: readonly Migration[] = [initial];

async function commitOne(engine: Engine, batch: Batch): Promise<void> {
	const [outcome] = await engine.commit([batch]);
	if (outcome !== undefined && "error" in outcome) throw outcome.error;
}

function statement(sql: string): Batch[number] {
	return { sql, parameters: [] };
}

/** Brings the database to the schema of this program, each migration in a
 *  transaction of its own.
 *  @throws StoreError `schema-too-new` before anything is changed */
export async function migrate(
	engine: Engine,
	{
		now,
		migrations = MIGRATIONS,
	}: { now: number; migrations?: readonly Migration[] },
): Promise<void> {
	const words = wordsOf(engine.kind);
	await commitOne(engine, [
		statement(`CREATE TABLE IF NOT EXISTS migrations (
			number ${words.integer} PRIMARY KEY,
			name TEXT NOT NULL,
			applied_at ${words.integer} NOT NULL
		) ${words.strict}`),
	]);
	const [row] = await engine.read(
		statement("SELECT COALESCE(MAX(number), 0) AS last FROM migrations"),
	);
	const last = Number(row?.last);
	const known = migrations.at(-1)?.number ?? 0;
	if (last > known) {
		throw new StoreError(
			"schema-too-new",
			`the database ${engine.location} was written by a later version (schema ${last}; this one knows ${known}): start that version`,
		);
	}
	for (const { number, name, statements } of migrations) {
		if (number <= last) continue;
		await commitOne(engine, [
			...statements(words).map(statement),
			{
				// Text: number, name and time are ours.
				sql: `INSERT INTO migrations VALUES (${number}, '${name}', ${now})`,
				parameters: [],
			},
		]);
	}
}
