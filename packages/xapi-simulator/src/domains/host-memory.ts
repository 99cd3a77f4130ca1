import type { DbRecord, Pool, Ref } from "../core/types.ts";
import { isHvm } from "./facts.ts";
import { flag, integer, list, ref } from "./record.ts";

const MIB = 2 ** 20;

/** Memory of VMs on their way to a host, by host and VM. */
const reservations = new WeakMap<Pool, Map<Ref, Map<Ref, number>>>();

function reservedOn(pool: Pool, host: Ref): Map<Ref, number> {
	const byHost = reservations.get(pool) ?? new Map<Ref, Map<Ref, number>>();
	reservations.set(pool, byHost);
	const reserved = byHost.get(host) ?? new Map<Ref, number>();
	byHost.set(host, reserved);
	return reserved;
}

/** What Xen needs beside the memory of the guest, in bytes. */
export function memoryOverhead(pool: Pool, vm: DbRecord): number {
	if (flag(vm, "is_control_domain")) return 0;
	const sizeMib = Math.ceil(integer(vm, "memory_static_max") / MIB);
	const multiplier = integer(vm, "HVM_shadow_multiplier") || 1;
	const shadowMib = Math.ceil((sizeMib / 128) * multiplier);
	const fixedMib = isHvm(pool, vm) ? 5 : 1;
	return (shadowMib + integer(vm, "VCPUs_max") + fixedMib) * MIB;
}

/** What a VM takes from its host while it runs, in bytes. */
export function memoryNeed(pool: Pool, vm: DbRecord): number {
	const overhead = integer(vm, "memory_overhead") || memoryOverhead(pool, vm);
	return integer(vm, "memory_dynamic_max") + overhead;
}

/** Bytes that VMs may still take on a host. */
export function freeMemory(pool: Pool, hostRef: Ref): number {
	const { db } = pool;
	const host = db.get("host", hostRef);
	const metrics = db.find("host_metrics", ref(host, "metrics")) ?? {};
	let free =
		integer(metrics, "memory_total") - integer(host, "memory_overhead");
	const reserved = reservedOn(pool, hostRef);
	for (const vmRef of list(host, "resident_VMs")) {
		const vm = db.find("VM", vmRef);
		if (vm === undefined || reserved.has(vmRef)) continue;
		free -= memoryNeed(pool, vm);
	}
	for (const bytes of reserved.values()) free -= bytes;
	return Math.max(0, free);
}

/** Writes what a host has left into its metrics. */
export function refreshFreeMemory(pool: Pool, hostRef: Ref): void {
	const host = pool.db.find("host", hostRef);
	const metrics = host && ref(host, "metrics");
	if (!metrics || !pool.db.find("host_metrics", metrics)) return;
	pool.db.update("host_metrics", metrics, {
		memory_free: freeMemory(pool, hostRef),
		last_updated: pool.nowIso(),
	});
}

/** Keeps memory of a host for a VM until it lives there. */
export function reserveMemory(pool: Pool, host: Ref, vm: Ref): Disposable {
	const reserved = reservedOn(pool, host);
	reserved.set(vm, memoryNeed(pool, pool.db.get("VM", vm)));
	return { [Symbol.dispose]: () => void reserved.delete(vm) };
}
