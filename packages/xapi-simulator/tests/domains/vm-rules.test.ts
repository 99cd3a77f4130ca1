import { describe, expect, test } from "vitest";
import { NULL_REF } from "../../src/domains/record.ts";
import {
	allowedVmOperations,
	refuseVm,
	type VmFacts,
} from "../../src/domains/rules/vm-rules.ts";
import {
	type PowerState,
	STATES_OF_OPERATION,
} from "../../src/domains/rules/vm-states.ts";

const VM = "OpaqueRef:vm";

const HALTED: VmFacts = {
	ref: VM,
	powerState: "Halted",
	currentOperations: {},
	blockedOperations: {},
	isTemplate: false,
	isDefaultTemplate: false,
	isSnapshot: false,
	isControlDomain: false,
	isDom0: false,
	isImmobile: false,
	hasNestedVirt: false,
	hasDrivers: true,
	guestOther: {},
	hasResetDisk: false,
	hasCachedResetDisk: false,
	hasPci: false,
	hasVgpu: false,
	hasVusb: false,
	vtpmCount: 0,
	appliance: NULL_REF,
	protectionPolicy: NULL_REF,
	snapshotSchedule: NULL_REF,
	isUpgrading: false,
	allowsSuspendedClone: false,
};
const RUNNING: VmFacts = { ...HALTED, powerState: "Running" };
const TEMPLATE: VmFacts = { ...HALTED, isTemplate: true };
const SNAPSHOT: VmFacts = { ...TEMPLATE, isSnapshot: true };

const LISTS: readonly (readonly [string, VmFacts, string])[] = [
	[
		"halted",
		HALTED,
		"snapshot clone copy start start_on migrate_send changing_dynamic_range changing_static_range changing_shadow_memory changing_NVRAM make_into_template export metadata_export destroy create_vtpm",
	],
	[
		"running with tools",
		RUNNING,
		"snapshot checkpoint pause clean_shutdown clean_reboot hard_shutdown hard_reboot suspend pool_migrate migrate_send changing_dynamic_range changing_VCPUs_live metadata_export sysprep",
	],
	[
		"running without tools",
		{ ...RUNNING, hasDrivers: false },
		"snapshot pause hard_shutdown hard_reboot changing_dynamic_range metadata_export sysprep",
	],
	[
		"suspended",
		{ ...HALTED, powerState: "Suspended" },
		"snapshot checkpoint hard_shutdown resume resume_on migrate_send export metadata_export destroy",
	],
	[
		"paused",
		{ ...HALTED, powerState: "Paused" },
		"snapshot checkpoint unpause hard_shutdown hard_reboot metadata_export",
	],
	[
		"template",
		TEMPLATE,
		"clone copy provision migrate_send changing_dynamic_range changing_static_range changing_shadow_memory changing_NVRAM export metadata_export destroy",
	],
	[
		"default template",
		{ ...TEMPLATE, isDefaultTemplate: true },
		"clone copy provision changing_dynamic_range changing_static_range changing_shadow_memory changing_NVRAM export metadata_export",
	],
	["snapshot", SNAPSHOT, "clone copy revert export metadata_export destroy"],
	[
		"busy with a migration",
		withRunning("migrate_send"),
		"clean_shutdown clean_reboot hard_shutdown hard_reboot metadata_export",
	],
	["busy with a start", { ...HALTED, currentOperations: { t: "start" } }, ""],
];

function withRunning(...operations: string[]): VmFacts {
	const entries = operations.map((it, index) => [`task${index}`, it]);
	return { ...RUNNING, currentOperations: Object.fromEntries(entries) };
}

describe("allowed operations of a VM", () => {
	test.each(LISTS)("%s", (_name, facts, expected) => {
		const allowed = allowedVmOperations(facts).toSorted();
		expect(allowed).toEqual(expected.split(" ").filter(Boolean).toSorted());
	});
});

describe("power states", () => {
	const states: PowerState[] = ["Halted", "Paused", "Suspended", "Running"];
	const pairs = states.flatMap((state) =>
		Object.entries(STATES_OF_OPERATION)
			.filter(([, valid]) => !valid.includes(state))
			.map(([operation, valid]) => ({ state, operation, valid })),
	);
	test.each(pairs)(
		"$operation of a $state VM",
		({ state, operation, valid }) => {
			expect(refuseVm({ ...HALTED, powerState: state }, operation)).toEqual([
				"VM_BAD_POWER_STATE",
				VM,
				valid.join(", ").toLowerCase(),
				state.toLowerCase(),
			]);
		},
	);

	test("a hard reboot names its states as XAPI does", () => {
		expect(refuseVm(HALTED, "hard_reboot")).toEqual([
			"VM_BAD_POWER_STATE",
			VM,
			"paused, running",
			"halted",
		]);
	});
});

const OTHER = "OpaqueRef:other";
const REFUSALS: readonly (readonly [string, VmFacts, string, string[]])[] = [
	[
		"blocked",
		{ ...HALTED, blockedOperations: { start: "no" } },
		"start",
		["OPERATION_BLOCKED", VM, "no"],
	],
	[
		"blocked comes before power state",
		{ ...RUNNING, blockedOperations: { start: "no" } },
		"start",
		["OPERATION_BLOCKED", VM, "no"],
	],
	[
		"busy",
		withRunning("suspend"),
		"pause",
		["OTHER_OPERATION_IN_PROGRESS", "VM", VM, "suspend", "task0"],
	],
	[
		"busy twice",
		withRunning("snapshot", "checkpoint"),
		"pause",
		[
			"OTHER_OPERATION_IN_PROGRESS",
			"VM",
			VM,
			"{snapshot,checkpoint}",
			"{task0,task1}",
		],
	],
	["template", TEMPLATE, "start", ["VM_IS_TEMPLATE", VM, "start"]],
	[
		"default template",
		{ ...TEMPLATE, isDefaultTemplate: true },
		"destroy",
		["VM_IS_TEMPLATE", VM, "destroy"],
	],
	["snapshot", SNAPSHOT, "start", ["VM_IS_SNAPSHOT", VM, "start"]],
	[
		"provision of a VM",
		HALTED,
		"provision",
		["PROVISION_ONLY_ALLOWED_ON_TEMPLATE"],
	],
	["revert of a VM", HALTED, "revert", ["REVERT_ONLY_ALLOWED_ON_SNAPSHOT"]],
	[
		"immobile",
		{ ...RUNNING, isImmobile: true },
		"pool_migrate",
		["VM_IS_IMMOBILE", VM],
	],
	[
		"nested",
		{ ...RUNNING, hasNestedVirt: true },
		"changing_dynamic_range",
		["VM_IS_USING_NESTED_VIRT", VM],
	],
	[
		"dom0",
		{ ...HALTED, isControlDomain: true, isDom0: true },
		"destroy",
		["OPERATION_NOT_ALLOWED", "This operation is not allowed on dom0"],
	],
	[
		"control domain",
		{ ...RUNNING, isControlDomain: true },
		"clean_reboot",
		[
			"OPERATION_NOT_ALLOWED",
			"This operation is not allowed on a control domain",
		],
	],
	[
		"no drivers",
		{ ...RUNNING, hasDrivers: false },
		"clean_shutdown",
		["VM_LACKS_FEATURE", VM],
	],
	[
		"cannot suspend",
		{ ...RUNNING, guestOther: { "data-cant-suspend-reason": "busy" } },
		"suspend",
		["VM_NON_SUSPENDABLE", VM, "busy"],
	],
	[
		"quiesce",
		RUNNING,
		"snapshot_with_quiesce",
		["VM_SNAPSHOT_WITH_QUIESCE_NOT_SUPPORTED", VM],
	],
	[
		"on boot reset",
		{ ...RUNNING, hasResetDisk: true },
		"snapshot",
		["VDI_ON_BOOT_MODE_INCOMPATIBLE_WITH_OPERATION"],
	],
	["PCI", { ...RUNNING, hasPci: true }, "suspend", ["VM_HAS_PCI_ATTACHED", VM]],
	["vGPU", { ...RUNNING, hasVgpu: true }, "pool_migrate", ["VM_HAS_VGPU", VM]],
	["USB", { ...HALTED, hasVusb: true }, "snapshot", ["VM_HAS_VUSBS", VM]],
	[
		"vApp",
		{ ...HALTED, appliance: OTHER },
		"make_into_template",
		["VM_IS_PART_OF_AN_APPLIANCE", VM, OTHER],
	],
	[
		"policy",
		{ ...HALTED, protectionPolicy: OTHER },
		"make_into_template",
		["VM_ASSIGNED_TO_PROTECTION_POLICY", VM, OTHER],
	],
	[
		"schedule",
		{ ...HALTED, snapshotSchedule: OTHER },
		"make_into_template",
		["VM_ASSIGNED_TO_SNAPSHOT_SCHEDULE", VM, OTHER],
	],
	[
		"upgrade",
		{ ...HALTED, isUpgrading: true },
		"clone",
		["NOT_SUPPORTED_DURING_UPGRADE"],
	],
	[
		"vTPM",
		{ ...HALTED, vtpmCount: 1 },
		"create_vtpm",
		["VTPM_MAX_AMOUNT_REACHED", "1"],
	],
];

describe("refusals of a VM", () => {
	test.each(REFUSALS)("%s", (...[, facts, operation, expected]) => {
		expect(refuseVm(facts, operation)).toEqual(expected);
	});

	test.each([
		[
			"a hard shutdown beside a clean one",
			withRunning("clean_shutdown"),
			"hard_shutdown",
		],
		["a hard reboot beside a snapshot", withRunning("snapshot"), "hard_reboot"],
		["a checkpoint beside a snapshot", withRunning("snapshot"), "checkpoint"],
		[
			"a copy beside a clone",
			{ ...HALTED, currentOperations: { t: "clone" } },
			"copy",
		],
		[
			"a clone of a suspended snapshot",
			{ ...SNAPSHOT, powerState: "Suspended" } as VmFacts,
			"clone",
		],
		[
			"VCPUs of a running control domain",
			{ ...RUNNING, isControlDomain: true },
			"changing_VCPUs",
		],
	])("%s is fine", (_name, facts, operation) => {
		expect(refuseVm(facts, operation)).toBeUndefined();
	});
});
