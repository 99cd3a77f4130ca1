import { createDeferred, type Deferred } from "@xo/std";
import { expect, test } from "vitest";
import type { Batch, BatchOutcome, Engine } from "./engine.ts";
import { StoreError } from "./errors.ts";
import { GroupCommit } from "./group-commit.ts";

const batch = (sql: string): Batch => [{ sql, parameters: [] }];
const OK: BatchOutcome = { results: [{ rows: [], changes: 1 }] };

/** An engine whose commits end when the test says so. */
class HeldEngine implements Engine {
	readonly kind = "sqlite";
	readonly location = "memory";
	readonly groups: string[][] = [];
	readonly commits: Deferred<readonly BatchOutcome[]>[] = [];

	commit(batches: readonly Batch[]): Promise<readonly BatchOutcome[]> {
		const commit = createDeferred<readonly BatchOutcome[]>();
		this.groups.push(batches.flat().map(({ sql }) => sql));
		this.commits.push(commit);
		return commit.promise;
	}
	async read() {
		return [];
	}
	async verify() {}
	async [Symbol.asyncDispose]() {}
}

async function settle(): Promise<void> {
	await new Promise((resolve) => setImmediate(resolve));
}

test("writes that arrive during a commit share the next one, in order", async () => {
	const engine = new HeldEngine();
	const commits = new GroupCommit({ engine, onDoubt: async () => {} });
	const applied: string[] = [];
	const write = (sql: string) =>
		commits.write(batch(sql), () => applied.push(sql));
	const first = [write("a"), write("b")];
	await settle();
	const second = [write("c"), write("d"), write("e")];
	await settle();
	expect(engine.groups).toEqual([["a", "b"]]);
	expect(applied).toEqual([]);
	engine.commits[0]?.resolve([OK, OK]);
	await Promise.all(first);
	await settle();
	expect(engine.groups[1]).toEqual(["c", "d", "e"]);
	engine.commits[1]?.resolve([OK, OK, OK]);
	await Promise.all(second);
	expect(applied).toEqual(["a", "b", "c", "d", "e"]);
});

test("a failed write fails alone and is not applied", async () => {
	const engine = new HeldEngine();
	let reloads = 0;
	const onDoubt = async () => {
		reloads++;
	};
	const commits = new GroupCommit({ engine, onDoubt });
	const writes = ["a", "b"].map((sql) => commits.write(batch(sql), () => sql));
	await settle();
	engine.commits[0]?.resolve([{ error: new StoreError("duplicate", "x") }, OK]);
	const [a, b] = await Promise.allSettled(writes);
	expect(a).toMatchObject({ reason: { code: "duplicate" } });
	expect(b).toEqual({ status: "fulfilled", value: "b" });
	expect(reloads).toBe(0);
});

test("a commit of unknown end makes memory be read again first", async () => {
	const engine = new HeldEngine();
	const steps: string[] = [];
	const onDoubt = async () => {
		steps.push("reload");
		if (steps.length === 1) throw new StoreError("unreachable", "still gone");
	};
	const commits = new GroupCommit({ engine, onDoubt });
	const write = (sql: string) =>
		commits.write(batch(sql), () => steps.push(sql));
	const lost = write("a");
	await settle();
	engine.commits[0]?.resolve([{ error: new StoreError("unreachable", "x") }]);
	await expect(lost).rejects.toMatchObject({ code: "unreachable" });
	await expect(write("b")).rejects.toThrow("still gone");
	const last = write("c");
	await settle();
	engine.commits[1]?.resolve([OK]);
	await last;
	expect(steps).toEqual(["reload", "reload", "c"]);
	expect(engine.groups).toEqual([["a"], ["c"]]);
});

test("the queue and a group are bounded", async () => {
	const engine = new HeldEngine();
	const commits = new GroupCommit({ engine, onDoubt: async () => {} });
	const writes = Array.from({ length: 20_001 }, () =>
		commits.write(batch("x"), () => "ok").catch((error) => error.code),
	);
	await expect(writes.at(-1)).resolves.toBe("overloaded");
	await settle();
	expect(engine.groups[0]).toHaveLength(500);
});

test("closing waits for what is queued and refuses the rest", async () => {
	const engine = new HeldEngine();
	const commits = new GroupCommit({ engine, onDoubt: async () => {} });
	const write = commits.write(batch("a"), () => "applied");
	const closing = commits[Symbol.asyncDispose]();
	await expect(commits.write(batch("b"), () => {})).rejects.toMatchObject({
		code: "closed",
	});
	await settle();
	engine.commits[0]?.resolve([OK]);
	await closing;
	await expect(write).resolves.toBe("applied");
});
