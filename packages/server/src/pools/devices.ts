import { invalidParameters } from "@xo/contract";
import type { Xapi } from "@xo/xapi";
import type { Ref, VbdRecord, VdiRecord, VifRecord } from "@xo/xapi-wire";

/** The VM that gets a device, and how to reach it. */
interface DeviceTarget {
	readonly xapi: Xapi;
	readonly vm: Ref<"VM">;
}

type Text = string | undefined;

interface NewVbd {
	readonly vdi: Ref<"VDI">;
	readonly type?: VbdRecord["type"] | undefined;
	readonly mode?: VbdRecord["mode"] | undefined;
	readonly bootable?: boolean | undefined;
	/** The lowest free position when absent. */
	readonly position?: Text;
	readonly more?: Partial<VbdRecord>;
}

/** Puts a VDI on a VM; it is not plugged. */
export async function createVbd(
	{ xapi, vm }: DeviceTarget,
	wanted: NewVbd,
): Promise<Ref<"VBD">> {
	const { type = "Disk", position } = wanted;
	const free = await xapi.call("VM.get_allowed_VBD_devices", vm);
	const userdevice = position ?? free[0];
	if (userdevice === undefined || !free.includes(userdevice)) {
		throw invalidParameters(
			position === undefined
				? "the VM has no free position for a disk"
				: `position ${position} is taken or does not exist; free: ${free.slice(0, 16).join(", ")}`,
		);
	}
	return await xapi.call("VBD.create", {
		VM: vm,
		VDI: wanted.vdi,
		type,
		mode: wanted.mode ?? (type === "CD" ? "RO" : "RW"),
		bootable: wanted.bootable ?? false,
		userdevice,
		empty: false,
		unpluggable: true,
		other_config: {},
		qos_algorithm_type: "",
		qos_algorithm_params: {},
		...wanted.more,
	});
}

interface NewVif {
	readonly network: Ref<"network">;
	readonly device?: Text;
	readonly mac?: Text;
	readonly mtu?: number | undefined;
	readonly ipv4?: readonly string[] | undefined;
	readonly ipv6?: readonly string[] | undefined;
	readonly lockingMode?: VifRecord["locking_mode"] | undefined;
	readonly more?: Partial<VifRecord>;
}

/** Addresses that are allowed have a meaning only in the mode `locked`. */
function lockingModeOf(
	ipv4: readonly string[] = [],
	ipv6: readonly string[] = [],
): VifRecord["locking_mode"] {
	return ipv4.length + ipv6.length > 0 ? "locked" : "network_default";
}

/** Gives a VM a VIF; it is not plugged. */
export async function createVif(
	{ xapi, vm }: DeviceTarget,
	wanted: NewVif,
): Promise<Ref<"VIF">> {
	const free = await xapi.call("VM.get_allowed_VIF_devices", vm);
	const device = wanted.device ?? free[0];
	if (device === undefined || !free.includes(device)) {
		throw invalidParameters(
			wanted.device === undefined
				? "the VM has no free device for a VIF"
				: `device ${device} is taken or does not exist; free: ${free.join(", ")}`,
		);
	}
	const { ipv4 = [], ipv6 = [] } = wanted;
	return await xapi.call("VIF.create", {
		VM: vm,
		network: wanted.network,
		device,
		MAC: wanted.mac ?? "",
		MTU: wanted.mtu ?? (await xapi.call("network.get_MTU", wanted.network)),
		ipv4_allowed: ipv4,
		ipv6_allowed: ipv6,
		locking_mode: wanted.lockingMode ?? lockingModeOf(ipv4, ipv6),
		other_config: {},
		qos_algorithm_type: "",
		qos_algorithm_params: {},
		...wanted.more,
	});
}

interface NewVdi {
	readonly sr: Ref<"SR">;
	readonly sizeBytes: number;
	readonly name: string;
	readonly description?: Text;
	readonly type?: VdiRecord["type"] | undefined;
	readonly more?: Partial<VdiRecord>;
}

export async function createVdi(
	xapi: Xapi,
	wanted: NewVdi,
): Promise<Ref<"VDI">> {
	return await xapi.call("VDI.create", {
		SR: wanted.sr,
		name_label: wanted.name,
		name_description: wanted.description ?? "",
		virtual_size: wanted.sizeBytes,
		type: wanted.type ?? "user",
		sharable: false,
		read_only: false,
		other_config: {},
		xenstore_data: {},
		sm_config: {},
		tags: [],
		...wanted.more,
	});
}
