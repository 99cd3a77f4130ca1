import type { CallContext, FieldValue, Ref } from "../core/types.ts";
import type { Migration } from "./migration-map.ts";
import { recomputeAround } from "./recompute.ts";
import { integer, list, NULL_REF, ref } from "./record.ts";
import { createVdi } from "./vdi-records.ts";
import { disksOf } from "./vm-clone.ts";
import { deviceFields } from "./vm-copy.ts";

/* A VM's rows in another pool: refs are new, the VM's uuid stays. */

type Fields = Record<string, FieldValue>;

function plain({ db }: CallContext, className: string, row: Ref): Fields {
	return deviceFields(db.get(className, row));
}

/** Makes a VDI with the same content on an SR of the destination. */
export function transferVdi(
	context: CallContext,
	{ pool }: Pick<Migration, "pool">,
	{ vdi, sr, of = NULL_REF }: { vdi: Ref; sr: Ref; of?: Ref },
): Ref {
	const fields = plain(context, "VDI", vdi);
	return createVdi(pool, {
		...fields,
		SR: sr,
		virtual_size: integer(fields, "virtual_size"),
		snapshot_of: of,
		sm_config: {},
		parent: NULL_REF,
	});
}

interface Transfer {
	readonly vm: Ref;
	readonly fields: Fields;
	readonly moved: ReadonlyMap<Ref, Ref>;
	readonly networks: ReadonlyMap<Ref, Ref>;
}

function transferRows(
	context: CallContext,
	{ pool }: Migration,
	transfer: Transfer,
): Ref {
	const { db } = context;
	const other = pool.db;
	const record = db.get("VM", transfer.vm);
	const copyOf = (className: string, row: Ref) =>
		db.find(className, row)
			? other.create(className, plain(context, className, row))
			: NULL_REF;
	const created = other.create("VM", {
		...plain(context, "VM", transfer.vm),
		domid: -1,
		resident_on: NULL_REF,
		affinity: NULL_REF,
		appliance: NULL_REF,
		snapshot_schedule: NULL_REF,
		suspend_SR: NULL_REF,
		parent: NULL_REF,
		groups: [],
		blobs: {},
		metrics: copyOf("VM_metrics", ref(record, "metrics")),
		guest_metrics: copyOf("VM_guest_metrics", ref(record, "guest_metrics")),
		...transfer.fields,
	});
	for (const vbd of list(record, "VBDs")) {
		const fields = plain(context, "VBD", vbd);
		other.create("VBD", {
			...fields,
			VM: created,
			VDI: transfer.moved.get(ref(fields, "VDI")) ?? NULL_REF,
			...(fields.type === "CD" ? { empty: true } : {}),
			metrics: other.create("VBD_metrics", {}),
		});
	}
	for (const vif of list(record, "VIFs")) {
		const fields = plain(context, "VIF", vif);
		other.create("VIF", {
			...fields,
			VM: created,
			network: transfer.networks.get(ref(fields, "network")) ?? NULL_REF,
			metrics: other.create("VIF_metrics", {}),
		});
	}
	return created;
}

/** Snapshots follow their VM, on the SRs that its disks went to. */
function transferSnapshots(
	context: CallContext,
	migration: Migration,
	transfer: Transfer & { readonly created: Ref },
): void {
	const { db } = context;
	const other = migration.pool.db;
	const known = new Map([[transfer.vm, transfer.created]]);
	for (const snapshot of list(db.get("VM", transfer.vm), "snapshots")) {
		const moved = new Map<Ref, Ref>();
		for (const vdi of disksOf(context, snapshot)) {
			const disk = transfer.moved.get(ref(db.get("VDI", vdi), "snapshot_of"));
			const anyDisk = disk ?? [...transfer.moved.values()][0];
			const mapped = migration.vdiMap[vdi];
			const sr = mapped ?? ref(other.find("VDI", anyDisk ?? "") ?? {}, "SR");
			if (other.find("SR", sr) === undefined) continue;
			const of = disk ?? NULL_REF;
			moved.set(vdi, transferVdi(context, migration, { vdi, sr, of }));
		}
		const created = transferRows(context, migration, {
			...transfer,
			vm: snapshot,
			moved,
			fields: {
				uuid: String(db.get("VM", snapshot).uuid),
				snapshot_of: transfer.created,
				power_state: "Halted",
				suspend_VDI: NULL_REF,
			},
		});
		known.set(snapshot, created);
	}
	for (const [old, created] of known) {
		const parent = known.get(ref(db.get("VM", old), "parent"));
		if (parent !== undefined) other.update("VM", created, { parent });
		recomputeAround(migration.pool, "VM", created);
	}
}

/** Copies a VM, and unless a copy is wanted its snapshots, to the pool of the
 *  migration; gives its ref there. The VM is halted or suspended there. */
export function transferVm(
	context: CallContext,
	migration: Migration,
	moved: ReadonlyMap<Ref, Ref>,
): Ref {
	const { db } = context;
	const { vm, pool, vifMap } = migration;
	const record = db.get("VM", vm);
	const isCopy = migration.options.copy === "true";
	const networks = new Map<Ref, Ref>();
	for (const vif of list(record, "VIFs")) {
		const target = vifMap[vif];
		if (target) networks.set(ref(db.get("VIF", vif), "network"), target);
	}
	const image = ref(record, "suspend_VDI");
	const isSuspended = record.power_state === "Suspended";
	const [anyDisk] = moved.values();
	const sr =
		migration.vdiMap[image] ??
		(anyDisk === undefined
			? ref(pool.db.get("pool", pool.poolRef()), "suspend_image_SR")
			: ref(pool.db.get("VDI", anyDisk), "SR"));
	const transfer: Transfer = {
		vm,
		moved,
		networks,
		fields: {
			uuid: isCopy ? pool.newUuid() : String(record.uuid),
			power_state: isSuspended ? "Suspended" : "Halted",
			suspend_VDI:
				isSuspended && db.find("VDI", image)
					? transferVdi(context, migration, { vdi: image, sr })
					: NULL_REF,
		},
	};
	const created = transferRows(context, migration, transfer);
	if (!isCopy) transferSnapshots(context, migration, { ...transfer, created });
	return created;
}
