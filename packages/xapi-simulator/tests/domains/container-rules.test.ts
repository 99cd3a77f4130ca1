import { expect, test } from "vitest";
import { NULL_REF } from "../../src/domains/record.ts";
import { allowedApplianceOperations } from "../../src/domains/rules/appliance-rules.ts";
import {
	bondProperties,
	refuseBondMembers,
} from "../../src/domains/rules/bond-rules.ts";
import {
	allowedHostOperations,
	type HostFacts,
	refuseHost,
} from "../../src/domains/rules/host-rules.ts";
import { deriveMac, isMac } from "../../src/domains/rules/mac.ts";
import {
	allowedPoolOperations,
	refusePool,
} from "../../src/domains/rules/pool-rules.ts";
import {
	featuresOf,
	SM_CAPABILITIES,
} from "../../src/domains/rules/sm-capabilities.ts";
import { refuseSrConfig } from "../../src/domains/rules/sr-config.ts";
import {
	allowedSrOperations,
	refuseSr,
	type SrFacts,
} from "../../src/domains/rules/sr-rules.ts";

const SR: SrFacts = {
	ref: "sr",
	currentOperations: {},
	features: featuresOf(SM_CAPABILITIES.nfs ?? []),
	pbdCount: 1,
	hasAttachedPbd: true,
	hasManagedVdi: true,
	isIndestructible: false,
};
const IDLE_SR = { ...SR, hasAttachedPbd: false, hasManagedVdi: false };

test("a plugged SR lists what its features give", () => {
	const allowed = allowedSrOperations(SR);
	expect(allowed).toEqual(
		expect.arrayContaining([
			"scan",
			"plug",
			"unplug",
			"update",
			"vdi_create",
			"vdi_snapshot",
			"vdi_enable_cbt",
		]),
	);
	for (const absent of ["destroy", "forget", "vdi_introduce", "vdi_revert"]) {
		expect(allowed).not.toContain(absent);
	}
});

test.each([
	["plugged", SR, "destroy", ["SR_HAS_PBD", "sr"]],
	["plugged", SR, "forget", ["SR_HAS_PBD", "sr"]],
	[
		"without PBD",
		{ ...IDLE_SR, pbdCount: 0 },
		"destroy",
		["SR_HAS_NO_PBDS", "sr"],
	],
	["full", { ...IDLE_SR, hasManagedVdi: true }, "destroy", ["SR_NOT_EMPTY"]],
	[
		"indestructible",
		{ ...IDLE_SR, isIndestructible: true },
		"destroy",
		["SR_INDESTRUCTIBLE", "sr"],
	],
	["idle", IDLE_SR, "destroy", undefined],
	[
		"busy",
		{ ...SR, currentOperations: { t: "scan" } },
		"update",
		["OTHER_OPERATION_IN_PROGRESS", "SR", "sr", "scan", "t"],
	],
	["busy", { ...SR, currentOperations: { t: "scan" } }, "plug", undefined],
])("SR %s", (...[, facts, operation, expected]) => {
	expect(refuseSr(facts, operation)).toEqual(expected);
});

const HOST: HostFacts = {
	ref: "host",
	currentOperations: {},
	isLive: true,
	powerOnMode: "",
};

test("a live host lists all but power_on", () => {
	expect(allowedHostOperations(HOST)).not.toContain("power_on");
	expect(allowedHostOperations(HOST)).toContain("evacuate");
});

test.each([
	[HOST, "power_on", ["HOST_IS_LIVE", "host"]],
	[{ ...HOST, isLive: false }, "power_on", ["HOST_POWER_ON_MODE_DISABLED"]],
	[
		{ ...HOST, currentOperations: { t: "evacuate" } },
		"vm_migrate",
		["OTHER_OPERATION_IN_PROGRESS", "host", "host", "evacuate", "t"],
	],
	[
		{ ...HOST, currentOperations: { t: "vm_migrate" } },
		"reboot",
		["OTHER_OPERATION_IN_PROGRESS", "host", "host", "vm_migrate", "t"],
	],
	[{ ...HOST, currentOperations: { t: "evacuate" } }, "reboot", undefined],
])("host %#", (facts, operation, expected) => {
	expect(refuseHost(facts, operation)).toEqual(expected);
});

test("the pool refuses while something changes it", () => {
	const idle = { currentOperations: {}, isHaEnabled: false };
	expect(allowedPoolOperations(idle)).toContain("ha_enable");
	expect(refusePool(idle, "ha_disable")).toEqual(["HA_NOT_ENABLED"]);
	expect(refusePool({ ...idle, isHaEnabled: true }, "ha_enable")).toEqual([
		"HA_IS_ENABLED",
	]);
	const busy = { ...idle, currentOperations: { t: "ha_enable" } };
	expect(refusePool(busy, "eject")).toEqual(["HA_ENABLE_IN_PROGRESS"]);
});

test("a vApp stops only what runs", () => {
	const of = (...powerStates: string[]) =>
		allowedApplianceOperations({ isIdle: true, powerStates });
	expect(of("Halted")).toEqual(["start"]);
	expect(of("Running")).toEqual([
		"clean_shutdown",
		"hard_shutdown",
		"shutdown",
	]);
	expect(of("Running", "Halted")).toHaveLength(4);
});

test("members of a bond", () => {
	const member = {
		ref: "a",
		host: "h",
		bond: NULL_REF,
		isManagement: false,
		hasIp: true,
	};
	const other = { ...member, ref: "b", hasIp: false };
	expect(refuseBondMembers([member])).toEqual(["PIF_BOND_NEEDS_MORE_MEMBERS"]);
	expect(refuseBondMembers([member, { ...other, bond: "x" }])).toEqual([
		"PIF_ALREADY_BONDED",
		"b",
	]);
	expect(refuseBondMembers([member, { ...other, host: "x" }])).toEqual([
		"PIF_CANNOT_BOND_CROSS_HOST",
	]);
	expect(refuseBondMembers([member, { ...other, hasIp: true }])).toEqual([
		"PIF_BOND_MORE_THAN_ONE_IP",
	]);
	expect(refuseBondMembers([member, other])).toBeUndefined();
	expect(bondProperties("lacp", {})).toMatchObject({
		settings: { hashing_algorithm: "tcpudp_ports", "lacp-time": "slow" },
	});
	expect(bondProperties("lacp", { "lacp-time": "never" })).toEqual({
		refusal: ["INVALID_VALUE", "lacp-time", "never"],
	});
});

test("MAC addresses follow from the seed and the device", () => {
	const macs = [0, 1, 2].map((device) => deriveMac("seed", device));
	expect(new Set(macs).size).toBe(3);
	expect(macs[0]).toBe(deriveMac("seed", 0));
	for (const mac of macs) {
		expect(isMac(mac)).toBe(true);
		expect(Number.parseInt(mac.slice(0, 2), 16) & 3).toBe(2);
	}
	expect(isMac("01:00:00:00:00:00")).toBe(false);
	expect(isMac("nonsense")).toBe(false);
});

test.each([
	["nfs", {}, "102", ""],
	["nfs", { server: "s" }, "101", "<nfs-exports>"],
	["lvmoiscsi", {}, "95", ""],
	["lvmoiscsi", { target: "t" }, "96", "<iscsi-target-iqns>"],
	["lvmoiscsi", { target: "t", targetIQN: "i" }, "107", "<iscsi-target>"],
	["lvmohba", {}, "107", "<Devlist>"],
	["ext", {}, "90", ""],
	["iso", {}, "220", ""],
])("%s without %j", (...[type, config, code, xml]) => {
	const refusal = refuseSrConfig(type, config) ?? [];
	expect(refusal[0]).toBe(`SR_BACKEND_FAILURE_${code}`);
	expect(refusal).toHaveLength(4);
	expect(refusal[3]).toContain(xml);
});
