import { once } from "node:events";
import { ManualClock } from "@xo/std";
import { datamodel, type EventBatch } from "@xo/xapi-wire";
import { describe, expect, it } from "vitest";
// @ts-expect-error the package brings no types
import { createClient } from "xen-api";
import {
	type RunningPool,
	type SimulatedPoolOptions,
	startSimulatedPool,
} from "../../src/index.ts";
import { seedSource } from "../../src/sources/seed.ts";
import { checkEvents, haltedVm, lifecycleOf } from "./_lifecycle.ts";
import { countOf } from "./_pool.ts";

interface XenApi extends AsyncDisposable {
	connect(): Promise<void>;
	disconnect(): Promise<void>;
	call<Result>(method: string, ...args: unknown[]): Promise<Result>;
	callAsync<Result>(method: string, ...args: unknown[]): Promise<Result>;
	readonly objectsFetched: Promise<void>;
	readonly objects: NodeJS.EventEmitter & {
		readonly all: Readonly<Record<string, { readonly $ref: string }>>;
	};
	readonly pool: { readonly name_label: string };
}

function start(
	isHttp: boolean,
	options: Partial<SimulatedPoolOptions> = {},
): Promise<RunningPool> {
	return startSimulatedPool({
		...options,
		http: isHttp,
		randomSeed: 1,
		eventDelayMs: 5,
		source: seedSource({ hosts: 2, vms: 6, seed: 1 }),
	});
}

async function connect(pool: RunningPool, watch = false): Promise<XenApi> {
	const client: XenApi = createClient({
		url: pool.url,
		auth: { user: pool.username, password: pool.password },
		allowUnauthorized: true,
		watchEvents: watch,
	});
	client[Symbol.asyncDispose] = () => client.disconnect();
	await client.connect();
	return client;
}

describe.each([
	["HTTP", true],
	["HTTPS", false],
])("xen-api over %s", (_name, isHttp) => {
	it("lists every class", async () => {
		await using pool = await start(isHttp);
		await using client = await connect(pool);
		for (const { name, messages } of datamodel.classes.values()) {
			const lists = messages.some((item) => item.name === "get_all_records");
			if (!lists || name === "Diagnostics") continue;
			const records = await client.call<object>(`${name}.get_all_records`);
			expect(Object.keys(records).length, name).toBe(countOf(pool, name));
		}
	});

	it("watches all objects and follows changes", async () => {
		await using pool = await start(isHttp);
		await using client = await connect(pool, true);
		await client.objectsFetched;
		const known = new Set(
			Object.values(client.objects.all).map(({ $ref }) => $ref),
		);
		for (const name of ["VM", "VDI", "host", "SR", "network", "PIF", "task"]) {
			for (const ref of pool.db.refs(name)) expect(known).toContain(ref);
		}
		const updated = once(client.objects, "update");
		const [vm = ""] = pool.db.refs("VM");
		pool.db.update("VM", vm, { name_description: "changed" });
		const [changes] = await updated;
		expect(Object.values(changes)).toContainEqual(
			expect.objectContaining({ name_description: "changed" }),
		);
	});

	it("runs a VM's life by tasks, with events in order", async () => {
		await using pool = await start(isHttp);
		await using client = await connect(pool, true);
		await client.objectsFetched;
		const from = (token: string) =>
			client.call<EventBatch>("event.from", ["vm", "vbd", "task"], token, 0.1);
		const { token } = await from("");
		const batches: EventBatch[] = [];
		let position = token;
		let vm = "";
		for (const step of lifecycleOf(pool.db)) {
			const result = await client.callAsync<string>(
				step.method,
				...step.args(vm),
			);
			if (step.isMaker) vm = result;
			const batch = await from(position);
			position = batch.token;
			batches.push(batch);
		}
		checkEvents(batches, vm);
	});

	it("signs in again when its session has expired", async () => {
		await using pool = await start(isHttp);
		await using client = await connect(pool);
		pool.faults.expireSessions();
		const vms = await client.call<string[]>("VM.get_all");
		expect(vms).toHaveLength(pool.db.refs("VM").length);
	});

	it("sees a task progress, and cancels it", async () => {
		const clock = new ManualClock(Date.now());
		await using pool = await start(isHttp, { clock, timeScale: 1 });
		await using client = await connect(pool);
		const vm = haltedVm(pool.db);
		const follow = (task: string, token: string) =>
			client.call<EventBatch>("event.from", [`task/${task}`], token, 30.1);
		const task = await client.call<string>("Async.VM.clone", vm, "clone");
		let { token } = await follow(task, "");
		const seen: number[] = [];
		while ((seen.at(-1) ?? 0) < 0.5) {
			const change = follow(task, token);
			clock.advance(1000);
			const { events, token: next } = await change;
			token = next;
			const { progress } = events[0]!.snapshot as { progress: number };
			seen.push(progress);
		}
		expect(seen).toEqual(seen.toSorted((a, b) => a - b));
		await client.call("task.cancel", task);
		for (;;) {
			const { events, token: next } = await follow(task, token);
			token = next;
			const snapshot = events[0]!.snapshot as Record<string, unknown>;
			if (snapshot.status === "pending") continue;
			expect(snapshot).toMatchObject({
				status: "cancelled",
				error_info: ["TASK_CANCELLED", task],
			});
			break;
		}
	});

	it("reports failures with code and parameters", async () => {
		await using pool = await start(isHttp);
		await using client = await connect(pool, true);
		await client.objectsFetched;
		await expect(client.call("VM.get_record", "x")).rejects.toMatchObject({
			code: "HANDLE_INVALID",
			params: ["VM", "x"],
		});
		const running = pool.db
			.refs("VM")
			.find((ref) => pool.db.get("VM", ref).power_state === "Running");
		await expect(
			client.callAsync("VM.start", running, false, false),
		).rejects.toMatchObject({ code: "VM_BAD_POWER_STATE" });
	});
});
