import { forAllTests } from "@xo/testing";
import { describe, expect, it } from "vitest";
import { VmBench } from "./_vm-bench.ts";

const bench = await forAllTests(VmBench.start());
const id = bench.ids("Running")[0] ?? bench.ids("Halted")[0] ?? "";

/** What an operation makes of each power state; an object is the `data` of
 *  error 13. */
const table: readonly (readonly [
	operation: string,
	params: object,
	outcomes: Readonly<Record<string, string>>,
])[] = [
	[
		"start",
		{},
		{
			Halted: "Running",
			Running: "refused",
			Paused: "Running",
			Suspended: "Running",
		},
	],
	[
		"stop",
		{},
		{
			Halted: "refused",
			Running: "Halted",
			Paused: "refused",
			Suspended: "refused",
		},
	],
	[
		"stop",
		{ force: true },
		{ Running: "Halted", Paused: "Halted", Suspended: "Halted" },
	],
	[
		"restart",
		{},
		{ Halted: "refused", Running: "Running", Suspended: "refused" },
	],
	["restart", { force: true }, { Halted: "refused", Running: "Running" }],
	[
		"suspend",
		{},
		{ Halted: "refused", Running: "Suspended", Suspended: "refused" },
	],
	[
		"resume",
		{},
		{ Halted: "refused", Running: "refused", Suspended: "Running" },
	],
	["pause", {}, { Halted: "refused", Running: "Paused", Paused: "refused" }],
	["unpause", {}, { Halted: "refused", Running: "refused", Paused: "Running" }],
];

describe("power operations", () => {
	for (const [operation, params, outcomes] of table) {
		for (const [state, outcome] of Object.entries(outcomes)) {
			const what = `vm.${operation} ${JSON.stringify(params)} of a ${state} VM`;
			it(`${what}: ${outcome}`, async () => {
				await bench.bring(id, state);
				const call = { id, ...params };
				if (outcome === "refused") {
					expect(await bench.client.fail(`vm.${operation}`, call)).toEqual({
						code: 13,
						message: "VM bad power state",
						data: {
							objectId: id,
							expected: expect.any(Array),
							actual: state.toLowerCase(),
						},
					});
					expect(bench.record(id).power_state).toBe(state);
					return;
				}
				expect(await bench.client.call(`vm.${operation}`, call)).toBe(true);
				expect(bench.record(id).power_state).toBe(outcome);
			});
		}
	}

	it("starts and resumes on the host that was asked for", async () => {
		for (const host of bench.server.context.objects.ofType("host")) {
			for (const state of ["Halted", "Suspended"]) {
				await bench.bring(id, state);
				await bench.client.call("vm.start", { id, host: host.id });
				const { resident_on } = bench.record(id);
				expect(bench.pool.db.get("host", resident_on).uuid).toBe(host.id);
			}
		}
	});

	it("stops by force when the guest does not in time", async () => {
		await bench.bring(id, "Running");
		const { pool, db } = bench.pool;
		// What begins now takes minutes, what begins after it no time.
		Object.assign(pool, { timeScale: 100 });
		using _ = db.onChange(({ className, operation }) => {
			if (className !== "task" || operation !== "mod") return;
			Object.assign(pool, { timeScale: 0 });
		});
		const params = { id, forceShutdownDelay: 200 };
		expect(await bench.client.call("vm.stop", params)).toBe(true);
		expect(bench.record(id).power_state).toBe("Halted");
	});

	it("stops by force when the guest cannot be asked", async () => {
		await bench.bring(id, "Running");
		bench.pool.faults.failCalls("VM.clean_shutdown", [
			"VM_MISSING_PV_DRIVERS",
			bench.refOf(id),
		]);
		await bench.client.call("vm.stop", { id, forceShutdownDelay: 10_000 });
		expect(bench.record(id).power_state).toBe("Halted");
	});
});

describe("blocked operations", () => {
	for (const [operation, blocked, params] of [
		["stop", "clean_shutdown", {}],
		["stop", "hard_shutdown", { force: true }],
		["restart", "clean_reboot", {}],
		["restart", "hard_reboot", { force: true }],
	] as const) {
		it(`refuses vm.${operation} while ${blocked} is, unless bypassed`, async () => {
			await bench.bring(id, "Running");
			await bench.update(id, { blocked_operations: { [blocked]: "why" } });
			const call = { id, ...params };
			expect(await bench.client.fail(`vm.${operation}`, call)).toEqual({
				code: 19,
				message: "operation blocked",
				data: { objectId: id, code: "why" },
			});
			const bypass = { ...call, bypassBlockedOperation: true };
			expect(await bench.client.call(`vm.${operation}`, bypass)).toBe(true);
			expect(bench.record(id).blocked_operations).toEqual({ [blocked]: "why" });
			await bench.update(id, { blocked_operations: {} });
		});
	}
});

describe("MAC addresses", () => {
	it("are not used by two running VMs, unless one insists", async () => {
		const { db } = bench.pool;
		const other = bench.ids("Running").find((vm) => vm !== id) ?? "";
		await bench.bring(id, "Halted");
		const [own] = bench.record(id).VIFs;
		const [foreign] = bench.record(other).VIFs;
		const { MAC } = db.get("VIF", foreign);
		db.update("VIF", own, { MAC: String(MAC).toUpperCase() });
		db.update("VIF", foreign, { currently_attached: true });
		await bench.settle();
		expect(await bench.client.fail("vm.start", { id })).toMatchObject({
			code: 21,
			message: expect.stringContaining(bench.record(other).name_label),
			data: { objectId: id, code: "DUPLICATED_MAC_ADDRESS" },
		});
		const bypass = { id, bypassMacAddressesCheck: true };
		expect(await bench.client.call("vm.start", bypass)).toBe(true);
		db.update("VIF", own, { MAC: "02:00:00:00:00:01" });
		await bench.settle();
	});
});

describe("errors of the pool", () => {
	const cases: [string, string[], object][] = [
		["HOST_OFFLINE", ["REF"], { code: 18, data: { objectId: "ID" } }],
		["NO_HOSTS_AVAILABLE", [], { code: 7 }],
		["NOT_SUPPORTED_DURING_UPGRADE", [], { code: 15 }],
		["SESSION_AUTHENTICATION_FAILED", ["root", "x"], { code: 8 }],
		[
			"VDI_IN_USE",
			["REF", "destroy"],
			{ code: 17, data: { objectId: "ID", operation: "destroy" } },
		],
		["VM_IS_TEMPLATE", ["REF"], { code: 12, data: { objectId: "ID" } }],
		[
			"VM_LACKS_FEATURE",
			["REF", "feature-x"],
			{ code: 14, data: { objectId: "ID", feature: "feature-x" } },
		],
		[
			"VM_LACKS_FEATURE_SHUTDOWN",
			["REF"],
			{ code: 14, data: { objectId: "ID" } },
		],
		["VM_MISSING_PV_DRIVERS", ["REF"], { code: 11, data: { objectId: "ID" } }],
		[
			"PIF_VLAN_EXISTS",
			["REF"],
			{ code: 16, data: { objectId: "ID", objectType: "PIF" } },
		],
		[
			"OTHER_OPERATION_IN_PROGRESS",
			["VM", "REF"],
			{
				code: -32000,
				data: { code: "OTHER_OPERATION_IN_PROGRESS", params: ["VM", "ID"] },
			},
		],
	];
	for (const [code, params, expected] of cases) {
		it(`maps ${code}`, async () => {
			await bench.bring(id, "Running");
			const ref = bench.refOf(id);
			const wire = params.map((param) => (param === "REF" ? ref : param));
			bench.pool.faults.failCalls("VM.pause", [code, ...wire]);
			const text = JSON.stringify(await bench.client.fail("vm.pause", { id }));
			expect(text).not.toContain(ref);
			expect(JSON.parse(text.replaceAll(id, "ID"))).toMatchObject(expected);
		});
	}
});
