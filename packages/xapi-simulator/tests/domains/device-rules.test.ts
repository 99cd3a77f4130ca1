import { describe, expect, test } from "vitest";
import {
	featuresOf,
	SM_CAPABILITIES,
} from "../../src/domains/rules/sm-capabilities.ts";
import {
	allowedVbdOperations,
	refuseVbd,
	type VbdFacts,
} from "../../src/domains/rules/vbd-rules.ts";
import {
	allowedVdiOperations,
	refuseVdi,
	type VdiFacts,
} from "../../src/domains/rules/vdi-rules.ts";
import {
	allowedVifOperations,
	refuseVif,
	type VifFacts,
} from "../../src/domains/rules/vif-rules.ts";

const [VBD, VM, VDI, SR, VIF] = ["vbd", "vm", "vdi", "sr", "vif"];

const DISK: VbdFacts = {
	ref: VBD,
	vm: VM,
	currentOperations: {},
	isUnpluggable: true,
	isCd: false,
	isEmpty: false,
	isWriter: true,
	isAttached: true,
	powerState: "Running",
	vmOperations: {},
	isHvm: true,
	isControlDomain: false,
	canHotplug: "yes",
	hasDetectedDrivers: true,
	vdi: {
		ref: VDI,
		sr: SR,
		currentOperations: {},
		isReadOnly: false,
		isSharable: false,
	},
	rivals: [],
};
const UNPLUGGED: VbdFacts = { ...DISK, isAttached: false };
const CD: VbdFacts = { ...DISK, isCd: true, isWriter: false };
const EMPTY: VbdFacts = { ...CD, isEmpty: true, vdi: undefined };
const HALTED = { powerState: "Halted", isAttached: false };

describe("allowed operations of a VBD", () => {
	test.each([
		["attached disk", DISK, "attach unplug unplug_force"],
		["unplugged disk", UNPLUGGED, "attach plug"],
		["disk of a halted VM", { ...DISK, ...HALTED }, "attach"],
		["disc", CD, "attach eject"],
		["empty drive", EMPTY, "attach insert"],
	])("%s", (_name, facts, expected) => {
		expect(allowedVbdOperations(facts).join(" ")).toBe(expected);
	});
});

const BUSY = { task: "plug" };
type Row<Facts> = readonly [string, Facts, string, readonly string[]];

const VBD_REFUSALS: readonly Row<VbdFacts>[] = [
	[
		"busy",
		{ ...DISK, currentOperations: BUSY },
		"unplug",
		["OTHER_OPERATION_IN_PROGRESS", "VBD", VBD, "plug", "task"],
	],
	[
		"fixed",
		{ ...DISK, isUnpluggable: false },
		"unplug",
		["VBD_NOT_UNPLUGGABLE", VBD],
	],
	["disk insert", UNPLUGGED, "insert", ["VBD_NOT_REMOVABLE_MEDIA", VBD]],
	["empty", EMPTY, "eject", ["VBD_IS_EMPTY", VBD]],
	["full", CD, "insert", ["VBD_NOT_EMPTY", VBD]],
	["attached", DISK, "plug", ["DEVICE_ALREADY_ATTACHED", VBD]],
	["detached", UNPLUGGED, "unplug", ["DEVICE_ALREADY_DETACHED", VBD]],
	[
		"halted",
		{ ...DISK, ...HALTED },
		"plug",
		["VM_BAD_POWER_STATE", VM, "running", "halted"],
	],
	[
		"VM going down",
		{ ...DISK, vmOperations: { t: "clean_shutdown" } },
		"unplug",
		["OPERATION_NOT_ALLOWED", "Current operation on VM:vm is clean_shutdown"],
	],
	[
		"no drivers",
		{ ...UNPLUGGED, canHotplug: "unspecified", hasDetectedDrivers: false },
		"plug",
		["VM_MISSING_PV_DRIVERS", VM],
	],
	[
		"HVM disc",
		{ ...CD, isAttached: false },
		"plug",
		[
			"OPERATION_NOT_ALLOWED",
			"HVM CDROMs cannot be hotplugged/unplugged, only inserted or ejected",
		],
	],
	[
		"suspended disc",
		{ ...CD, powerState: "Suspended" },
		"eject",
		["VM_BAD_POWER_STATE", VM, "halted, running", "suspended"],
	],
	[
		"VDI busy",
		withVdi({ currentOperations: { t: "snapshot" } }),
		"plug",
		["OTHER_OPERATION_IN_PROGRESS", "VDI", VDI, "snapshot", "t"],
	],
	[
		"VDI written elsewhere",
		{ ...UNPLUGGED, rivals: [{ isWriter: true }] },
		"plug",
		["VDI_IN_USE", VDI],
	],
	[
		"VDI read elsewhere",
		{ ...UNPLUGGED, rivals: [{ isWriter: false }] },
		"attach",
		["VDI_IN_USE", VDI],
	],
	["read only", withVdi({ isReadOnly: true }), "plug", ["VDI_READONLY", VDI]],
	["pause", DISK, "pause", ["SR_OPERATION_NOT_SUPPORTED", SR]],
];

function withVdi(changes: Partial<NonNullable<VbdFacts["vdi"]>>): VbdFacts {
	return { ...UNPLUGGED, vdi: { ...DISK.vdi!, ...changes } };
}

describe("refusals of a VBD", () => {
	test.each(VBD_REFUSALS)("%s", (...[, facts, operation, expected]) => {
		expect(refuseVbd(facts, operation)).toEqual(expected);
	});

	test("a copy of the VDI is not in the way, nor a sharable VDI", () => {
		const copied = withVdi({ currentOperations: { t: "copy" } });
		expect(refuseVbd(copied, "plug")).toBeUndefined();
		const shared = withVdi({ isSharable: true });
		const rivals = [{ isWriter: true }];
		expect(refuseVbd({ ...shared, rivals }, "plug")).toBeUndefined();
	});
});

const NIC: VifFacts = {
	ref: VIF,
	vm: VM,
	currentOperations: {},
	isAttached: true,
	powerState: "Running",
	vmOperations: {},
	isHvm: true,
	isControlDomain: false,
	isSriov: false,
	canHotplug: "yes",
	hasDetectedDrivers: true,
};
const FREE_NIC: VifFacts = { ...NIC, isAttached: false };

describe("VIF", () => {
	test.each([
		["attached", NIC, "attach unplug"],
		["detached", FREE_NIC, "attach plug"],
		["halted", { ...NIC, ...HALTED }, "attach"],
	])("%s", (_name, facts, expected) => {
		expect(allowedVifOperations(facts).join(" ")).toBe(expected);
	});

	test.each<Row<VifFacts>>([
		[
			"busy, always in braces",
			{ ...NIC, currentOperations: BUSY },
			"unplug",
			["OTHER_OPERATION_IN_PROGRESS", "VIF", VIF, "{plug}", "{task}"],
		],
		["attached", NIC, "plug", ["DEVICE_ALREADY_ATTACHED", VIF]],
		["detached", FREE_NIC, "unplug", ["DEVICE_ALREADY_DETACHED", VIF]],
		[
			"dom0",
			{ ...NIC, isControlDomain: true },
			"unplug",
			["OPERATION_NOT_ALLOWED", "Control domain does not support hotplug"],
		],
		[
			"no drivers",
			{ ...FREE_NIC, canHotplug: "unspecified", hasDetectedDrivers: false },
			"plug",
			["VM_MISSING_PV_DRIVERS", VM],
		],
	])("%s", (...[, facts, operation, expected]) => {
		expect(refuseVif(facts, operation)).toEqual(expected);
	});
});

const IMAGE: VdiFacts = {
	ref: VDI,
	sr: SR,
	srType: "nfs",
	isToolsSr: false,
	hasAttachedPbd: true,
	features: featuresOf(SM_CAPABILITIES.nfs ?? []),
	type: "user",
	currentOperations: {},
	isSnapshot: false,
	isSharable: false,
	hasCbt: false,
	resetsOnBoot: false,
	vbds: [],
	isHaEnabled: false,
	isUpgrading: false,
};
const USED: VdiFacts = {
	...IMAGE,
	vbds: [
		{
			isAttached: true,
			isWriter: true,
			isOfSnapshot: false,
			currentOperations: {},
		},
	],
};
const OLD: VdiFacts = { ...IMAGE, isSnapshot: true };
const CBT: VdiFacts = { ...IMAGE, hasCbt: true };

describe("allowed operations of a VDI", () => {
	test.each([
		[
			"idle",
			IMAGE,
			"clone copy resize snapshot destroy forget update generate_config",
		],
		["in use", USED, "clone snapshot"],
		["busy", { ...IMAGE, currentOperations: { t: "resize" } }, ""],
		[
			"being copied",
			{ ...IMAGE, currentOperations: { t: "copy" } },
			"clone copy resize destroy forget update generate_config",
		],
		[
			"ISO",
			{
				...IMAGE,
				srType: "iso",
				features: featuresOf(SM_CAPABILITIES.iso ?? []),
			},
			"copy destroy forget",
		],
	])("%s", (_name, facts, expected) => {
		expect(allowedVdiOperations(facts).join(" ")).toBe(expected);
	});
});

const VDI_REFUSALS: readonly Row<VdiFacts>[] = [
	["in use", USED, "destroy", ["VDI_IN_USE", VDI, "destroy"]],
	[
		"busy",
		{ ...IMAGE, currentOperations: { t: "resize" } },
		"clone",
		["OTHER_OPERATION_IN_PROGRESS", "VDI", VDI, "resize", "t"],
	],
	[
		"unplugged",
		{ ...IMAGE, hasAttachedPbd: false },
		"resize",
		["SR_HAS_NO_PBDS", SR],
	],
	[
		"device busy",
		{
			...IMAGE,
			vbds: [
				{
					isAttached: false,
					isWriter: true,
					isOfSnapshot: false,
					currentOperations: { t: "plug" },
				},
			],
		},
		"destroy",
		["OTHER_OPERATION_IN_PROGRESS", "VDI", VDI, "plug", "t"],
	],
	[
		"no feature",
		{ ...IMAGE, features: new Map() },
		"snapshot",
		["SR_OPERATION_NOT_SUPPORTED", SR],
	],
	[
		"CBT metadata",
		{ ...OLD, type: "cbt_metadata" },
		"clone",
		["VDI_INCOMPATIBLE_TYPE", VDI, "cbt_metadata"],
	],
	["CBT", CBT, "mirror", ["VDI_CBT_ENABLED", VDI]],
	[
		"udev",
		{ ...IMAGE, srType: "udev" },
		"destroy",
		["VDI_IS_A_PHYSICAL_DEVICE", VDI],
	],
	[
		"tools",
		{ ...IMAGE, isToolsSr: true },
		"destroy",
		["SR_OPERATION_NOT_SUPPORTED", SR],
	],
	["rrd", { ...IMAGE, type: "rrd" }, "destroy", ["VDI_HAS_RRDS", VDI]],
	[
		"HA",
		{ ...IMAGE, type: "ha_statefile", isHaEnabled: true },
		"destroy",
		["HA_IS_ENABLED"],
	],
	[
		"data of a disk",
		CBT,
		"data_destroy",
		["OPERATION_NOT_ALLOWED", `VDI is not a snapshot: ${VDI}`],
	],
	["data without CBT", OLD, "data_destroy", ["VDI_NO_CBT_METADATA", VDI]],
	[
		"sharable",
		{ ...IMAGE, isSharable: true },
		"snapshot",
		["VDI_IS_SHARABLE", VDI],
	],
	[
		"reset",
		{ ...IMAGE, resetsOnBoot: true },
		"copy",
		["VDI_ON_BOOT_MODE_INCOMPATIBLE_WITH_OPERATION"],
	],
	[
		"CBT of a snapshot",
		OLD,
		"enable_cbt",
		["OPERATION_NOT_ALLOWED", `VDI is a snapshot: ${VDI}`],
	],
	[
		"upgrade",
		{ ...IMAGE, isUpgrading: true },
		"copy",
		["NOT_SUPPORTED_DURING_UPGRADE"],
	],
];

describe("refusals of a VDI", () => {
	test.each(VDI_REFUSALS)("%s", (...[, facts, operation, expected]) => {
		expect(refuseVdi(facts, operation)).toEqual(expected);
	});
});
