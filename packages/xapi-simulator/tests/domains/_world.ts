import { ManualClock } from "@xo/std";
import { createRandom } from "../../src/core/random.ts";
import { SimulatedPool } from "../../src/core/simulated-pool.ts";
import {
	type CallContext,
	type DbRecord,
	type FieldValue,
	type Ref,
	XapiFailure,
} from "../../src/core/types.ts";
import { domainHandlers } from "../../src/domains/index.ts";
import { recomputeAll } from "../../src/domains/recompute.ts";
import { SM_CAPABILITIES } from "../../src/domains/rules/sm-capabilities.ts";

export const GIB = 2 ** 30;
const START = Date.UTC(2026, 0, 1);

export interface World {
	readonly pool: SimulatedPool;
	readonly clock: ManualClock;
	readonly context: CallContext;
	readonly hosts: readonly [Ref, Ref];
	readonly network: Ref;
	readonly shared: Ref;
	readonly local: Ref;
	readonly iso: Ref;
	readonly disc: Ref;
	/** Halted, with a disk, an empty CD drive and a NIC. */
	readonly vm: Ref;
	readonly disk: Ref;
	readonly vbd: Ref;
	readonly cd: Ref;
	readonly vif: Ref;
	/** The result of a message sent as its caller would. */
	// biome-ignore lint/suspicious/noExplicitAny: tests know what they asked for
	call(method: string, ...args: unknown[]): Promise<any>;
	/** The error of a message that must fail: code and parameters. */
	refused(method: string, ...args: unknown[]): Promise<readonly string[]>;
	get(className: string, ref: Ref): DbRecord;
}

function addHost(pool: SimulatedPool, number: number): Ref {
	const { db } = pool;
	const metrics = db.create("host_metrics", {
		memory_total: 16 * GIB,
		memory_free: 16 * GIB,
		live: true,
	});
	return db.create("host", {
		name_label: `host${number}`,
		hostname: `host${number}`,
		address: `127.0.0.${number}`,
		enabled: true,
		metrics,
		cpu_info: { cpu_count: "8", vendor: "GenuineIntel" },
		capabilities: ["xen-3.0-x86_64", "hvm-3.0-x86_64"],
		virtual_hardware_platform_versions: [0, 1, 2],
		software_version: { network_backend: "openvswitch" },
	});
}

function addPif(
	{ db }: SimulatedPool,
	pif: { host: Ref; network: Ref; device: string },
	fields: Readonly<Record<string, FieldValue>> = {},
): Ref {
	return db.create("PIF", {
		...pif,
		MAC: `00:16:3e:00:00:0${pif.device.slice(-1)}`,
		VLAN: -1,
		MTU: 1500,
		physical: true,
		metrics: db.create("PIF_metrics", { carrier: true }),
		...fields,
	});
}

function addSr(
	{ db }: SimulatedPool,
	fields: Readonly<Record<string, FieldValue>>,
	hosts: readonly Ref[],
): Ref {
	const sr = db.create("SR", {
		physical_size: 1_000 * GIB,
		content_type: "user",
		...fields,
	});
	for (const host of hosts) {
		db.create("PBD", { host, SR: sr, currently_attached: true });
	}
	return sr;
}

const VM_FIELDS = {
	user_version: 1,
	is_a_template: false,
	affinity: "OpaqueRef:NULL",
	memory_static_min: 1 * GIB,
	memory_dynamic_min: 2 * GIB,
	memory_dynamic_max: 2 * GIB,
	memory_static_max: 2 * GIB,
	VCPUs_params: {},
	VCPUs_max: 2,
	VCPUs_at_startup: 2,
	actions_after_shutdown: "destroy",
	actions_after_reboot: "restart",
	actions_after_crash: "restart",
	PV_bootloader: "",
	PV_kernel: "",
	PV_ramdisk: "",
	PV_args: "",
	PV_bootloader_args: "",
	PV_legacy_args: "",
	HVM_boot_policy: "BIOS order",
	HVM_boot_params: { order: "cdn", firmware: "bios" },
	platform: { viridian: "true" },
	PCI_bus: "",
	other_config: { mac_seed: "8ed0a1ec-4f7f-4b4e-9b1a-000000000001" },
	recommendations: "",
	domain_type: "hvm",
	reference_label: "debian-12",
} as const;

/** Fields that `VM.create` needs, for a VM of 2 GiB. */
export function vmFields(
	changes: Readonly<Record<string, FieldValue>> = {},
): Readonly<Record<string, FieldValue>> {
	return { ...VM_FIELDS, name_label: "vm", ...changes };
}

export const VBD_FIELDS = {
	bootable: false,
	mode: "RW",
	type: "Disk",
	empty: false,
	other_config: {},
	qos_algorithm_type: "",
	qos_algorithm_params: {},
	userdevice: "autodetect",
} as const;

export const VIF_FIELDS = {
	MAC: "",
	MTU: 0,
	other_config: {},
	qos_algorithm_type: "",
	qos_algorithm_params: {},
} as const;

/** Two hosts with a management network and shared, local and ISO storage. */
export async function createWorld({
	timeScale = 0,
}: {
	timeScale?: number;
} = {}): Promise<World> {
	const clock = new ManualClock(START);
	const pool = new SimulatedPool({
		accounts: { username: "root", password: "password", subjects: [] },
		clock,
		timeScale: 0,
		random: createRandom(7),
		eventDelayMs: 0,
		handlers: domainHandlers,
	});
	const { db } = pool;
	const hosts = [addHost(pool, 1), addHost(pool, 2)] as const;
	const network = db.create("network", {
		name_label: "Pool-wide network associated with eth0",
		bridge: "xenbr0",
		MTU: 1500,
	});
	for (const [index, host] of hosts.entries()) {
		addPif(
			pool,
			{ host, network, device: "eth0" },
			{
				management: true,
				ip_configuration_mode: "Static",
				IP: `10.0.0.${index + 1}`,
			},
		);
	}
	const shared = addSr(pool, { type: "nfs", shared: true }, hosts);
	const local = addSr(pool, { type: "ext", shared: false }, [hosts[0]]);
	const isoFields = { type: "iso", shared: true, content_type: "iso" };
	const iso = addSr(pool, isoFields, hosts);
	const disc = db.create("VDI", {
		name_label: "debian.iso",
		SR: iso,
		type: "user",
		read_only: true,
		virtual_size: GIB,
		managed: true,
	});
	db.create("pool", {
		master: hosts[0],
		default_SR: shared,
		suspend_image_SR: shared,
	});
	for (const [type, capabilities] of Object.entries(SM_CAPABILITIES)) {
		db.create("SM", { type, capabilities });
	}
	const context: CallContext = {
		pool,
		db,
		session: "OpaqueRef:session",
		task: undefined,
		host: hosts[0],
		signal: pool.stopSignal,
	};
	const call = (method: string, ...args: unknown[]) =>
		pool.invoke(context, method, args);
	const vm = String(await call("VM.create", vmFields()));
	const disk = String(
		await call("VDI.create", {
			SR: shared,
			name_label: "system",
			virtual_size: 10 * GIB,
			type: "user",
			sharable: false,
			read_only: false,
			other_config: {},
		}),
	);
	const vbd = await call("VBD.create", { ...VBD_FIELDS, VM: vm, VDI: disk });
	const cd = await call("VBD.create", {
		...VBD_FIELDS,
		VM: vm,
		VDI: "OpaqueRef:NULL",
		userdevice: "3",
		mode: "RO",
		type: "CD",
		empty: true,
	});
	const vif = await call("VIF.create", {
		...VIF_FIELDS,
		device: "0",
		network,
		VM: vm,
	});
	recomputeAll(pool);
	// The world itself is made at once.
	Object.assign(pool, { timeScale });
	return {
		pool,
		clock,
		context,
		hosts,
		network,
		shared,
		local,
		iso,
		disc,
		vm,
		disk,
		vbd: String(vbd),
		cd: String(cd),
		vif: String(vif),
		call,
		async refused(method, ...args) {
			try {
				await call(method, ...args);
			} catch (error) {
				if (error instanceof XapiFailure) return [error.code, ...error.params];
				throw error;
			}
			throw new Error(`${method} should have failed`);
		},
		get: (className, ref) => db.get(className, ref),
	};
}

/** Lets the guest agent of a started VM report. */
export function bootGuest(world: World): void {
	world.clock.advance(60_000);
}

/** Lets everything that was started get to its next wait. */
export async function settle(): Promise<void> {
	for (let turn = 0; turn < 50; turn++) await Promise.resolve();
}

/** Moves time on until the work is done. */
export async function advanceUntil<T>(
	{ clock }: World,
	work: Promise<T>,
): Promise<T> {
	let isDone = false;
	const finished = work.finally(() => {
		isDone = true;
	});
	for (let step = 0; step < 10_000 && !isDone; step++) {
		clock.advance(100);
		await settle();
	}
	return finished;
}

/** A PIF on another network of the host. */
export function addNic(world: World, host: Ref, device: string): Ref {
	const { db } = world.pool;
	const bridge = `xenbr${device.slice(3)}`;
	const network =
		db.refs("network").find((it) => db.get("network", it).bridge === bridge) ??
		db.create("network", { bridge, name_label: device, MTU: 1500 });
	return addPif(world.pool, { host, network, device });
}
