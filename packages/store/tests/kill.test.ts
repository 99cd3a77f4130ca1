import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { createSqlite } from "./_util.ts";

const WRITER = fileURLToPath(new URL("./fixtures/writer.ts", import.meta.url));
const MAX_ROUNDS = 30;
const MIN_ROUNDS = 8;
const BUDGET_MS = 10_000;

/** Kills the writer after so many acknowledged rows; gives all of them. */
async function writeAndKill(
	args: readonly string[],
	rowsBeforeKill: number,
): Promise<number[]> {
	const writer = spawn(process.execPath, [WRITER, ...args], {
		stdio: ["ignore", "pipe", "pipe"],
	});
	const errors = text(writer.stderr);
	const exit = once(writer, "exit");
	const acknowledged: number[] = [];
	// At zero it dies somewhere in its start: while it opens or migrates.
	if (rowsBeforeKill === 0) {
		setTimeout(() => writer.kill("SIGKILL"), Math.random() * 400);
	}
	for await (const line of createInterface({ input: writer.stdout })) {
		acknowledged.push(Number(line));
		if (acknowledged.length === rowsBeforeKill) writer.kill("SIGKILL");
	}
	expect([(await exit)[1], await errors]).toEqual(["SIGKILL", ""]);
	return acknowledged;
}

test("kill -9 loses nothing that was acknowledged", async () => {
	await using database = await createSqlite();
	const deadline = Date.now() + BUDGET_MS;
	const expected = new Set<number>();
	let rounds = 0;
	while (
		rounds < MIN_ROUNDS ||
		(rounds < MAX_ROUNDS && Date.now() < deadline)
	) {
		const rows = rounds % 5 === 0 ? 0 : 1 + Math.floor(Math.random() * 2_000);
		const first = rounds * 1_000_000;
		const args = [database.file, database.keyFile, String(first)];
		for (const row of await writeAndKill(args, rows)) expected.add(row);
		rounds++;
	}
	await using store = await database.open();
	await store.checkHealth();
	const kept = new Set(store.settings.list("row:").values());
	expect([...expected].filter((row) => !kept.has(row))).toEqual([]);
	expect(expected.size).toBeGreaterThan(rounds);
}, 60_000);
