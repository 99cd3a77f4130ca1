import { NULL_REF } from "@xo/xapi-wire";
import type { FieldValue, Ref } from "../core/types.ts";
import { GIB, type SeedContext } from "./seed-context.ts";
import type { SeededSr } from "./seed-storage.ts";

export interface SeededDisk {
	readonly vdi: Ref;
	readonly uuid: string;
	readonly sr: SeededSr;
	readonly size: number;
	readonly userdevice: string;
	/** Uuid of the read-only VDI that it is a difference of. */
	readonly base: string | undefined;
}

export interface DiskOptions {
	readonly sr: SeededSr;
	readonly name: string;
	readonly size: number;
	readonly position: number;
	/** Whether the VDI hangs on a base copy, as after a clone or a snapshot. */
	readonly hasBase: boolean;
}

const VHD_OVERHEAD = 1.002;

/** Adds a VDI with random use of its size. */
export function addDisk(
	context: SeedContext,
	options: DiskOptions,
): SeededDisk {
	const { sr, size } = options;
	const used = Math.floor(size * (0.15 + context.random.next() * 0.6));
	const base = options.hasBase
		? addBaseCopy(context, { sr, size, used })
		: undefined;
	const uuid = context.random.uuid();
	const vdi = addVdi(context, {
		uuid,
		sr,
		size,
		used: base === undefined ? used : Math.floor(used / 8),
		fields: {
			name_label: `${options.name} disk ${options.position}`,
			name_description: options.position === 0 ? "System" : "Data",
			sm_config: smConfig(base),
		},
	});
	return {
		vdi,
		uuid,
		sr,
		size,
		userdevice: String(options.position),
		base,
	};
}

/** Adds the VDI of a snapshot of `disk`. */
export function addSnapshotDisk(
	context: SeedContext,
	{ disk, name, time }: { disk: SeededDisk; name: string; time: string },
): Ref {
	return addVdi(context, {
		uuid: context.random.uuid(),
		sr: disk.sr,
		size: disk.size,
		used: 0.02 * GIB,
		fields: {
			name_label: name,
			name_description: disk.userdevice === "0" ? "System" : "Data",
			is_a_snapshot: true,
			snapshot_of: disk.vdi,
			snapshot_time: time,
			sm_config: smConfig(disk.base),
		},
	});
}

function addBaseCopy(
	context: SeedContext,
	{ sr, size, used }: { sr: SeededSr; size: number; used: number },
): string {
	const uuid = context.random.uuid();
	addVdi(context, {
		uuid,
		sr,
		size,
		used,
		fields: {
			name_label: "base copy",
			managed: false,
			read_only: true,
			sm_config: smConfig(undefined),
		},
	});
	return uuid;
}

function smConfig(base: string | undefined): Record<string, string> {
	return {
		vdi_type: "vhd",
		"image-format": "vhd",
		...(base === undefined ? {} : { "vhd-parent": base }),
	};
}

function addVdi(
	context: SeedContext,
	{
		uuid,
		sr,
		size,
		used,
		fields,
	}: {
		uuid: string;
		sr: SeededSr;
		size: number;
		used: number;
		fields: Record<string, FieldValue>;
	},
): Ref {
	const physical = Math.floor((sr.isThin ? used : size) * VHD_OVERHEAD);
	sr.virtualAllocation += size;
	sr.physicalUtilisation += physical;
	return context.create("VDI", {
		uuid,
		SR: sr.ref,
		virtual_size: size,
		physical_utilisation: physical,
		type: "user",
		sharable: false,
		read_only: false,
		location: uuid,
		managed: true,
		missing: false,
		parent: NULL_REF,
		storage_lock: false,
		other_config: {},
		...fields,
	});
}

/** Adds the suspend image of a suspended VM. */
export function addSuspendImage(
	context: SeedContext,
	{ sr, memory }: { sr: SeededSr; memory: number },
): Ref {
	return addVdi(context, {
		uuid: context.random.uuid(),
		sr,
		size: Math.floor(memory * 1.26) + 100 * 1024 * 1024,
		used: Math.floor(memory * 0.8),
		fields: {
			name_label: "Suspend image",
			name_description: "Suspend image",
			type: "suspend",
			sm_config: smConfig(undefined),
		},
	});
}
