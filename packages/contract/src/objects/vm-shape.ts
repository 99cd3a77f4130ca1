import { z } from "zod";
import { lazily } from "../lazily.ts";
import {
	bytes,
	currentOperations,
	link,
	links,
	objectId,
	stringMap,
	timestamp,
} from "./base.ts";

const vmMemory = lazily(() =>
	z.object({
		dynamic: z.tuple([bytes, bytes]).describe("Minimum and maximum"),
		static: z.tuple([bytes, bytes]).describe("Minimum and maximum"),
		size: bytes,
		usage: bytes.optional(),
	}),
);

const creation = lazily(() =>
	z.looseObject({
		date: z.string().optional(),
		template: z.string().optional(),
		user: z.string().optional(),
	}),
);

const docker = lazily(() =>
	z.object({
		enabled: z.boolean(),
		info: z.unknown().optional(),
		containers: z.array(z.unknown()).optional(),
		process: z.unknown().optional(),
		version: z.unknown().optional(),
	}),
);

const xenTools = lazily(() =>
	z.union([
		z.literal(false),
		z.object({ major: z.number(), minor: z.number(), version: z.number() }),
	]),
);

const hardware = lazily(() => ({
	bios_strings: stringMap,
	boot: stringMap.describe("HVM boot parameters: order, firmware"),
	coresPerSocket: z.number().optional(),
	CPUs: z.object({ max: z.number(), number: z.number() }),
	cpuCap: z.number().optional(),
	cpuMask: z.array(z.number()).optional(),
	cpuWeight: z.number().optional(),
	attachedPcis: z.array(z.string()).optional().describe("PCI addresses"),
	expNestedHvm: z.boolean().meta({ deprecated: true }),
	isNestedVirtEnabled: z.boolean(),
	hasVendorDevice: z.boolean(),
	isFirmwareSupported: z.boolean(),
	memory: vmMemory(),
	needsVtpm: z.boolean(),
	nicType: z.string().optional(),
	PV_args: z.string().optional(),
	secureBoot: z.boolean(),
	vga: z.string().optional(),
	videoram: z.number().optional().describe("MiB"),
	viridian: z.boolean(),
	virtualizationMode: z
		.enum(["hvm", "pv", "pvh", "pv_in_pvh"])
		.describe("Domain type"),
}));

const guest = lazily(() => ({
	addresses: stringMap.describe(
		"IP addresses seen by the guest, by <device>/ipv4|ipv6/<index>",
	),
	mainIpAddress: z.string().optional(),
	docker: docker().optional(),
	managementAgentDetected: z.boolean().optional(),
	os_version: stringMap.nullable(),
	pvDriversDetected: z.boolean().optional(),
	pvDriversUpToDate: z.boolean().optional(),
	pvDriversVersion: z.string().optional(),
	xenTools: xenTools().optional().meta({ deprecated: true }),
}));

/** What the four types of the VM family have in common. */
export const vmShape = lazily(() => ({
	...hardware(),
	...guest(),
	$container: objectId.describe("Host it runs on or is bound to, else pool"),
	$VBDs: links,
	VGPUs: links,
	$VGPUs: links.describe("Same as VGPUs"),
	VIFs: links,
	VTPMs: links,
	affinityHost: link,
	auto_poweron: z.boolean(),
	blockedOperations: stringMap,
	creation: creation().optional(),
	current_operations: currentOperations,
	high_availability: z.string().describe("restart, best-effort or empty"),
	installTime: timestamp.optional(),
	name_description: z.string(),
	name_label: z.string(),
	notes: z.string().optional(),
	other: stringMap.describe("XAPI other_config"),
	parent: link,
	power_state: z.enum(["Running", "Halted", "Paused", "Suspended"]),
	resourceSet: z.string().optional(),
	snapshots: links,
	startDelay: z.number().describe("Seconds"),
	startTime: timestamp.optional(),
	suspendSr: link,
	tags: z.array(z.string()),
	xenStoreData: stringMap,
}));
