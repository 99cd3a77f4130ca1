import { afterEach, beforeEach, expect, test } from "vitest";
import {
	type RunningPool,
	seedSource,
	startSimulatedPool,
} from "../../src/index.ts";
import { signIn, type TestClient } from "../core/_pool.ts";

interface WireEvent {
	readonly class: string;
	readonly operation: string;
	readonly ref: string;
	readonly snapshot?: Record<string, unknown>;
}

let running: RunningPool;
let client: TestClient;
beforeEach(async () => {
	running = await startSimulatedPool({
		http: true,
		randomSeed: 1,
		eventDelayMs: 1,
		timeScale: 0.02,
		source: seedSource({ hosts: 2, vms: 6, seed: 1 }),
	});
	client = await signIn(running);
});
afterEach(() => running[Symbol.asyncDispose]());

/** Follows one class until `isEnough` says so of what has come. */
async function follow(
	className: string,
	isEnough: (events: readonly WireEvent[]) => boolean,
	token: string,
): Promise<WireEvent[]> {
	const events: WireEvent[] = [];
	let from = token;
	while (!isEnough(events)) {
		const batch = await client.call("event.from", [className], from, 5.1);
		from = batch.token;
		events.push(...batch.events);
	}
	return events;
}

async function finished(task: string): Promise<Record<string, unknown>> {
	const events = await follow(
		`task/${task}`,
		(all) => (all.at(-1)?.snapshot?.status ?? "pending") !== "pending",
		"",
	);
	return events.at(-1)?.snapshot ?? {};
}

/** The ref in a task's XML-RPC result. */
function refIn(task: Record<string, unknown>): string {
	return /OpaqueRef:[0-9a-f-]+/.exec(String(task.result))?.[0] ?? "";
}

test("a VM goes from template to grave over the wire", async () => {
	const templates: Record<string, { name_label: string }> = await client.call(
		"VM.get_all_records_where",
		'field "is_default_template" = "true"',
	);
	const [template] = Object.entries(templates).find(([, { name_label }]) =>
		name_label.startsWith("Debian"),
	) ?? [""];
	const cloning = await client.call("Async.VM.clone", template, "fresh");
	const cloned = await finished(cloning);
	expect(cloned).toMatchObject({ status: "success", progress: 1 });
	const vm = refIn(cloned);
	await client.call("VM.remove_from_other_config", vm, "disks");
	await client.call("VM.provision", vm);

	const pool = running.pool.poolRef();
	const token = await client.call("event.inject", "pool", pool);
	const starting = await client.call("Async.VM.start", vm, false, false);
	const states = await follow(
		`vm/${vm}`,
		(all) => {
			const last = all.at(-1)?.snapshot;
			const operations = Object.keys(Object(last?.current_operations));
			return last?.power_state === "Running" && operations.length === 0;
		},
		token,
	);
	const first = states[0]?.snapshot;
	expect(first).toMatchObject({
		power_state: "Halted",
		current_operations: { [starting]: "start" },
	});
	expect(first?.allowed_operations).not.toContain("start");
	expect(states.at(-1)?.snapshot).toMatchObject({
		consoles: [expect.any(String)],
	});
	expect((await finished(starting)).status).toBe("success");
	const uuid = await client.call("VM.get_uuid", vm);
	const told = (all: readonly WireEvent[]) =>
		all.filter((it) => it.snapshot?.obj_uuid === uuid);
	const messages = await follow(
		"message",
		(all) => told(all).length > 1,
		token,
	);
	expect(told(messages)).toMatchObject([
		{ operation: "add", snapshot: { name: "VM_CLONED", cls: "VM" } },
		{ operation: "add", snapshot: { name: "VM_STARTED", cls: "VM" } },
	]);

	const snapshot = await client.call("VM.snapshot", vm, "before", []);
	expect(await client.call("VM.get_snapshots", vm)).toEqual([snapshot]);
	await client.call("VM.hard_shutdown", vm);
	await client.call("VM.revert", snapshot);
	await client.call("VM.destroy", snapshot);
	await client.call("VM.destroy", vm);
	expect(await client.ask("VM.get_record", vm)).toEqual({
		error: ["HANDLE_INVALID", "VM", vm],
	});
});

test("a cancelled task ends its operation", async () => {
	const records: Record<string, Record<string, unknown>> = await client.call(
		"VM.get_all_records",
	);
	const [vm] = Object.entries(records).find(
		([, it]) =>
			it.power_state === "Running" &&
			(it.allowed_operations as string[]).includes("clean_reboot"),
	) ?? [""];
	const task = await client.call("Async.VM.clean_reboot", vm);
	await client.call("task.cancel", task);
	const ended = await finished(task);
	expect(ended).toMatchObject({
		status: "cancelled",
		error_info: ["TASK_CANCELLED", task],
	});
	const record = await client.call("VM.get_record", vm);
	expect(record.current_operations).toEqual({});
	expect(record.allowed_operations).toContain("clean_reboot");
});
