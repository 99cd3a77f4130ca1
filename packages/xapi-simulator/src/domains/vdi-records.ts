import type { DbRecord, FieldValue, Pool, Ref } from "../core/types.ts";
import { recomputeAllowedOperations, recomputeAround } from "./recompute.ts";
import {
	EPOCH,
	flag,
	integer,
	isNull,
	list,
	map,
	NULL_REF,
	ref,
	text,
	without,
} from "./record.ts";
import { raise } from "./rules/refusal.ts";

/* What storage does to VDI rows: sizes of the SR follow, and on VHD storage a
 * snapshot leaves a hidden parent behind. */

type Fields = Readonly<Record<string, FieldValue>>;

const VHD_BLOCK_BYTES = 2 * 2 ** 20;
const EMPTY_VHD_BYTES = 37_376;
/** A VHD in a logical volume keeps room to grow to 2 TiB in its table. */
const LVM_TABLE_BYTES = 4 * 2 ** 20;
const LVM_HEADER_BYTES = 2 ** 17;
const LVM_BITMAP_BYTES_PER_BLOCK = 4096;
const LVM_EXTENT_BYTES = 4 * 2 ** 20;

const VHD_TYPES = new Set([
	"ext",
	"nfs",
	"smb",
	"file",
	"xfs",
	"largeblock",
	"lvm",
	"lvmoiscsi",
	"lvmohba",
	"lvmofcoe",
	"cephfs",
	"glusterfs",
	"moosefs",
]);

function addToSr(pool: Pool, vdi: DbRecord, sign: 1 | -1): void {
	const sr = ref(vdi, "SR");
	const record = pool.db.find("SR", sr);
	if (record === undefined || integer(record, "physical_size") <= 0) return;
	const sum = (field: string, of: string) =>
		Math.max(0, integer(record, field) + sign * integer(vdi, of));
	pool.db.update("SR", sr, {
		virtual_allocation: sum("virtual_allocation", "virtual_size"),
		physical_utilisation: sum("physical_utilisation", "physical_utilisation"),
	});
}

export function isVhdSr(sr: DbRecord): boolean {
	return VHD_TYPES.has(text(sr, "type"));
}

function isLvmSr(sr: DbRecord): boolean {
	return text(sr, "type").startsWith("lvm");
}

/** The logical volume of a fully allocated VHD. */
function lvmVolumeBytes(virtualSize: number): number {
	const blocks = Math.ceil(virtualSize / VHD_BLOCK_BYTES);
	const size =
		virtualSize +
		LVM_HEADER_BYTES +
		LVM_TABLE_BYTES +
		blocks * LVM_BITMAP_BYTES_PER_BLOCK;
	return Math.ceil(size / LVM_EXTENT_BYTES) * LVM_EXTENT_BYTES;
}

/** What the storage manager notes of a new disk; `raw` is the caller's wish. */
function storageConfig(sr: DbRecord, config: FieldValue | undefined): Fields {
	const given = (config ?? {}) as Fields;
	const isVhd = isLvmSr(sr) && given.type !== "raw";
	return isVhd ? { vdi_type: "vhd", ...given } : given;
}

/** Adds a VDI as a storage manager would.
 *  @throws XapiFailure `SR_BACKEND_FAILURE_44` when the SR is full */
export function createVdi(
	pool: Pool,
	fields: Fields & { readonly SR: Ref; readonly virtual_size: number },
): Ref {
	const { db } = pool;
	const sr = db.get("SR", fields.SR);
	const uuid = typeof fields.uuid === "string" ? fields.uuid : pool.newUuid();
	const block = isVhdSr(sr) ? VHD_BLOCK_BYTES : 1;
	const virtualSize = Math.ceil(fields.virtual_size / block) * block;
	const used = isLvmSr(sr)
		? lvmVolumeBytes(virtualSize)
		: Math.min(EMPTY_VHD_BYTES, virtualSize);
	const physical = Number(fields.physical_utilisation ?? used);
	const capacity = integer(sr, "physical_size");
	if (
		capacity > 0 &&
		integer(sr, "physical_utilisation") + physical > capacity
	) {
		raise(["SR_BACKEND_FAILURE_44", "", "There is insufficient space", ""]);
	}
	const vdi = db.create("VDI", {
		name_label: "",
		name_description: "",
		type: "user",
		sharable: false,
		read_only: false,
		other_config: {},
		managed: true,
		missing: false,
		parent: NULL_REF,
		storage_lock: false,
		...fields,
		uuid,
		location: uuid,
		sm_config: storageConfig(sr, fields.sm_config),
		virtual_size: virtualSize,
		physical_utilisation: physical,
	});
	addToSr(pool, db.get("VDI", vdi), 1);
	recomputeAllowedOperations(pool, "VDI", vdi);
	return vdi;
}

const COPIED_FIELDS = [
	"name_label",
	"name_description",
	"type",
	"sharable",
	"other_config",
	"xenstore_data",
	"on_boot",
	"allow_caching",
	"tags",
] as const;

function pick(record: DbRecord, fields: readonly string[]): Fields {
	const picked: Record<string, FieldValue> = {};
	for (const field of fields) {
		const value = record[field];
		if (value !== undefined) picked[field] = value;
	}
	return picked;
}

/** Moves what the disk holds so far to a hidden parent, as VHD snapshots do;
 *  gives the parent's uuid. */
function splitVhd(pool: Pool, source: Ref): string | undefined {
	const vdi = pool.db.get("VDI", source);
	const sr = ref(vdi, "SR");
	if (!isVhdSr(pool.db.get("SR", sr))) return undefined;
	const config = map(vdi, "sm_config");
	const base = createVdi(pool, {
		SR: sr,
		name_label: "base copy",
		type: text(vdi, "type"),
		managed: false,
		read_only: true,
		virtual_size: integer(vdi, "virtual_size"),
		physical_utilisation: 0,
		sm_config: config["vhd-parent"]
			? { "vhd-parent": config["vhd-parent"] }
			: {},
	});
	// The data stays where it is, so the SR's own totals do not change.
	const used = integer(vdi, "physical_utilisation");
	const uuid = text(pool.db.get("VDI", base), "uuid");
	pool.db.update("VDI", base, { physical_utilisation: used });
	pool.db.update("VDI", source, {
		physical_utilisation: Math.min(used, EMPTY_VHD_BYTES),
		sm_config: { ...config, "vhd-parent": uuid },
	});
	return uuid;
}

/** A copy of the same moment on the same SR. */
export function forkVdi(
	pool: Pool,
	source: Ref,
	kind: "snapshot" | "clone",
): Ref {
	const parent = splitVhd(pool, source);
	const vdi = pool.db.get("VDI", source);
	const isSnapshot = kind === "snapshot";
	try {
		return createVdi(pool, {
			...pick(vdi, COPIED_FIELDS),
			SR: ref(vdi, "SR"),
			virtual_size: integer(vdi, "virtual_size"),
			sm_config: parent === undefined ? {} : { "vhd-parent": parent },
			is_a_snapshot: isSnapshot,
			snapshot_of: isSnapshot ? source : NULL_REF,
			snapshot_time: isSnapshot ? pool.nowIso() : EPOCH,
			cbt_enabled: isSnapshot && flag(vdi, "cbt_enabled"),
		});
	} catch (error) {
		if (parent !== undefined) coalesce(pool, ref(vdi, "SR"), parent);
		throw error;
	}
}

/** A full copy on any SR. */
export function copyVdi(pool: Pool, source: Ref, sr: Ref): Ref {
	const vdi = pool.db.get("VDI", source);
	const used = integer(vdi, "physical_utilisation");
	return createVdi(pool, {
		...pick(vdi, [
			"name_label",
			"name_description",
			"type",
			"sharable",
			"other_config",
			"xenstore_data",
			"tags",
		]),
		SR: sr,
		virtual_size: integer(vdi, "virtual_size"),
		physical_utilisation: used,
		sm_config: {},
	});
}

/** A hidden parent with one child left is merged into it, as the storage's
 *  garbage collector does. */
function coalesce(pool: Pool, sr: Ref, parentUuid: string): void {
	const { db } = pool;
	const parent = db.findByUuid("VDI", parentUuid);
	if (parent === undefined || flag(db.get("VDI", parent), "managed")) return;
	const children = list(db.find("SR", sr) ?? {}, "VDIs").filter(
		(vdi) => map(db.get("VDI", vdi), "sm_config")["vhd-parent"] === parentUuid,
	);
	if (children.length > 1) return;
	const record = db.get("VDI", parent);
	const grandparent = map(record, "sm_config")["vhd-parent"];
	const [child] = children;
	if (child !== undefined) {
		const row = db.get("VDI", child);
		const rest = without(map(row, "sm_config"), "vhd-parent");
		db.update("VDI", child, {
			sm_config: grandparent ? { ...rest, "vhd-parent": grandparent } : rest,
			physical_utilisation:
				integer(row, "physical_utilisation") +
				integer(record, "physical_utilisation"),
		});
	} else {
		addToSr(pool, record, -1);
	}
	db.destroy("VDI", parent);
	if (child === undefined && grandparent) coalesce(pool, sr, grandparent);
}

/** Removes a VDI with its VBDs; VMs forget it as their suspend image. */
export function destroyVdi(pool: Pool, vdiRef: Ref): void {
	const { db } = pool;
	const vdi = db.get("VDI", vdiRef);
	const sr = ref(vdi, "SR");
	for (const vbd of list(vdi, "VBDs")) destroyVbd(pool, vbd);
	if (text(vdi, "type") === "suspend") {
		for (const vm of db.refs("VM")) {
			if (db.get("VM", vm).suspend_VDI !== vdiRef) continue;
			db.update("VM", vm, { suspend_VDI: NULL_REF });
		}
	}
	addToSr(pool, vdi, -1);
	db.destroy("VDI", vdiRef);
	const parent = map(vdi, "sm_config")["vhd-parent"];
	if (parent) coalesce(pool, sr, parent);
}

/** Removes a VBD and its metrics. */
export function destroyVbd(pool: Pool, vbdRef: Ref): void {
	const { db } = pool;
	const vbd = db.get("VBD", vbdRef);
	const metrics = ref(vbd, "metrics");
	if (db.find("VBD_metrics", metrics)) db.destroy("VBD_metrics", metrics);
	db.destroy("VBD", vbdRef);
	const vdi = ref(vbd, "VDI");
	if (!isNull(vdi)) recomputeAround(pool, "VDI", vdi);
}
