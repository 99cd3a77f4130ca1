import { useParams } from "@tanstack/react-router";
import type { QueryParams } from "@xo/client";
import { actionFields } from "../../actions/registry.ts";
import { objectQuery, useObject } from "../../live/use-live-query.ts";

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

/** What the page of a VM asks for first. */
export function vmQueries(id: string): readonly QueryParams[] {
	return [objectQuery(VM_TYPES, id, FIELDS)];
}

/** The VM of the page. */
export function useVm() {
	const { id } = useParams({ strict: false }) as { readonly id: string };
	return { id, ...useObject(VM_TYPES, id, FIELDS) };
}
