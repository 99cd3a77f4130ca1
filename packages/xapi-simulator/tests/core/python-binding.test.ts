import { execFile } from "node:child_process";
import path from "node:path";
import { datamodel, type EventBatch } from "@xo/xapi-wire";
import { beforeAll, describe, expect, it } from "vitest";
import { startSimulatedPool } from "../../src/index.ts";
import { seedSource } from "../../src/sources/seed.ts";
import { checkEvents, haltedVm, lifecycleOf } from "./_lifecycle.ts";
import { countOf } from "./_pool.ts";

const PYTHON = "/usr/bin/python3";
const SCRIPT = path.join(import.meta.dirname, "python_client.py");
const CLASSES = [...datamodel.classes.values()]
	.filter(({ messages }) =>
		messages.some((item) => item.name === "get_all_records"),
	)
	.map(({ name }) => name)
	.filter((name) => name !== "Diagnostics");

interface Answer {
	readonly counts: Readonly<Record<string, number>>;
	readonly life: { readonly vm: string; readonly batches: EventBatch[] };
	readonly failure: readonly string[];
	readonly record: Readonly<Record<string, unknown>>;
}

function run(args: readonly string[], input: string): Promise<string> {
	const { promise, resolve, reject } = Promise.withResolvers<string>();
	const child = execFile(
		PYTHON,
		args,
		{ maxBuffer: 2 ** 26 },
		(error, stdout, stderr) =>
			error === null
				? resolve(stdout)
				: reject(new Error(`${error.message}\n${stderr}`)),
	);
	child.stdin?.end(input);
	return promise;
}

beforeAll(async () => {
	const hint = "install Debian's package python3-os-xenapi";
	await run(["-c", "from os_xenapi.client import XenAPI"], "").catch(
		(cause) => {
			throw new Error(`the Python binding is missing: ${hint}`, { cause });
		},
	);
});

describe.each([
	["HTTP", true],
	["HTTPS", false],
])("Debian's XenAPI binding over %s", (_name, isHttp) => {
	it("lists every class, runs a VM's life and follows events", async () => {
		await using pool = await startSimulatedPool({
			http: isHttp,
			randomSeed: 1,
			eventDelayMs: 5,
			source: seedSource({ hosts: 2, vms: 6, seed: 1 }),
		});
		const counts = Object.fromEntries(
			CLASSES.map((name) => [name, countOf(pool, name)]),
		);
		const vm = haltedVm(pool.db);
		const steps = lifecycleOf(pool.db).map((step) => ({
			...step,
			args: step.args("$vm"),
		}));
		const { url, username, password } = pool;
		const output = await run(
			[SCRIPT],
			JSON.stringify({ url, username, password, classes: CLASSES, steps, vm }),
		);
		const answer = JSON.parse(output) as Answer;
		expect(answer.counts).toEqual(counts);
		expect(answer.failure).toEqual(["HANDLE_INVALID", "VM", "x"]);
		// XML-RPC carries ints as text.
		const { name_label, memory_static_max } = pool.db.get("VM", vm);
		expect(answer.record).toMatchObject({
			name_label,
			memory_static_max: String(memory_static_max),
			is_a_template: false,
		});
		checkEvents(answer.life.batches, answer.life.vm);
	});
});
