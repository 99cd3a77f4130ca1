import type { LiveRow } from "@xo/contract";
import type { VmAction } from "@xo/rules";
import { mapOf, numberOf, textOf } from "../../objects/read-row.ts";

export type SettingValue = string | number | boolean | null;

interface Common {
	/** Parameter of `vm.set`. */
	readonly name: string;
	/** What the VM has now; null: not set. */
	readonly read: (row: LiveRow) => SettingValue;
	/** The rule that it follows, `edit` when absent. */
	readonly rule?: VmAction;
	/** For HVM only, or for others only. */
	readonly only?: "hvm" | "pv";
	/** Whether a line explains it. */
	readonly hasHint?: true;
}

/** A setting of `vm.set` and how it is shown. */
export type Setting = Common &
	(
		| { readonly kind: "switch" | "text" | "size" }
		| {
				readonly kind: "number";
				readonly min?: number;
				/** Empty clears it. */
				readonly isClearable?: true;
		  }
		| { readonly kind: "choice"; readonly values: readonly string[] }
		| { readonly kind: "object"; readonly type: "host" | "SR" }
		/** Numbers, separated by commas. */
		| { readonly kind: "numbers" }
	);

interface SettingGroup {
	readonly name: "cpu" | "memory" | "boot" | "start" | "devices" | "guest";
	readonly settings: readonly Setting[];
}

/** One end of a range of memory, in bytes. */
export function memoryAt(key: string, index: number) {
	return (row: LiveRow): SettingValue => {
		const range = mapOf(row, "memory")[key];
		const value: unknown = Array.isArray(range) ? range[index] : undefined;
		return typeof value === "number" ? value : null;
	};
}

function cpu(key: "number" | "max") {
	return (row: LiveRow): SettingValue => Number(mapOf(row, "CPUs")[key] ?? 1);
}

const flag = (key: string) => (row: LiveRow) => row[key] === true;
const number = (key: string) => (row: LiveRow) => numberOf(row, key) ?? null;
const text = (key: string) => (row: LiveRow) => textOf(row, key);
const link = (key: string) => (row: LiveRow) => textOf(row, key) || null;

export const settingGroups: readonly SettingGroup[] = [
	{
		name: "cpu",
		settings: [
			{
				name: "CPUs",
				kind: "number",
				min: 1,
				read: cpu("number"),
				rule: "editCpus",
			},
			{
				name: "cpusMax",
				kind: "number",
				min: 1,
				read: cpu("max"),
				rule: "editHardware",
			},
			{
				name: "coresPerSocket",
				kind: "number",
				min: 1,
				isClearable: true,
				read: number("coresPerSocket"),
				rule: "editHardware",
			},
			{
				name: "cpuWeight",
				kind: "number",
				min: 1,
				isClearable: true,
				read: number("cpuWeight"),
				hasHint: true,
			},
			{
				name: "cpuCap",
				kind: "number",
				min: 0,
				isClearable: true,
				read: number("cpuCap"),
				hasHint: true,
			},
			{
				name: "cpuMask",
				kind: "numbers",
				read: (row) => {
					const mask = row.cpuMask;
					return Array.isArray(mask) ? mask.join(", ") : "";
				},
				hasHint: true,
			},
		],
	},
	{
		name: "memory",
		settings: [
			{
				name: "memoryMax",
				kind: "size",
				read: memoryAt("dynamic", 1),
				rule: "editMemory",
			},
			{
				name: "memoryMin",
				kind: "size",
				read: memoryAt("dynamic", 0),
				rule: "editMemory",
				hasHint: true,
			},
			{
				name: "memoryStaticMax",
				kind: "size",
				read: memoryAt("static", 1),
				rule: "editHardware",
				hasHint: true,
			},
		],
	},
	{
		name: "start",
		settings: [
			{ name: "auto_poweron", kind: "switch", read: flag("auto_poweron") },
			{
				name: "startDelay",
				kind: "number",
				min: 0,
				read: (row) => numberOf(row, "startDelay") ?? 0,
			},
			{
				name: "high_availability",
				kind: "choice",
				values: ["", "best-effort", "restart"],
				read: text("high_availability"),
			},
			{
				name: "affinityHost",
				kind: "object",
				type: "host",
				read: link("affinityHost"),
			},
			{
				name: "suspendSr",
				kind: "object",
				type: "SR",
				read: link("suspendSr"),
			},
		],
	},
	{
		name: "boot",
		settings: [
			{
				name: "hvmBootFirmware",
				kind: "choice",
				values: ["bios", "uefi"],
				only: "hvm",
				read: (row) => String(mapOf(row, "boot").firmware ?? "bios"),
				rule: "editHardware",
			},
			{
				name: "secureBoot",
				kind: "switch",
				only: "hvm",
				read: flag("secureBoot"),
				rule: "editHardware",
			},
			{
				// XAPI does not tell which it is now.
				name: "uefiMode",
				kind: "choice",
				values: ["", "setup", "user"],
				only: "hvm",
				read: () => "",
				rule: "editHardware",
				hasHint: true,
			},
			{ name: "PV_args", kind: "text", only: "pv", read: text("PV_args") },
			{
				name: "virtualizationMode",
				kind: "choice",
				values: ["hvm", "pv", "pvh", "pv_in_pvh"],
				read: text("virtualizationMode"),
				rule: "editHardware",
			},
		],
	},
	{
		name: "devices",
		settings: [
			{
				name: "vga",
				kind: "choice",
				values: ["std", "cirrus"],
				only: "hvm",
				read: (row) => textOf(row, "vga") || "cirrus",
				rule: "editHardware",
			},
			{
				name: "videoram",
				kind: "number",
				min: 1,
				only: "hvm",
				read: (row) => numberOf(row, "videoram") ?? 4,
				rule: "editHardware",
			},
			{
				name: "nicType",
				kind: "choice",
				values: ["", "rtl8139", "e1000"],
				only: "hvm",
				read: text("nicType"),
				rule: "editHardware",
			},
			{
				name: "nestedVirt",
				kind: "switch",
				only: "hvm",
				read: flag("isNestedVirtEnabled"),
				rule: "editHardware",
			},
		],
	},
	{
		name: "guest",
		settings: [
			{
				name: "viridian",
				kind: "switch",
				only: "hvm",
				read: flag("viridian"),
				rule: "editHardware",
				hasHint: true,
			},
			{
				name: "hasVendorDevice",
				kind: "switch",
				only: "hvm",
				read: flag("hasVendorDevice"),
				rule: "editHardware",
				hasHint: true,
			},
		],
	},
];
