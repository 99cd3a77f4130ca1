import { field, type ListField } from "../model.ts";
import {
	description,
	host,
	name,
	operations,
	pool,
	sr,
	tags,
	uuid,
	vm,
} from "./common.ts";

/** What an object does, of the last minute. */
export const metrics: readonly ListField[] = [
	field("share", ["metrics.cpu", "cpuUse"]),
	field("bytes", ["metrics.memory", "memoryUse"], { isSummed: true }),
	field("share", ["metrics.memoryRatio", "memoryShare"]),
	field("rate", ["metrics.networkRx", "networkRx"], { isSummed: true }),
	field("rate", ["metrics.networkTx", "networkTx"], { isSummed: true }),
];
export const diskMetrics: readonly ListField[] = [
	field("rate", ["metrics.diskRead", "diskRead"], { isSummed: true }),
	field("rate", ["metrics.diskWrite", "diskWrite"], { isSummed: true }),
];

const hardware: readonly ListField[] = [
	field("number", ["CPUs.number", "cpus"], { isSummed: true }),
	field("number", ["CPUs.max", "cpusMax"]),
	field("bytes", ["memory.size", "memory"], { isSummed: true }),
	field("sizes", ["memory.dynamic", "memoryDynamic"]),
	field("sizes", ["memory.static", "memoryStatic"]),
	field("number", ["coresPerSocket", "coresPerSocket"]),
	field("number", ["cpuCap", "cpuCap"]),
	field("number", ["cpuWeight", "cpuWeight"]),
	field("list", ["cpuMask", "cpuMask"]),
	field("text", ["virtualizationMode", "virtualizationMode"], {
		width: 110,
		values: ["hvm", "pv", "pvh", "pv_in_pvh"],
	}),
	field("text", ["boot.firmware", "firmware"], {
		width: 100,
		values: ["bios", "uefi"],
	}),
	field("text", ["boot.order", "bootOrder"], { width: 100 }),
	field("flag", ["secureBoot", "secureBoot"]),
	field("flag", ["isNestedVirtEnabled", "nestedVirt"]),
	field("flag", ["hasVendorDevice", "vendorDevice"]),
	field("flag", ["isFirmwareSupported", "firmwareSupported"]),
	field("flag", ["needsVtpm", "needsVtpm"]),
	field("flag", ["viridian", "viridian"]),
	field("text", ["nicType", "nicType"], { width: 100 }),
	field("text", ["vga", "vga"], { width: 100 }),
	field("mebibytes", ["videoram", "videoram"]),
	field("text", ["PV_args", "pvArgs"]),
	field("list", ["attachedPcis", "attachedPcis"]),
	field("count", ["$VBDs", "vbds"]),
	field("count", ["VIFs", "vifs"]),
	field("count", ["VGPUs", "vgpus"]),
	field("count", ["VTPMs", "vtpms"]),
	field("map", ["bios_strings", "biosStrings"]),
];

const guest: readonly ListField[] = [
	field("text", ["mainIpAddress", "ip"], { width: 130 }),
	field("map", ["addresses", "addresses"]),
	field("os", ["os_version.name", "os"]),
	field("map", ["os_version", "osVersion"]),
	field("flag", ["managementAgentDetected", "agent"]),
	field("flag", ["pvDriversDetected", "pvDrivers"]),
	field("flag", ["pvDriversUpToDate", "pvDriversUpToDate"]),
	field("text", ["pvDriversVersion", "pvDriversVersion"]),
	field("flag", ["docker.enabled", "docker"]),
];

const settings: readonly ListField[] = [
	field("flag", ["auto_poweron", "autoPoweron"]),
	field("text", ["high_availability", "highAvailability"], {
		width: 110,
		values: ["restart", "best-effort"],
	}),
	host("affinityHost", "affinityHost"),
	sr("suspendSr", "suspendSr"),
	field("duration", ["startDelay", "startDelay"]),
	field("time", ["startTime", "startTime"]),
	field("time", ["installTime", "installTime"]),
	field("map", ["blockedOperations", "blockedOperations"]),
	field("text", ["creation.user", "createdBy"]),
	field("text", ["creation.date", "createdAt"]),
	field("text", ["creation.template", "createdFrom"]),
	field("text", ["resourceSet", "resourceSet"]),
	field("text", ["notes", "notes"]),
	field("count", ["snapshots", "snapshots"]),
	vm("parent", "parent"),
	operations,
	field("map", ["other", "otherConfig"]),
	field("map", ["xenStoreData", "xenStoreData"]),
];

/** What VMs, templates and snapshots of VMs have. */
export const vmFields: readonly ListField[] = [
	name,
	field("power", ["power_state", "powerState"], {
		values: ["Running", "Halted", "Paused", "Suspended"],
	}),
	description,
	tags,
	pool,
	field("link", ["$container", "container"], { linkTo: ["host", "pool"] }),
	...guest,
	...hardware,
	...settings,
	uuid,
];
