import type { DbRecord } from "../../core/types.ts";
import { integer } from "../record.ts";
import type { Refusal } from "./refusal.ts";

export const MEMORY_ORDER =
	"Memory limits must satisfy: static_min <= dynamic_min <= dynamic_max <= static_max";

export interface MemoryLimits {
	readonly staticMin: number;
	readonly dynamicMin: number;
	readonly dynamicMax: number;
	readonly staticMax: number;
}

export function memoryLimits(vm: DbRecord): MemoryLimits {
	return {
		staticMin: integer(vm, "memory_static_min"),
		dynamicMin: integer(vm, "memory_dynamic_min"),
		dynamicMax: integer(vm, "memory_dynamic_max"),
		staticMax: integer(vm, "memory_static_max"),
	};
}

export function refuseMemory(limits: MemoryLimits): Refusal | undefined {
	const { staticMin, dynamicMin, dynamicMax, staticMax } = limits;
	const isOrdered =
		staticMin <= dynamicMin &&
		dynamicMin <= dynamicMax &&
		dynamicMax <= staticMax;
	return isOrdered ? undefined : ["MEMORY_CONSTRAINT_VIOLATION", MEMORY_ORDER];
}

/** Whether the limits that a VM has would let it start. */
export function memoryRefusal(vm: DbRecord): Refusal | undefined {
	return refuseMemory(memoryLimits(vm));
}

/** VCPUs must satisfy 0 < at startup <= max. */
export function refuseVcpus(
	atStartup: number,
	max: number,
	changed: { readonly field: string; readonly value: number },
): Refusal | undefined {
	if (atStartup > 0 && atStartup <= max) return undefined;
	return ["INVALID_VALUE", changed.field, String(changed.value)];
}
