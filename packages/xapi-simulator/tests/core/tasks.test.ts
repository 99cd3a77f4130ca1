import { ManualClock } from "@xo/std";
import { decodeXmlRpcValue } from "@xo/xapi-wire";
import { describe, expect, it } from "vitest";
import { createRandom } from "../../src/core/random.ts";
import { SimulatedPool } from "../../src/core/simulated-pool.ts";
import { type HandlerTable, XapiFailure } from "../../src/core/types.ts";

const MINUTE_MS = 60_000;

function createPool(handlers: HandlerTable) {
	const clock = new ManualClock(Date.UTC(2026, 7, 21));
	const pool = new SimulatedPool({
		accounts: { username: "root", password: "p", subjects: [] },
		clock,
		timeScale: 1,
		random: createRandom(1),
		eventDelayMs: 0,
		handlers,
	});
	const host = pool.db.create("host", {});
	pool.db.create("pool", { master: host });
	const vm = pool.db.create("VM", {});
	const call = async (method: string, params: string[]) =>
		JSON.parse((await pool.dispatcher.call({ method, params, host })).json());
	const signIn = () => call("session.login_with_password", ["root", "p"]);
	return { pool, clock, vm, call, signIn };
}

/** Lets everything run that waits for promises only. */
const settle = () => new Promise((resolve) => setImmediate(resolve));

describe("Async calls", () => {
	it("make a task that progresses and carries the result", async () => {
		const { pool, clock, vm, call, signIn } = createPool({
			async "VM.clone"(context) {
				await context.pool.spend(context, MINUTE_MS);
				return "OpaqueRef:clone";
			},
		});
		const session = await signIn();
		const task = await call("Async.VM.clone", [session, vm, "name"]);
		const get = () => pool.db.get("task", task);
		expect(get()).toMatchObject({
			name_label: "Async.VM.clone",
			status: "pending",
			type: "<none/>",
			progress: 0,
			allowed_operations: ["cancel"],
			finished: "19700101T00:00:00Z",
			session,
		});
		const seen: unknown[] = [];
		using _listener = pool.db.onChange(({ ref }) => {
			if (ref === task) seen.push([get().progress, get().status]);
		});
		for (let i = 0; i < 10; i++) {
			clock.advance(MINUTE_MS / 10);
			await settle();
		}
		expect(get()).toMatchObject({
			status: "success",
			progress: 1,
			result: "<value>OpaqueRef:clone</value>",
			allowed_operations: [],
			finished: "20260821T00:01:00Z",
		});
		expect(decodeXmlRpcValue(String(get().result))).toBe("OpaqueRef:clone");
		const progress = seen.map((item) => (item as number[])[0]);
		expect(progress).toEqual(progress.toSorted());
		expect(seen).toContainEqual([1, "pending"]);
		pool.stop();
	});

	it("fail with the code and parameters", async () => {
		const { pool, vm, call, signIn } = createPool({
			"VM.clone": () => {
				throw new XapiFailure("SR_FULL", ["1", "2"]);
			},
			"VM.pause": () => undefined,
		});
		const session = await signIn();
		const failed = await call("Async.VM.clone", [session, vm, "name"]);
		const empty = await call("Async.VM.pause", [session, vm]);
		await settle();
		expect(pool.db.get("task", failed)).toMatchObject({
			status: "failure",
			progress: 1,
			error_info: ["SR_FULL", "1", "2"],
		});
		expect(pool.db.get("task", empty).result).toBe("<value></value>");
		pool.stop();
	});

	it("can be cancelled", async () => {
		const { pool, vm, call, signIn } = createPool({
			async "VM.clone"(context) {
				await context.pool.spend(context, MINUTE_MS);
				return "never";
			},
		});
		const session = await signIn();
		const task = await call("Async.VM.clone", [session, vm, "name"]);
		await call("task.cancel", [session, task]);
		expect(
			Object.values(
				pool.db.get("task", task).current_operations as Record<string, string>,
			),
		).toEqual(["cancel"]);
		await settle();
		expect(pool.db.get("task", task)).toMatchObject({
			status: "cancelled",
			error_info: ["TASK_CANCELLED", task],
		});
		// Without effect on what has ended.
		await call("task.cancel", [session, task]);
		expect(pool.db.get("task", task).status).toBe("cancelled");
		pool.stop();
	});
});

describe("tasks of clients", () => {
	it("are created pending, written and destroyed", async () => {
		const { pool, call, signIn } = createPool({});
		const session = await signIn();
		const task = await call("task.create", [session, "upload", "text"]);
		await call("task.set_status", [session, task, "success"]);
		await call("task.add_to_other_config", [session, task, "k", "v"]);
		expect(pool.db.get("task", task)).toMatchObject({
			name_label: "upload",
			name_description: "text",
			status: "success",
			other_config: { k: "v" },
		});
		await call("task.destroy", [session, task]);
		expect(pool.db.find("task", task)).toBeUndefined();
		pool.stop();
	});

	it("stay until they end when destroyed before", async () => {
		const { pool, vm, call, signIn } = createPool({
			async "VM.clone"(context) {
				await context.pool.spend(context, MINUTE_MS);
				return "never";
			},
		});
		const session = await signIn();
		const task = await call("Async.VM.clone", [session, vm, "name"]);
		await call("task.destroy", [session, task]);
		expect(pool.db.find("task", task)).toBeDefined();
		await call("task.cancel", [session, task]);
		await settle();
		expect(pool.db.find("task", task)).toBeUndefined();
		pool.stop();
	});

	it("are collected an hour after they ended", async () => {
		const { pool, clock, call, signIn } = createPool({
			"VM.pause": () => undefined,
		});
		const session = await signIn();
		const pending = await call("task.create", [session, "p", ""]);
		const vm = pool.db.refs("VM")[0]!;
		const done = await call("Async.VM.pause", [session, vm]);
		await settle();
		clock.advance(66 * MINUTE_MS);
		expect(pool.db.find("task", done)).toBeUndefined();
		expect(pool.db.find("task", pending)).toBeDefined();
		clock.advance(24 * 60 * MINUTE_MS);
		expect(pool.db.find("task", pending)).toBeUndefined();
		pool.stop();
	});
});
