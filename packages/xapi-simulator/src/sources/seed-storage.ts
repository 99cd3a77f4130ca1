import { NULL_REF } from "@xo/xapi-wire";
import type { FieldValue, Ref } from "../core/types.ts";
import { GIB, MIB, type SeedContext, TIB } from "./seed-context.ts";
import { LOCAL_DISK_BYTES } from "./seed-devices.ts";
import type { SeededHost } from "./seed-hosts.ts";

/** An SR while it fills: its sizes are written once, at the end. */
export interface SeededSr {
	readonly ref: Ref;
	readonly uuid: string;
	readonly isThin: boolean;
	/** Only this host sees it. */
	readonly host: Ref | undefined;
	virtualAllocation: number;
	physicalUtilisation: number;
}

export interface SeededStorage {
	readonly shared: readonly SeededSr[];
	/** By the host's ref. */
	readonly local: ReadonlyMap<Ref, SeededSr>;
	/** Disc images that VMs may have in their drive. */
	readonly isos: readonly Ref[];
	readonly toolsIso: Ref;
}

const ISO_NAMES = [
	["debian-12.8.0-amd64-netinst.iso", 632],
	["ubuntu-24.04.1-live-server-amd64.iso", 2_646],
	["Rocky-9.5-x86_64-minimal.iso", 1_832],
	["AlmaLinux-9.5-x86_64-dvd.iso", 10_950],
	["SERVER_EVAL_x64FRE_en-us.iso", 4_813],
	["Win11_24H2_English_x64.iso", 5_549],
	["systemrescue-11.03-amd64.iso", 1_100],
	["FreeBSD-14.2-RELEASE-amd64-disc1.iso", 1_184],
] as const;

interface SrOptions {
	readonly type: string;
	readonly name: string;
	readonly description?: string;
	readonly contentType: string;
	readonly shared: boolean;
	readonly size: number;
	readonly hosts: readonly Ref[];
	readonly deviceConfig: Readonly<Record<string, string>>;
	readonly smConfig?: Readonly<Record<string, string>>;
	readonly otherConfig?: Readonly<Record<string, string>>;
	readonly tags?: readonly string[];
}

export function addStorage(
	context: SeedContext,
	hosts: readonly SeededHost[],
): SeededStorage {
	const everyHost = hosts.map((host) => host.ref);
	const local = new Map<Ref, SeededSr>();
	for (const host of hosts) local.set(host.ref, addLocalSrs(context, host));
	const shared = Array.from({ length: context.size.srs }, (_, index) =>
		addSharedSr(context, { index, hosts: everyHost }),
	);
	const { isos, toolsIso } = addIsoSrs(context, everyHost);
	return { shared, local, isos, toolsIso };
}

function addLocalSrs(context: SeedContext, host: SeededHost): SeededSr {
	const hosts = [host.ref];
	const local = addSr(context, {
		type: "ext",
		name: "Local storage",
		contentType: "user",
		shared: false,
		size: LOCAL_DISK_BYTES,
		hosts,
		deviceConfig: { device: "/dev/disk/by-id/nvme-SAMSUNG_MZQL2960HCJR-part3" },
		smConfig: { devserial: `scsi-36${context.random.hex(31)}` },
		otherConfig: { "i18n-key": "local-storage" },
	});
	for (const [name, type, key, location] of [
		["DVD drives", "cd", "local-hotplug-cd", "/dev/xapi/cd"],
		["Removable storage", "block", "local-hotplug-disk", "/dev/xapi/block"],
	] as const) {
		addSr(context, {
			type: "udev",
			name,
			description: `Physical ${name}`,
			contentType: type === "cd" ? "iso" : "disk",
			shared: false,
			size: 0,
			hosts,
			deviceConfig: { location },
			smConfig: { type },
			otherConfig: { "i18n-key": key, "i18n-original-value-name_label": name },
		});
	}
	return local;
}

function addSharedSr(
	context: SeedContext,
	{ index, hosts }: { index: number; hosts: readonly Ref[] },
): SeededSr {
	const { random } = context;
	const letter = String.fromCharCode(97 + (index % 26));
	const size = random.pick([8, 12, 16, 24]) * TIB;
	const base = { contentType: "user", shared: true, size, hosts };
	if (index % 2 === 0) {
		return addSr(context, {
			...base,
			type: "nfs",
			name: `NFS ${random.pick(["flash", "gold", "silver"])} ${letter}`,
			description: "NFS on the storage cluster",
			deviceConfig: {
				server: `10.0.40.${20 + index}`,
				serverpath: `/export/xcp-${letter}`,
				nfsversion: "4.1",
			},
			otherConfig: { "auto-scan": "true" },
			tags: ["ssd"],
		});
	}
	const secret = random.uuid();
	context.create("secret", { uuid: secret, value: random.hex(16) });
	return addSr(context, {
		...base,
		type: "lvmoiscsi",
		name: `iSCSI LUN ${letter}`,
		description: `iSCSI SR [10.0.41.${20 + index} (iqn.2024-03.example.lab:array-${letter})]`,
		deviceConfig: {
			target: `10.0.41.${20 + index}`,
			targetIQN: `iqn.2024-03.example.lab:array-${letter}`,
			SCSIid: `36${random.hex(31)}`,
			port: "3260",
			chapuser: "xcp",
			chappassword_secret: secret,
		},
		smConfig: { allocation: "thick", use_vhd: "true" },
		tags: ["block"],
	});
}

function addIsoSrs(
	context: SeedContext,
	hosts: readonly Ref[],
): { isos: Ref[]; toolsIso: Ref } {
	const tools = addSr(context, {
		type: "iso",
		name: "XCP-ng Tools",
		description: "XCP-ng Tools ISOs",
		contentType: "iso",
		shared: true,
		size: -1,
		hosts,
		deviceConfig: {
			location: "/opt/xensource/packages/iso",
			legacy_mode: "true",
		},
		otherConfig: {
			xenserver_tools_sr: "true",
			"i18n-key": "xenserver-tools",
		},
	});
	context.db.update("SR", tools.ref, { is_tools_sr: true });
	const library = addSr(context, {
		type: "iso",
		name: "ISO library",
		description: "NFS ISO library [10.0.40.5:/export/iso]",
		contentType: "iso",
		shared: true,
		size: 500 * GIB,
		hosts,
		deviceConfig: { location: "10.0.40.5:/export/iso", type: "nfs_iso" },
		otherConfig: { "auto-scan": "true" },
	});
	const isos = ISO_NAMES.map(([name, megabytes]) =>
		addIso(context, { sr: library, name, size: megabytes * MIB }),
	);
	context.db.update("SR", library.ref, {
		virtual_allocation: library.physicalUtilisation,
		physical_utilisation: library.physicalUtilisation,
	});
	const toolsIso = addIso(context, {
		sr: tools,
		name: "guest-tools.iso",
		size: 12 * MIB,
	});
	context.db.update("VDI", toolsIso, { is_tools_iso: true });
	return { isos, toolsIso };
}

function addIso(
	context: SeedContext,
	{ sr, name, size }: { sr: SeededSr; name: string; size: number },
): Ref {
	sr.physicalUtilisation += size;
	return context.create("VDI", {
		name_label: name,
		name_description: "",
		SR: sr.ref,
		virtual_size: size,
		physical_utilisation: size,
		type: "user",
		sharable: false,
		read_only: true,
		location: name,
		managed: true,
		missing: false,
		parent: NULL_REF,
		other_config: {},
		sm_config: { created: context.ago(0) },
	});
}

/** Adds an SR that these hosts see. */
export function addSr(context: SeedContext, options: SrOptions): SeededSr {
	const uuid = context.random.uuid();
	const ref = context.create("SR", {
		uuid,
		name_label: options.name,
		name_description: options.description ?? "",
		type: options.type,
		content_type: options.contentType,
		shared: options.shared,
		physical_size: options.size,
		physical_utilisation: 0,
		virtual_allocation: 0,
		other_config: options.otherConfig ?? {},
		sm_config: options.smConfig ?? {},
		tags: options.tags ?? [],
		default_vdi_visibility: true,
	});
	for (const host of options.hosts) {
		context.create("PBD", {
			host,
			SR: ref,
			device_config: options.deviceConfig,
			currently_attached: true,
			other_config: {},
		});
	}
	return {
		ref,
		uuid,
		isThin: options.type !== "lvmoiscsi",
		host: options.shared ? undefined : options.hosts[0],
		virtualAllocation: 0,
		physicalUtilisation: 0,
	};
}

/** Writes what the VDIs use, and grows an SR that would be over-full. */
export function writeSrSizes(
	context: SeedContext,
	storage: SeededStorage,
): void {
	for (const sr of [...storage.shared, ...storage.local.values()]) {
		const fields: Record<string, FieldValue> = {
			virtual_allocation: sr.virtualAllocation,
			physical_utilisation: sr.physicalUtilisation,
		};
		const size = Number(context.db.get("SR", sr.ref).physical_size);
		const needed = Math.ceil((sr.physicalUtilisation * 1.25) / TIB) * TIB;
		if (needed > size) fields.physical_size = needed;
		context.db.update("SR", sr.ref, fields);
	}
}
