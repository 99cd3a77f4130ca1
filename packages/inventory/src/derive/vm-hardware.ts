import type { XoVm } from "@xo/contract";
import type { Context } from "../context.ts";
import {
	flag,
	number,
	stringMap,
	text,
	toNumber,
	type XapiRecord,
} from "../records.ts";
import { attributesOf } from "../xml.ts";
import type { VmTools } from "./vm-guest.ts";

interface Sources {
	readonly metrics: XapiRecord | undefined;
	readonly tools: VmTools;
	readonly context: Context;
}

export function vmHardware(vm: XapiRecord, sources: Sources) {
	const { context } = sources;
	const other = stringMap(vm, "other_config");
	const platform = stringMap(vm, "platform");
	const params = stringMap(vm, "VCPUs_params");
	const mode = virtualizationMode(vm);
	const isHvm = mode === "hvm";
	const nestedKey = context.hasNestedVirtKey ? "nested-virt" : "exp-nested-hvm";
	return {
		attachedPcis: other.pci?.split(",").map((pci) => pci.split("/")[1] ?? pci),
		bios_strings: stringMap(vm, "bios_strings"),
		boot: stringMap(vm, "HVM_boot_params"),
		coresPerSocket: toNumber(platform["cores-per-socket"]),
		CPUs: cpus(vm, sources),
		cpuCap: toNumber(params.cap),
		cpuMask: params.mask?.split(",").map(Number),
		cpuWeight: toNumber(params.weight),
		expNestedHvm: platform["exp-nested-hvm"] === "true",
		isNestedVirtEnabled: platform[nestedKey] === "true",
		hasVendorDevice: flag(vm, "has_vendor_device"),
		isFirmwareSupported: isFirmwareSupported(vm),
		memory: memory(vm, sources),
		needsVtpm: platform.vtpm === "true",
		nicType: platform.nic_type,
		PV_args: isHvm ? undefined : text(vm, "PV_args"),
		secureBoot: platform.secureboot === "true",
		vga: isHvm ? (platform.vga ?? "cirrus") : undefined,
		videoram: isHvm ? (toNumber(platform.videoram) ?? 4) : undefined,
		viridian: platform.viridian === "true",
		virtualizationMode: mode,
	};
}

function virtualizationMode(vm: XapiRecord): XoVm["virtualizationMode"] {
	const domainType = text(vm, "domain_type");
	if (domainType !== "" && domainType !== "unspecified") {
		return domainType as XoVm["virtualizationMode"];
	}
	return text(vm, "HVM_boot_policy") === "" ? "pv" : "hvm";
}

function cpus(vm: XapiRecord, { metrics, tools }: Sources): XoVm["CPUs"] {
	const isMeasured =
		metrics !== undefined &&
		tools.isRunning &&
		tools.version !== undefined &&
		!flag(vm, "is_a_template");
	return {
		max: number(vm, "VCPUs_max"),
		number: isMeasured
			? number(metrics, "VCPUs_number")
			: number(vm, "VCPUs_at_startup"),
	};
}

function memory(vm: XapiRecord, { metrics, tools }: Sources): XoVm["memory"] {
	const dynamicMax = number(vm, "memory_dynamic_max");
	return {
		dynamic: [number(vm, "memory_dynamic_min"), dynamicMax],
		static: [number(vm, "memory_static_min"), number(vm, "memory_static_max")],
		...memorySize(),
	};

	function memorySize() {
		if (!tools.isRunning) return { size: dynamicMax };
		const seen = tools.metrics && stringMap(tools.metrics, "memory");
		const usage = toNumber(seen?.used);
		if (usage !== undefined) {
			return { size: toNumber(seen?.total) ?? dynamicMax, usage };
		}
		return { size: metrics ? number(metrics, "memory_actual") : dynamicMax };
	}
}

/** Answers by firmware and recommendations: few templates' texts serve all. */
const firmwareSupport = new Map<string, boolean>();
const MAX_ANSWERS = 1000;

function isFirmwareSupported(vm: XapiRecord): boolean {
	const recommendations = text(vm, "recommendations");
	const { firmware = "bios" } = stringMap(vm, "HVM_boot_params");
	const key = `${firmware} ${recommendations}`;
	const known = firmwareSupport.get(key);
	if (known !== undefined) return known;
	const restriction = attributesOf(recommendations, "restriction").find(
		({ field }) => field === `supports-${firmware}`,
	);
	const isSupported = restriction?.value !== "no";
	if (firmwareSupport.size >= MAX_ANSWERS) firmwareSupport.clear();
	firmwareSupport.set(key, isSupported);
	return isSupported;
}
