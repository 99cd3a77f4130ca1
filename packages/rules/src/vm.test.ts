import { describe, expect, it } from "vitest";
import { type VmAction, type VmFacts, whyNotMemory, whyNotVm } from "./vm.ts";

const base: VmFacts = {
	type: "VM",
	power_state: "Running",
	current_operations: {},
	blockedOperations: {},
	pvDriversDetected: true,
	managementAgentDetected: true,
	virtualizationMode: "hvm",
};

const powerActions: readonly VmAction[] = [
	"start",
	"resume",
	"pause",
	"unpause",
	"suspend",
	"cleanShutdown",
	"cleanReboot",
	"hardShutdown",
	"hardReboot",
];

function possible(vm: Partial<VmFacts>): VmAction[] {
	return powerActions.filter(
		(action) => whyNotVm({ ...base, ...vm }, action) === undefined,
	);
}

describe("actions of VMs", () => {
	it.each([
		["Halted", ["start"]],
		["Suspended", ["resume", "hardShutdown"]],
		["Paused", ["unpause", "hardShutdown", "hardReboot"]],
		[
			"Running",
			[
				"pause",
				"suspend",
				"cleanShutdown",
				"cleanReboot",
				"hardShutdown",
				"hardReboot",
			],
		],
	] as const)("of a %s one", (power_state, actions) => {
		expect(possible({ power_state })).toEqual(actions);
	});

	it("names the states that it needs", () => {
		expect(whyNotVm(base, "start")).toEqual({
			code: "vmState",
			params: { states: "Halted", actual: "Running" },
		});
	});

	it("leaves only force while something else runs", () => {
		const current_operations = { task: "clean_shutdown" };
		expect(possible({ current_operations })).toEqual([
			"hardShutdown",
			"hardReboot",
		]);
		expect(whyNotVm({ ...base, current_operations }, "pause")).toEqual({
			code: "vmBusy",
			params: { operation: "clean_shutdown" },
		});
		expect(whyNotVm({ ...base, current_operations }, "rename")).toBeUndefined();
	});

	it("gives the reason of a block", () => {
		const blockedOperations = { destroy: "ask Ann" };
		expect(whyNotVm({ ...base, blockedOperations }, "delete")).toEqual({
			code: "vmBlocked",
			params: { reason: "ask Ann" },
		});
	});

	it("asks a guest only when somebody listens", () => {
		const deaf = { pvDriversDetected: false, managementAgentDetected: false };
		expect(possible(deaf)).toEqual(["pause", "hardShutdown", "hardReboot"]);
		expect(possible({ ...deaf, virtualizationMode: "pvh" })).toContain(
			"suspend",
		);
	});

	it("knows snapshots, templates and controllers", () => {
		const snapshot: VmFacts = {
			...base,
			type: "VM-snapshot",
			power_state: "Suspended",
			$snapshot_of: "vm",
		};
		expect(whyNotVm(snapshot, "revert")).toBeUndefined();
		expect(whyNotVm(snapshot, "clone")).toBeUndefined();
		expect(whyNotVm(snapshot, "start")?.code).toBe("vmKind");
		expect(
			whyNotVm({ ...snapshot, $snapshot_of: undefined }, "revert")?.code,
		).toBe("snapshotOrphan");
		const template: VmFacts = {
			type: "VM-template",
			power_state: "Halted",
			isDefaultTemplate: true,
		};
		expect(whyNotVm(template, "delete")?.code).toBe("defaultTemplate");
		expect(whyNotVm(template, "createFrom")).toBeUndefined();
		const dom0: VmFacts = { type: "VM-controller", power_state: "Running" };
		expect(whyNotVm(dom0, "delete")?.code).toBe("vmKind");
	});

	it("clones what does not run", () => {
		expect(whyNotVm(base, "clone")?.code).toBe("vmState");
		expect(whyNotVm({ ...base, power_state: "Halted" }, "clone")).toBe(
			undefined,
		);
	});
});

describe("memory", () => {
	const memory = { static: [1_000, 9_000] as [number, number] };

	it("stays above the minimum, and in order", () => {
		const check = (dynamicMin: number, dynamicMax: number) =>
			whyNotMemory(memory, { dynamicMin, dynamicMax })?.code;
		expect(check(1_000, 2_000)).toBeUndefined();
		expect(check(999, 2_000)).toBe("memoryBelowMinimum");
		expect(check(3_000, 2_000)).toBe("memoryRange");
	});
});
