import { ManualClock } from "@xo/std";
import { type RunningPool, startTestPool } from "@xo/testing";
import { afterEach, describe, expect, it } from "vitest";
import type { Xapi } from "../src/index.ts";
import { connectTo, eventually, Follower } from "./_util.ts";

const resources: AsyncDisposable[] = [];
afterEach(async () => {
	for (const resource of resources.splice(0).reverse()) {
		await resource[Symbol.asyncDispose]();
	}
});

async function setUp(isWatched: boolean) {
	const clock = new ManualClock(Date.now());
	const pool = await startTestPool({ http: true, clock, timeScale: 1 });
	resources.push(pool);
	const xapi = await connectTo(pool);
	resources.push(xapi);
	if (isWatched) await new Follower(xapi).loaded();
	return { pool, xapi, clock };
}

/** A VM that can start, and does nothing else meanwhile. */
function haltedVm(pool: RunningPool): string {
	const found = pool.db.refs("VM").find((ref) => {
		const vm = pool.db.get("VM", ref);
		return (
			vm.power_state === "Halted" && !vm.is_a_template && !vm.is_a_snapshot
		);
	});
	if (found === undefined) throw new Error("no halted VM");
	return found;
}

function createTask(pool: RunningPool): string {
	return pool.db.create("task", { name_label: "a task", status: "pending" });
}

const start = (xapi: Xapi, vm: string, options = {}) =>
	xapi.callAsync("VM.start", [vm, false, false], options);

describe.each([
	["watched", true],
	["asked", false],
])("tasks, %s", (_name, isWatched) => {
	it("report progress, give their result and go", async () => {
		const { pool, xapi, clock } = await setUp(isWatched);
		const vm = haltedVm(pool);
		const progress: number[] = [];
		let isDone = false;
		const onProgress = (value: number) => progress.push(value);
		const done = start(xapi, vm, { onProgress }).finally(() => {
			isDone = true;
		});
		await eventually(() => {
			clock.advance(100);
			expect(isDone).toBe(true);
		});
		await expect(done).resolves.toBe("");
		expect(pool.db.get("VM", vm).power_state).toBe("Running");
		expect(progress.length).toBeGreaterThan(0);
		expect(progress.toSorted((a, b) => a - b)).toEqual(progress);
		await eventually(() => expect(pool.db.refs("task")).toEqual([]));
	});

	it("fail with the error of the operation", async () => {
		const { pool, xapi } = await setUp(isWatched);
		const vm = haltedVm(pool);
		await expect(
			xapi.callAsync("VM.clean_shutdown", [vm]),
		).rejects.toMatchObject({
			code: "VM_BAD_POWER_STATE",
			params: [vm, "running", "halted"],
		});
		await eventually(() => expect(pool.db.refs("task")).toEqual([]));
	});

	it("are cancelled by the signal", async () => {
		const { pool, xapi, clock } = await setUp(isWatched);
		const vm = haltedVm(pool);
		const stop = new AbortController();
		const done = start(xapi, vm, { signal: stop.signal });
		const failed = expect(done).rejects.toMatchObject({ code: "ABORTED" });
		await eventually(() => expect(pool.db.refs("task")).toHaveLength(1));
		stop.abort();
		await failed;
		await eventually(() => {
			clock.advance(100);
			expect(pool.db.get("VM", vm).current_operations).toEqual({});
		});
		expect(pool.db.get("VM", vm).power_state).toBe("Halted");
	});

	it("of others are waited for", async () => {
		const { pool, xapi } = await setUp(isWatched);
		const task = createTask(pool);
		const done = xapi.waitTask(task);
		pool.db.update("task", task, { progress: 1 });
		pool.db.update("task", task, {
			status: "success",
			result: "<value><array><data><value>a</value></data></array></value>",
		});
		await expect(done).resolves.toEqual(["a"]);
		expect(pool.db.refs("task")).toEqual([task]);
	});

	it("that vanish are an error", async () => {
		const { pool, xapi } = await setUp(isWatched);
		const task = createTask(pool);
		const done = expect(xapi.waitTask(task)).rejects.toMatchObject({
			code: "TASK_VANISHED",
			params: [task],
		});
		await pool.faults.killMaster();
		await done;
	});

	it("outlive a lost connection", async () => {
		const { pool, xapi } = await setUp(isWatched);
		const task = createTask(pool);
		const done = xapi.waitTask(task);
		pool.faults.dropConnections();
		pool.faults.expireSessions();
		pool.db.update("task", task, { status: "success", result: "" });
		await expect(done).resolves.toBe("");
	});
});
