import type { CallContext, DbRecord, Pool, Ref } from "../core/types.ts";
import { closeConsoles, openConsoles } from "./console.ts";
import { isHvm } from "./facts.ts";
import { expectGuest, forgetGuest } from "./guest-agent.ts";
import { memoryOverhead, refreshFreeMemory } from "./host-memory.ts";
import {
	EPOCH,
	integer,
	isNull,
	list,
	map,
	NULL_REF,
	ref,
	text,
} from "./record.ts";
import { destroyVdi } from "./vdi-records.ts";

/* A domain is what a VM is while it has memory of a host: this module writes
 * what changes when one appears, moves and goes. */

const lastDomid = new WeakMap<Pool, Map<Ref, number>>();

function nextDomid(pool: Pool, hostRef: Ref): number {
	const known = lastDomid.get(pool) ?? new Map<Ref, number>();
	lastDomid.set(pool, known);
	let last = known.get(hostRef) ?? 0;
	if (last === 0) {
		for (const vm of list(pool.db.get("host", hostRef), "resident_VMs")) {
			last = Math.max(last, integer(pool.db.find("VM", vm) ?? {}, "domid"));
		}
	}
	known.set(hostRef, last + 1);
	return last + 1;
}

/** `0` -> `xvda`; what is no number is a device name already. */
export function deviceName(userdevice: string): string {
	if (!/^\d+$/.test(userdevice)) return userdevice;
	const position = Number(userdevice);
	const letter = (index: number) => String.fromCharCode(97 + index);
	if (position < 26) return `xvd${letter(position)}`;
	const high = Math.floor(position / 26) - 1;
	return `xvd${letter(high)}${letter(position % 26)}`;
}

function attachDevices(pool: Pool, vm: DbRecord): void {
	const { db } = pool;
	for (const vbdRef of list(vm, "VBDs")) {
		const vbd = db.get("VBD", vbdRef);
		db.update("VBD", vbdRef, {
			currently_attached: true,
			device: text(vbd, "device") || deviceName(text(vbd, "userdevice")),
		});
	}
	for (const vif of list(vm, "VIFs")) {
		db.update("VIF", vif, { currently_attached: true });
	}
	for (const vusb of list(vm, "VUSBs")) {
		db.update("VUSB", vusb, { currently_attached: true });
	}
	for (const vgpu of list(vm, "VGPUs")) {
		db.update("VGPU", vgpu, { currently_attached: true });
	}
}

function detachDevices(pool: Pool, vm: DbRecord): void {
	const { db } = pool;
	for (const [className, field] of [
		["VBD", "VBDs"],
		["VIF", "VIFs"],
		["VUSB", "VUSBs"],
	] as const) {
		for (const device of list(vm, field)) {
			db.update(className, device, {
				currently_attached: false,
				current_operations: {},
			});
		}
	}
	for (const vgpu of list(vm, "VGPUs")) {
		db.update("VGPU", vgpu, {
			currently_attached: false,
			resident_on: NULL_REF,
		});
	}
}

function domainType(pool: Pool, vm: DbRecord): string {
	const type = text(vm, "domain_type");
	if (type !== "" && type !== "unspecified") return type;
	return isHvm(pool, vm) ? "hvm" : "pv";
}

function writeMetrics(pool: Pool, vm: DbRecord, isBoot: boolean): void {
	const metricsRef = ref(vm, "metrics");
	const metrics = pool.db.find("VM_metrics", metricsRef);
	if (metrics === undefined) return;
	const type = domainType(pool, vm);
	const platform = map(vm, "platform");
	const now = pool.nowIso();
	const isFirst = (text(metrics, "install_time") || EPOCH) === EPOCH;
	pool.db.update("VM_metrics", metricsRef, {
		memory_actual: integer(vm, "memory_dynamic_max"),
		VCPUs_number: integer(vm, "VCPUs_at_startup"),
		current_domain_type: type,
		hvm: type === "hvm",
		nested_virt: platform["nested-virt"] === "true",
		nomigrate: platform.nomigrate === "true",
		state: [],
		last_updated: now,
		...(isBoot ? { start_time: now } : {}),
		...(isBoot && isFirst ? { install_time: now } : {}),
	});
}

/** What a start writes before the domain exists. */
export function prepareBoot(pool: Pool, vmRef: Ref): void {
	forgetGuest(pool, vmRef);
	const vm = pool.db.get("VM", vmRef);
	const platform = map(vm, "platform");
	const isUefi = map(vm, "HVM_boot_params").firmware === "uefi";
	const model = isUefi ? "qemu-upstream-uefi" : "qemu-upstream-compat";
	const isFilled = !isHvm(pool, vm) || platform["device-model"] !== undefined;
	pool.db.update("VM", vmRef, {
		memory_overhead: memoryOverhead(pool, vm),
		...(isFilled ? {} : { platform: { ...platform, "device-model": model } }),
	});
}

/** The domain exists on the host: a boot, or the return of a suspended one. */
export function enterDomain(
	context: CallContext,
	vmRef: Ref,
	{
		host,
		isPaused,
		isBoot,
	}: {
		readonly host: Ref;
		readonly isPaused: boolean;
		readonly isBoot: boolean;
	},
): void {
	const { pool } = context;
	const vm = pool.db.get("VM", vmRef);
	const vendor = map(pool.db.get("host", host), "cpu_info").vendor;
	attachDevices(pool, vm);
	pool.db.update("VM", vmRef, {
		domid: nextDomid(pool, host),
		resident_on: host,
		scheduled_to_be_resident_on: NULL_REF,
		power_state: isPaused ? "Paused" : "Running",
		memory_target: integer(vm, "memory_dynamic_max"),
		...(isBoot && vendor ? { last_boot_CPU_flags: { vendor } } : {}),
		...(isBoot ? { requires_reboot: false } : {}),
	});
	writeMetrics(pool, vm, isBoot);
	openConsoles(pool, vmRef);
	refreshFreeMemory(pool, host);
	if (isBoot) expectGuest(context, vmRef);
}

/** The same VM boots again where it is. */
export function rebootDomain(context: CallContext, vmRef: Ref): void {
	const { pool } = context;
	prepareBoot(pool, vmRef);
	const vm = pool.db.get("VM", vmRef);
	closeConsoles(pool, vmRef);
	enterDomain(context, vmRef, {
		host: ref(vm, "resident_on"),
		isPaused: false,
		isBoot: true,
	});
	dropGuidances(pool, vmRef);
}

function dropGuidances(pool: Pool, vmRef: Ref): void {
	const vm = pool.db.get("VM", vmRef);
	const done = new Set(["restart_vm", "restart_device_model"]);
	const rest: Record<string, string[]> = {};
	for (const field of [
		"pending_guidances",
		"pending_guidances_recommended",
		"pending_guidances_full",
	]) {
		rest[field] = list(vm, field).filter((guidance) => !done.has(guidance));
	}
	pool.db.update("VM", vmRef, rest);
}

/** Memory and devices are released; a suspended VM keeps its devices. */
export function leaveDomain(
	pool: Pool,
	vmRef: Ref,
	state: "Halted" | "Suspended",
): void {
	const vm = pool.db.get("VM", vmRef);
	const host = ref(vm, "resident_on");
	closeConsoles(pool, vmRef);
	if (state === "Halted") detachDevices(pool, vm);
	pool.db.update("VM", vmRef, {
		power_state: state,
		domid: -1,
		resident_on: NULL_REF,
		scheduled_to_be_resident_on: NULL_REF,
		...(state === "Halted" ? { requires_reboot: false } : {}),
	});
	if (state === "Halted") dropGuidances(pool, vmRef);
	if (!isNull(host)) refreshFreeMemory(pool, host);
}

/** The running domain continues on another host. */
export function moveDomain(pool: Pool, vmRef: Ref, host: Ref): void {
	const from = ref(pool.db.get("VM", vmRef), "resident_on");
	closeConsoles(pool, vmRef);
	pool.db.update("VM", vmRef, {
		resident_on: host,
		scheduled_to_be_resident_on: NULL_REF,
		domid: nextDomid(pool, host),
	});
	openConsoles(pool, vmRef);
	refreshFreeMemory(pool, from);
	refreshFreeMemory(pool, host);
}

/** Drops the memory image of a suspended VM. */
export function dropSuspendImage(pool: Pool, vmRef: Ref): void {
	const vdi = ref(pool.db.get("VM", vmRef), "suspend_VDI");
	pool.db.update("VM", vmRef, { suspend_VDI: NULL_REF });
	if (pool.db.find("VDI", vdi)) destroyVdi(pool, vdi);
}

/** A domain that was sent from another pool continues here. */
export function receiveDomain(pool: Pool, vmRef: Ref, host: Ref): void {
	const vm = pool.db.get("VM", vmRef);
	attachDevices(pool, vm);
	pool.db.update("VM", vmRef, {
		domid: nextDomid(pool, host),
		resident_on: host,
		power_state: "Running",
	});
	openConsoles(pool, vmRef);
	refreshFreeMemory(pool, host);
}
