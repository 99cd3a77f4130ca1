import type { DbRecord, Pool, Ref } from "../core/types.ts";
import { isHvm } from "./facts.ts";
import { freeMemory, memoryNeed } from "./host-memory.ts";
import { flag, integer, isNull, list, map, ref, text } from "./record.ts";
import type { Refusal } from "./rules/refusal.ts";

interface Candidate {
	readonly pool: Pool;
	readonly vmRef: Ref;
	readonly vm: DbRecord;
	readonly hostRef: Ref;
	readonly host: DbRecord;
}

function checkHost({ pool, hostRef, host }: Candidate): Refusal | undefined {
	const metrics = pool.db.find("host_metrics", ref(host, "metrics")) ?? {};
	if (!flag(metrics, "live")) return ["HOST_NOT_LIVE"];
	return flag(host, "enabled") ? undefined : ["HOST_DISABLED", hostRef];
}

function checkPlatform(candidate: Candidate): Refusal | undefined {
	const { vm, host, vmRef, hostRef } = candidate;
	const version = integer(vm, "hardware_platform_version");
	const supported = host.virtual_hardware_platform_versions;
	if (Array.isArray(supported) && supported.length > 0) {
		if (!supported.includes(version)) {
			return [
				"VM_HOST_INCOMPATIBLE_VIRTUAL_HARDWARE_PLATFORM_VERSION",
				hostRef,
				`[${supported.join("; ")}]`,
				vmRef,
				String(version),
			];
		}
	}
	const vendor = map(vm, "last_boot_CPU_flags").vendor;
	const hostVendor = map(host, "cpu_info").vendor;
	const isComparable = vendor !== undefined && hostVendor !== undefined;
	if (vm.power_state !== "Halted" && isComparable && vendor !== hostVendor) {
		return [
			"VM_INCOMPATIBLE_WITH_THIS_HOST",
			vmRef,
			hostRef,
			"VM last booted on a host which had a CPU from a different vendor.",
		];
	}
	return undefined;
}

/** Whether the host has the SR plugged. */
export function seesSr(pool: Pool, hostRef: Ref, srRef: Ref): boolean {
	return list(pool.db.find("SR", srRef) ?? {}, "PBDs").some((pbdRef) => {
		const pbd = pool.db.find("PBD", pbdRef) ?? {};
		return pbd.host === hostRef && flag(pbd, "currently_attached");
	});
}

/** SRs of the disks and discs that a VM has. */
export function srsOf(pool: Pool, vm: DbRecord): Ref[] {
	const srs = new Set<Ref>();
	for (const vbdRef of list(vm, "VBDs")) {
		const vbd = pool.db.find("VBD", vbdRef) ?? {};
		const vdi = pool.db.find("VDI", ref(vbd, "VDI"));
		if (vdi && !flag(vbd, "empty")) srs.add(ref(vdi, "SR"));
	}
	return [...srs];
}

function checkStorage(candidate: Candidate): Refusal | undefined {
	const { pool, vm, vmRef, hostRef } = candidate;
	const missing = srsOf(pool, vm).find((sr) => !seesSr(pool, hostRef, sr));
	return missing === undefined ? undefined : ["VM_REQUIRES_SR", vmRef, missing];
}

/** A network is there when it has a PIF on the host, or none anywhere. */
export function seesNetwork(pool: Pool, hostRef: Ref, network: Ref): boolean {
	const pifs = list(pool.db.find("network", network) ?? {}, "PIFs");
	return (
		pifs.length === 0 ||
		pifs.some((pif) => pool.db.find("PIF", pif)?.host === hostRef)
	);
}

function checkNetworks(candidate: Candidate): Refusal | undefined {
	const { pool, vm, vmRef, hostRef } = candidate;
	for (const vif of list(vm, "VIFs")) {
		const network = ref(pool.db.find("VIF", vif) ?? {}, "network");
		if (seesNetwork(pool, hostRef, network)) continue;
		return ["VM_REQUIRES_NETWORK", vmRef, network];
	}
	return undefined;
}

function checkVirtualisation(candidate: Candidate): Refusal | undefined {
	const { pool, vm, vmRef, host } = candidate;
	const capabilities = list(host, "capabilities");
	const hasHvm = capabilities.some((name) => name.startsWith("hvm"));
	if (capabilities.length > 0 && !hasHvm && isHvm(pool, vm)) {
		return ["VM_HVM_REQUIRED", vmRef];
	}
	return undefined;
}

function checkMemory(candidate: Candidate): Refusal | undefined {
	const { pool, vm, hostRef } = candidate;
	const needed = memoryNeed(pool, vm);
	const available = freeMemory(pool, hostRef);
	if (needed <= available) return undefined;
	return ["HOST_NOT_ENOUGH_FREE_MEMORY", String(needed), String(available)];
}

function checkCpus({ vm, host }: Candidate): Refusal | undefined {
	const vcpus = integer(vm, "VCPUs_max");
	const pcpus = Number(map(host, "cpu_info").cpu_count ?? 0);
	if (pcpus === 0 || vcpus <= pcpus) return undefined;
	return ["HOST_NOT_ENOUGH_PCPUS", String(vcpus), String(pcpus)];
}

/** Why a VM cannot run on a host; the first reason in XAPI's order. */
export function refuseBoot(
	pool: Pool,
	{ vm, host }: { readonly vm: Ref; readonly host: Ref },
	{ ignoresMemory = false }: { readonly ignoresMemory?: boolean } = {},
): Refusal | undefined {
	const candidate: Candidate = {
		pool,
		vmRef: vm,
		vm: pool.db.get("VM", vm),
		hostRef: host,
		host: pool.db.get("host", host),
	};
	const checks = [
		checkHost,
		checkPlatform,
		checkStorage,
		checkNetworks,
		checkVirtualisation,
		...(ignoresMemory ? [] : [checkMemory]),
		checkCpus,
	];
	for (const check of checks) {
		const refusal = check(candidate);
		if (refusal !== undefined) return refusal;
	}
	return undefined;
}

/** Hosts on which a VM could run now. */
export function possibleHosts(
	pool: Pool,
	vm: Ref,
	options: { readonly ignoresMemory?: boolean } = {},
): Ref[] {
	return pool.db
		.refs("host")
		.filter((host) => refuseBoot(pool, { vm, host }, options) === undefined);
}

const MASTER_WEIGHT = 0.5;

/** The host that XAPI would take: the VM's affinity, else the one with most
 *  free memory, the master counting half. */
export function chooseHost(pool: Pool, vmRef: Ref): Refusal | Ref {
	const vm = pool.db.get("VM", vmRef);
	let hosts = possibleHosts(pool, vmRef);
	if (hosts.length === 0) {
		hosts = possibleHosts(pool, vmRef, { ignoresMemory: true });
	}
	const affinity = ref(vm, "affinity");
	if (!isNull(affinity) && hosts.includes(affinity)) return affinity;
	const bias = pool.db.get("pool", pool.poolRef()).coordinator_bias !== false;
	let best: Ref | undefined;
	let bestWeight = -1;
	for (const host of hosts) {
		const isMaster = bias && host === pool.masterRef();
		const weight = freeMemory(pool, host) * (isMaster ? MASTER_WEIGHT : 1);
		if (weight <= bestWeight) continue;
		best = host;
		bestWeight = weight;
	}
	return best ?? ["NO_HOSTS_AVAILABLE"];
}

/** Address of a host as URLs have it. */
export function addressOf(host: DbRecord): string {
	const address = text(host, "address");
	return address.includes(":") ? `[${address}]` : address;
}
