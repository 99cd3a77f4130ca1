import { useParams } from "@tanstack/react-router";
import type { LiveRow } from "@xo/contract";
import { actionFields } from "../../actions/registry.ts";
import { useObject } from "../../live/use-live-query.ts";

const VM_TYPES = ["VM", "VM-template", "VM-snapshot", "VM-controller"] as const;

/** All that the tabs show: one query for them all. */
const FIELDS = [
	...actionFields,
	"addresses",
	"affinityHost",
	"auto_poweron",
	"boot",
	"coresPerSocket",
	"cpuCap",
	"cpuMask",
	"cpuWeight",
	"CPUs",
	"creation",
	"hasVendorDevice",
	"high_availability",
	"installTime",
	"isNestedVirtEnabled",
	"mainIpAddress",
	"memory",
	"name_description",
	"nicType",
	"notes",
	"os_version",
	"parent",
	"pvDriversUpToDate",
	"pvDriversVersion",
	"PV_args",
	"secureBoot",
	"startDelay",
	"startTime",
	"suspendSr",
	"tags",
	"uuid",
	"vga",
	"videoram",
	"VIFs",
	"viridian",
	"VTPMs",
	"VGPUs",
	"vulnerabilities",
	"xenStoreData",
] as const;

/** The VM of the page. */
export function useVm() {
	const { id } = useParams({ strict: false }) as { readonly id: string };
	return { id, ...useObject(VM_TYPES, id, FIELDS) };
}

export function textOf(row: LiveRow, key: string): string {
	const value = row[key];
	return typeof value === "string" ? value : "";
}

export function idOf(row: LiveRow, key: string): string | undefined {
	return textOf(row, key) || undefined;
}

export function numberOf(row: LiveRow, key: string): number | undefined {
	const value = row[key];
	return typeof value === "number" ? value : undefined;
}

export function listOf(row: LiveRow, key: string): readonly string[] {
	const value = row[key];
	return Array.isArray(value)
		? value.filter((item) => typeof item === "string")
		: [];
}

export function mapOf(
	row: LiveRow,
	key: string,
): Readonly<Record<string, unknown>> {
	const value = row[key];
	return typeof value === "object" && value !== null && !Array.isArray(value)
		? (value as Record<string, unknown>)
		: {};
}
