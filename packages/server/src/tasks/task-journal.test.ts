import { ManualClock } from "@xo/std";
import { StoreError, type TaskRow } from "@xo/store";
import { expect, test } from "vitest";
import { TaskJournal } from "./task-journal.ts";

type State = "up" | "down" | "silent";

/** A database of tasks that can be taken away. */
function setUp() {
	const clock = new ManualClock();
	const rows = new Map<string, TaskRow["status"]>();
	const calls: string[] = [];
	let state: State = "up";
	const answer = async (work: () => void) => {
		if (state === "silent") await new Promise(() => undefined);
		if (state === "down") throw new StoreError("full", "no space");
		work();
	};
	const tasks = {
		put: (row: TaskRow) => {
			calls.push(`put ${row.id}`);
			return answer(() => rows.set(row.id, row.status));
		},
		delete: (id: string) => {
			calls.push(`delete ${id}`);
			return answer(() => rows.delete(id)).then(() => true);
		},
		prune: () => answer(() => undefined).then(() => 0),
	};
	const noted: string[] = [];
	const logger = {
		error: () => noted.push("down"),
		info: () => noted.push("up"),
	};
	const journal = new TaskJournal({
		store: { tasks },
		clock,
		logger,
	} as unknown as ConstructorParameters<typeof TaskJournal>[0]);
	return {
		...{ clock, rows, calls, noted, journal },
		become: (next: State) => {
			state = next;
		},
	};
}

function row(id: string, status: TaskRow["status"] = "pending"): TaskRow {
	return {
		...{ id, status, startedAt: 0, body: {} },
		...{ userId: undefined, objectId: undefined, endedAt: undefined },
	};
}

async function settled(): Promise<void> {
	for (let turn = 0; turn < 20; turn++) await Promise.resolve();
}

test("saves the newest states once the database is back", async () => {
	const { clock, rows, calls, noted, journal, become } = setUp();
	await journal.add(row("before"));
	become("down");
	await journal.put(row("before", "success"));
	await journal.add(row("meanwhile"));
	await journal.put(row("meanwhile", "failure"));
	await journal.add(row("forgotten"));
	await journal.delete("forgotten");
	expect(noted).toEqual(["down"]);
	// Nothing is tried while it is known to be down.
	expect(calls).toEqual(["put before", "put before"]);
	clock.advance(5_000);
	await settled();
	become("up");
	clock.advance(5_000);
	await settled();
	expect([...rows]).toEqual([
		["before", "success"],
		["meanwhile", "failure"],
	]);
	expect(noted).toEqual(["down", "up"]);
	await journal.add(row("after"));
	expect(rows.get("after")).toBe("pending");
	expect(calls.join()).not.toContain("forgotten");
});

test("waits two seconds for a database that does not answer", async () => {
	const { clock, journal, become } = setUp();
	become("silent");
	let isSettled = false;
	const added = journal.add(row("t")).then(() => {
		isSettled = true;
	});
	clock.advance(1_999);
	await settled();
	expect(isSettled).toBe(false);
	clock.advance(1);
	await added;
});

test("a row that the database refuses is not tried for ever", async () => {
	const { journal, calls, clock } = setUp();
	const refused = new StoreError("invalid", "a zero byte");
	const bad = {
		put: () => Promise.reject(refused),
	};
	const other = new TaskJournal({
		store: { tasks: bad },
		clock,
		logger: { error: () => undefined, info: () => undefined },
	} as unknown as ConstructorParameters<typeof TaskJournal>[0]);
	await other.add(row("bad"));
	await other[Symbol.asyncDispose]();
	await journal[Symbol.asyncDispose]();
	expect(calls).toEqual([]);
});
