import {
	invalidParameters,
	type ParsedParamsOf,
	type XoObject,
} from "@xo/contract";
import { whyNotMemory } from "@xo/rules";
import type { Xapi } from "@xo/xapi";
import type { Ref } from "@xo/xapi-wire";
import { parseSize } from "../pools/parse-size.ts";
import { callByName, xapiRefOf } from "../pools/refs.ts";
import type { AnyVm, VmCall } from "./vm-call.ts";

type Settings = Omit<ParsedParamsOf<"vm.set">, "id">;

/** What a setting needs to be written. */
interface Target {
	readonly vm: AnyVm;
	readonly ref: Ref<"VM">;
	readonly xapi: Xapi;
	readonly find: (id: string) => XoObject;
}

type Writers = {
	readonly [K in keyof Settings]?: (
		target: Target,
		value: Exclude<Settings[K], undefined>,
	) => Promise<unknown>;
};

function nullRef<C extends string>(_className: C): Ref<C> {
	return "OpaqueRef:NULL" as Ref<C>;
}

/** Writes one key of a map; `null` removes it. */
async function setKey(
	{ xapi, ref }: Target,
	field: "other_config" | "platform" | "VCPUs_params" | "xenstore_data",
	[key, value]: readonly [string, string | null],
): Promise<void> {
	await callByName(xapi, `VM.remove_from_${field}`, [ref, key]);
	if (value === null) return;
	await callByName(xapi, `VM.add_to_${field}`, [ref, key, value]);
}

function platformFlag(key: string) {
	return (target: Target, value: boolean) =>
		setKey(target, "platform", [key, String(value)]);
}

function toText(value: string | number | null): string | null {
	return value === null ? null : String(value);
}

/** Source of the names: XO's `vm.set`; of the effects: XAPI's setters. */
const writers: Writers = {
	name_label: ({ xapi, ref }, value) =>
		xapi.call("VM.set_name_label", ref, value),
	name_description: ({ xapi, ref }, value) =>
		xapi.call("VM.set_name_description", ref, value),
	auto_poweron: (target, value) =>
		setKey(target, "other_config", ["auto_poweron", value ? "true" : null]),
	notes: (target, value) => setKey(target, "other_config", ["xo:notes", value]),
	high_availability: ({ xapi, ref }, value) =>
		xapi.call("VM.set_ha_restart_priority", ref, value),
	PV_args: ({ xapi, ref }, value) => xapi.call("VM.set_PV_args", ref, value),
	cpuMask: (target, value) =>
		setKey(target, "VCPUs_params", [
			"mask",
			value.length === 0 ? null : value.join(","),
		]),
	cpuWeight: (target, value) =>
		setKey(target, "VCPUs_params", ["weight", toText(value)]),
	cpuCap: (target, value) =>
		setKey(target, "VCPUs_params", ["cap", toText(value)]),
	affinityHost: ({ xapi, ref, find }, value) =>
		xapi.call(
			"VM.set_affinity",
			ref,
			value ? xapiRefOf(find(value), "host") : nullRef("host"),
		),
	vga: (target, value) => setKey(target, "platform", ["vga", value]),
	videoram: (target, value) =>
		setKey(target, "platform", ["videoram", String(value)]),
	coresPerSocket: (target, value) =>
		setKey(target, "platform", ["cores-per-socket", toText(value)]),
	hasVendorDevice: ({ xapi, ref }, value) =>
		xapi.call("VM.set_has_vendor_device", ref, value),
	expNestedHvm: platformFlag("exp-nested-hvm"),
	nestedVirt: platformFlag("nested-virt"),
	startDelay: ({ xapi, ref }, value) =>
		xapi.call("VM.set_start_delay", ref, value),
	secureBoot: platformFlag("secureboot"),
	nicType: (target, value) => setKey(target, "platform", ["nic_type", value]),
	hvmBootFirmware: async ({ xapi, ref }, value) => {
		await xapi.call("VM.remove_from_HVM_boot_params", ref, "firmware");
		if (value !== null) {
			await xapi.call("VM.add_to_HVM_boot_params", ref, "firmware", value);
		}
	},
	virtualizationMode: ({ xapi, ref }, value) =>
		callByName(xapi, "VM.set_domain_type", [ref, value]),
	viridian: platformFlag("viridian"),
	suspendSr: ({ xapi, ref, find }, value) =>
		xapi.call(
			"VM.set_suspend_SR",
			ref,
			value ? xapiRefOf(find(value), "SR") : nullRef("SR"),
		),
	uefiMode: ({ xapi, ref }, value) => xapi.call("VM.set_uefi_mode", ref, value),
	xenStoreData: async (target, values) => {
		for (const [key, value] of Object.entries(values)) {
			await setKey(target, "xenstore_data", [key, value]);
		}
	},
	blockedOperations: async ({ xapi, ref }, values) => {
		for (const [operation, reason] of Object.entries(values)) {
			await callByName(xapi, "VM.remove_from_blocked_operations", [
				ref,
				operation,
			]);
			if (reason === null || reason === false) continue;
			const text = reason === true ? "true" : reason;
			await callByName(xapi, "VM.add_to_blocked_operations", [
				ref,
				operation,
				text,
			]);
		}
	},
	creation: async (target, value) => {
		const key = `xo:${target.vm.uuid.slice(0, 8)}`;
		const creation = { ...target.vm.creation, ...value };
		const text = JSON.stringify({ creation });
		await setKey(target, "other_config", [key, text]);
	},
};

/** Settings of memory and CPUs limit each other, so they go together. */
async function setCpus(
	{ vm, xapi, ref }: Target,
	settings: Settings,
): Promise<void> {
	const isLive = vm.power_state === "Running";
	const max =
		settings.cpusMax === undefined ? undefined : Number(settings.cpusMax);
	if (max !== undefined && !Number.isInteger(max)) {
		throw invalidParameters(
			`cpusMax must be a whole number: ${settings.cpusMax}`,
		);
	}
	const count = settings.CPUs;
	const isGrowing = max !== undefined && max > vm.CPUs.max;
	if (max !== undefined && isGrowing) {
		await xapi.call("VM.set_VCPUs_max", ref, max);
	}
	if (count !== undefined) {
		if (!isLive && count > (max ?? vm.CPUs.max)) {
			await xapi.call("VM.set_VCPUs_max", ref, count);
		}
		if (isLive) await xapi.call("VM.set_VCPUs_number_live", ref, count);
		else await xapi.call("VM.set_VCPUs_at_startup", ref, count);
	}
	if (max !== undefined && !isGrowing) {
		if (!isLive && count === undefined && max < vm.CPUs.number) {
			await xapi.call("VM.set_VCPUs_at_startup", ref, max);
		}
		await xapi.call("VM.set_VCPUs_max", ref, max);
	}
}

interface MemoryRange {
	readonly dynamicMin: number;
	readonly dynamicMax: number;
	readonly staticMax: number;
}

/** The limits that the settings ask for; undefined when they say nothing. */
function memoryRangeOf(
	vm: Pick<AnyVm, "memory">,
	settings: Settings,
): MemoryRange | undefined {
	const { memory, memoryMin, memoryMax, memoryStaticMax } = settings;
	if ((memory ?? memoryMin ?? memoryMax ?? memoryStaticMax) === undefined) {
		return undefined;
	}
	const [, staticMaxNow = 0] = vm.memory.static;
	const [dynamicMinNow = 0, dynamicMaxNow = 0] = vm.memory.dynamic;
	const wanted = parseSize("memory", memory);
	const dynamicMax =
		wanted ?? parseSize("memoryMax", memoryMax) ?? dynamicMaxNow;
	const dynamicMin =
		parseSize("memoryMin", memoryMin) ??
		(wanted === undefined ? Math.min(dynamicMinNow, dynamicMax) : wanted);
	const staticMax = Math.max(
		parseSize("memoryStaticMax", memoryStaticMax) ?? staticMaxNow,
		dynamicMax,
	);
	return { dynamicMin, dynamicMax, staticMax };
}

/** @throws ApiError `invalidParameters` when the system in the VM cannot work
 *  with so little */
export function checkMemory(
	vm: Pick<AnyVm, "memory">,
	settings: Settings,
): void {
	const range = memoryRangeOf(vm, settings);
	if (range === undefined) return;
	const refusal = whyNotMemory(vm.memory, range);
	if (refusal === undefined) return;
	throw invalidParameters(
		refusal.code === "memoryBelowMinimum"
			? `memory: ${Math.min(range.dynamicMin, range.dynamicMax)} bytes are less than the minimum of this VM, ${refusal.params.minimum} bytes`
			: "memory: the minimum is above the maximum",
		refusal.params,
	);
}

async function setMemory(
	{ vm, xapi, ref }: Target,
	settings: Settings,
): Promise<void> {
	const range = memoryRangeOf(vm, settings);
	if (range === undefined) return;
	checkMemory(vm, settings);
	const { dynamicMin, dynamicMax, staticMax } = range;
	const [staticMin = 0, staticMaxNow = 0] = vm.memory.static;
	if (vm.power_state === "Running" && staticMax === staticMaxNow) {
		await xapi.call("VM.set_memory_dynamic_range", ref, dynamicMin, dynamicMax);
		return;
	}
	await xapi.call(
		"VM.set_memory_limits",
		ref,
		staticMin,
		staticMax,
		dynamicMin,
		dynamicMax,
	);
}

/** Writes the settings one after the other, in the order of the table. */
export async function setVm(
	call: VmCall,
	settings: Settings,
	find: (id: string) => XoObject,
): Promise<void> {
	if (settings.resourceSet || settings.share) {
		throw invalidParameters(
			"self-service (resourceSet, share) is not available in this version",
		);
	}
	const target: Target = {
		vm: call.vm,
		xapi: call.xapi,
		ref: call.ref,
		find,
	};
	await setCpus(target, settings);
	await setMemory(target, settings);
	for (const [name, write] of Object.entries(writers)) {
		const value = settings[name as keyof Settings];
		if (value === undefined) continue;
		await (write as (target: Target, value: unknown) => Promise<unknown>)(
			target,
			value,
		);
	}
}
