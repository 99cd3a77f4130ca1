import { EPOCH_DATE, NULL_REF } from "@xo/xapi-wire";
import type { FieldValue, Ref } from "../core/types.ts";
import { DAY_MS, GIB, HOUR_MS, type SeedContext } from "./seed-context.ts";
import { addConsole } from "./seed-control-domain.ts";
import { addDisk, addSuspendImage, type SeededDisk } from "./seed-disks.ts";
import { addGuestMetrics } from "./seed-guest.ts";
import type { SeededHost } from "./seed-hosts.ts";
import type { SeededNetworks } from "./seed-networks.ts";
import type { SeededSr, SeededStorage } from "./seed-storage.ts";
import type { TemplateFields } from "./seed-templates.ts";
import {
	ENVIRONMENTS,
	FAMILIES,
	OS_PROFILES,
	type OsProfile,
	pickWeighted,
	type VmFamily,
} from "./seed-vm-catalog.ts";
import {
	addCdDrive,
	addDiskVbd,
	addVif,
	randomMac,
} from "./seed-vm-devices.ts";

type PowerState = "Running" | "Halted" | "Suspended" | "Paused";

export interface SeededVm {
	readonly ref: Ref;
	readonly uuid: string;
	readonly name: string;
	readonly fields: Readonly<Record<string, FieldValue>>;
	readonly state: PowerState;
	readonly host: SeededHost | undefined;
	readonly disks: readonly SeededDisk[];
	readonly network: Ref;
	readonly mac: string;
	readonly hasSnapshots: boolean;
}

/** What the VMs of a pool are made from. */
export interface VmGround {
	readonly hosts: readonly SeededHost[];
	readonly networks: SeededNetworks;
	readonly storage: SeededStorage;
	readonly templates: ReadonlyMap<string, TemplateFields>;
}

interface VmPlan {
	readonly index: number;
	readonly family: VmFamily;
	readonly os: OsProfile;
	readonly name: string;
	readonly environment: string;
	readonly vcpus: number;
	readonly memory: number;
	readonly state: PowerState;
	readonly host: SeededHost | undefined;
	readonly hasTools: boolean;
	readonly hasSnapshots: boolean;
}

const SNAPSHOT_SHARE = 0.08;
const STATES: readonly { state: PowerState; weight: number }[] = [
	{ state: "Running", weight: 73 },
	{ state: "Halted", weight: 22 },
	{ state: "Suspended", weight: 3 },
	{ state: "Paused", weight: 2 },
];

/** However small a pool is, it has something to stop, with a history, and
 *  something to start. */
const FIRST_VMS: readonly Partial<VmPlan>[] = [
	{ state: "Running", hasTools: true, hasSnapshots: true },
	{ state: "Halted", hasTools: true },
];

export function addVms(context: SeedContext, ground: VmGround): SeededVm[] {
	const counters = new Map<string, number>();
	return Array.from({ length: context.size.vms }, (_, index) => {
		const plan = planVm(context, { index, ground, counters });
		return addVm(context, ground, plan);
	});
}

function planVm(
	context: SeedContext,
	options: { index: number; ground: VmGround; counters: Map<string, number> },
): VmPlan {
	const { random } = context;
	const family = pickWeighted(FAMILIES, random.next());
	const environment = pickWeighted(ENVIRONMENTS, random.next()).name;
	const group = `${family.role}-${environment}`;
	const number = (options.counters.get(group) ?? 0) + 1;
	options.counters.set(group, number);
	const memory = random.pick(family.memoryGib) * GIB;
	const drawn = pickWeighted(STATES, random.next()).state;
	const known = FIRST_VMS[options.index];
	const wanted = known?.state ?? drawn;
	const host = takeHost(options.ground.hosts, {
		memory,
		isLive: wanted === "Running" || wanted === "Paused",
	});
	const os: OsProfile = OS_PROFILES[random.pick(family.os)];
	return {
		index: options.index,
		family,
		os,
		name: `${group}-${String(number).padStart(2, "0")}`,
		environment,
		vcpus: random.pick(family.vcpus),
		memory,
		host,
		hasTools: os.distro !== "freebsd" && random.chance(0.93),
		hasSnapshots: random.chance(SNAPSHOT_SHARE),
		...known,
		state: host === undefined && wanted !== "Suspended" ? "Halted" : wanted,
	};
}

/** The host with most free memory, which then has less. */
function takeHost(
	hosts: readonly SeededHost[],
	{ memory, isLive }: { memory: number; isLive: boolean },
): SeededHost | undefined {
	if (!isLive) return undefined;
	let best: SeededHost | undefined;
	for (const host of hosts) {
		if (best === undefined || host.memoryFree > best.memoryFree) best = host;
	}
	if (best === undefined || best.memoryFree < memory) return undefined;
	best.memoryFree -= memory;
	return best;
}

function addVm(context: SeedContext, ground: VmGround, plan: VmPlan): SeededVm {
	const { random } = context;
	const isLive = plan.host !== undefined;
	const isAttached = plan.state !== "Halted";
	const sr = pickSr(context, ground, plan);
	const uuid = random.uuid();
	const address = `10.${(plan.family.network + 1) * 10}.${Math.floor(plan.index / 240) % 256}.${(plan.index % 240) + 10}`;
	const fields = {
		...vmFields(context, plan, templateOf(ground, plan)),
		uuid,
	};
	const suspendImage =
		plan.state === "Suspended"
			? addSuspendImage(context, { sr, memory: plan.memory })
			: NULL_REF;
	const ref = context.create("VM", {
		...fields,
		power_state: plan.state,
		domid: isLive ? plan.index + 1 : -1,
		resident_on: plan.host?.ref ?? NULL_REF,
		suspend_VDI: suspendImage,
		metrics: addVmMetrics(context, plan),
		guest_metrics:
			plan.hasTools && isAttached
				? addGuestMetrics(context, { os: plan.os, name: plan.name, address })
				: NULL_REF,
	});
	const disks = plan.family.disksGib.map((gib, position) =>
		addDisk(context, {
			sr,
			name: plan.name,
			size: gib * GIB,
			position,
			hasBase: plan.hasSnapshots || random.chance(0.05),
		}),
	);
	for (const disk of disks) {
		addDiskVbd(context, {
			vm: ref,
			vdi: disk.vdi,
			userdevice: disk.userdevice,
			attached: isAttached,
		});
	}
	if (random.chance(0.5)) {
		const iso = random.chance(0.1)
			? random.pick([...ground.storage.isos, ground.storage.toolsIso])
			: undefined;
		addCdDrive(context, { vm: ref, iso, attached: isAttached });
	}
	const network =
		ground.networks.forVms[
			plan.family.network % ground.networks.forVms.length
		] ?? ground.networks.management;
	const mac = randomMac(random);
	addVif(context, { vm: ref, network, device: 0, mac, attached: isAttached });
	if (plan.family.role === "fw" || plan.family.role === "k8s") {
		addVif(context, {
			vm: ref,
			network: ground.networks.management,
			device: 1,
			mac: randomMac(random),
			attached: isAttached,
		});
	}
	if (plan.host !== undefined) {
		addConsole(context, {
			vm: ref,
			address: plan.host.address,
			protocol: "rfb",
			port: 5900 + (plan.index % 1000),
		});
	}
	return {
		ref,
		uuid,
		name: plan.name,
		fields,
		state: plan.state,
		host: plan.host,
		disks,
		network,
		mac,
		hasSnapshots: plan.hasSnapshots,
	};
}

/** Whose template names no system gets no tools at its next start either. */
function templateOf(
	{ templates }: VmGround,
	{ os, hasTools }: VmPlan,
): TemplateFields | undefined {
	return templates.get(hasTools ? os.template : OS_PROFILES.freebsd.template);
}

function pickSr(
	context: SeedContext,
	{ storage, hosts }: VmGround,
	plan: VmPlan,
): SeededSr {
	const { random } = context;
	const onLocal = storage.shared.length === 0 || random.chance(0.12);
	const host = plan.host ?? random.pick(hosts);
	const local = storage.local.get(host.ref);
	return onLocal && local !== undefined ? local : random.pick(storage.shared);
}

function vmFields(
	context: SeedContext,
	plan: VmPlan,
	template: TemplateFields | undefined,
): Record<string, FieldValue> {
	const { random } = context;
	const isUefi = plan.os.isWindows === true;
	const { uuid: _, ...base } = template ?? {};
	return {
		...base,
		name_label: plan.name,
		name_description: `${plan.family.description}, ${plan.environment}`,
		is_a_template: false,
		is_default_template: false,
		memory_static_min: Math.min(plan.memory / 2, GIB),
		memory_static_max: plan.memory,
		memory_dynamic_min: plan.memory,
		memory_dynamic_max: plan.memory,
		memory_target: plan.memory,
		memory_overhead: 11_534_336,
		VCPUs_max: plan.vcpus,
		VCPUs_at_startup: plan.vcpus,
		domarch: "",
		other_config: {
			mac_seed: random.uuid(),
			base_template_name: String(base.name_label ?? ""),
			"install-methods": isUefi ? "cdrom" : "cdrom,nfs,http,ftp",
			...(isUefi ? {} : { linux_template: "true" }),
			...(random.chance(0.3) ? { auto_poweron: "true" } : {}),
		},
		platform: {
			...((base.platform as Record<string, string> | undefined) ?? {}),
			"device-model": isUefi ? "qemu-upstream-uefi" : "qemu-upstream-compat",
		},
		bios_strings: {
			"bios-vendor": "Xen",
			"bios-version": "",
			"system-manufacturer": "Xen",
			"system-product-name": "HVM domU",
			"system-version": "",
			"system-serial-number": "",
			"hp-rombios": "",
		},
		xenstore_data: {
			"vm-data": "",
			"vm-data/mmio-hole-size": "268435456",
		},
		tags: [plan.environment, ...plan.family.tags],
		...(random.chance(0.05)
			? {
					blocked_operations: {
						destroy: "protected",
						hard_shutdown: "protected",
					},
				}
			: {}),
		...(random.chance(0.1) ? { ha_restart_priority: "restart", order: 1 } : {}),
	};
}

function addVmMetrics(context: SeedContext, plan: VmPlan): Ref {
	const { random } = context;
	const uptime = random.integer(HOUR_MS, 40 * DAY_MS);
	const isLive = plan.host !== undefined;
	return context.create("VM_metrics", {
		memory_actual: isLive ? plan.memory : 0,
		VCPUs_number: isLive ? plan.vcpus : 0,
		state: [],
		start_time: plan.state === "Halted" ? EPOCH_DATE : context.ago(uptime),
		install_time: context.ago(uptime + random.integer(DAY_MS, 700 * DAY_MS)),
		last_updated: context.ago(0),
		hvm: true,
		current_domain_type: isLive ? "hvm" : "unspecified",
	});
}
