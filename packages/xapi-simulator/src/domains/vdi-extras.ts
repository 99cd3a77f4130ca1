import { createHash } from "node:crypto";
import type {
	CallContext,
	FieldValue,
	HandlerTable,
	Ref,
} from "../core/types.ts";
import { withOperation } from "./operations.ts";
import { recomputeAllowedOperations, recomputeAround } from "./recompute.ts";
import { flag, integer, list, NULL_REF, ref, text } from "./record.ts";
import { raise } from "./rules/refusal.ts";
import { plainSetters } from "./setters.ts";
import { assertSrPlugged } from "./vdi.ts";

const CBT_BLOCK_BYTES = 65_536;

/** Idempotent; later snapshots inherit it. */
async function setCbt(
	outer: CallContext,
	vdi: Ref,
	enabled: boolean,
): Promise<undefined> {
	const operation = enabled ? "enable_cbt" : "disable_cbt";
	const target = { className: "VDI", ref: vdi, operation };
	await withOperation(outer, target, ({ db }) => {
		db.update("VDI", vdi, { cbt_enabled: enabled });
	});
}

/** Keeps the record of which blocks changed and drops the data. */
async function destroyData(outer: CallContext, vdi: Ref): Promise<undefined> {
	const target = { className: "VDI", ref: vdi, operation: "data_destroy" };
	await withOperation(outer, target, ({ db }) => {
		const record = db.get("VDI", vdi);
		const isUsed = list(record, "VBDs").some((vbd) =>
			flag(db.get("VBD", vbd), "currently_attached"),
		);
		if (isUsed) raise(["VDI_IN_USE", vdi, "data_destroy"]);
		db.update("VDI", vdi, {
			type: "cbt_metadata",
			physical_utilisation: Math.min(
				4_096,
				integer(record, "physical_utilisation"),
			),
		});
	});
}

/** Disks of one chain are snapshots of the same disk, or that disk. */
function chainOf({ db }: CallContext, vdi: Ref): Ref {
	const record = db.get("VDI", vdi);
	return flag(record, "is_a_snapshot") ? ref(record, "snapshot_of") : vdi;
}

function assertChain(context: CallContext, from: Ref, to: Ref): void {
	const { db } = context;
	const isOne = chainOf(context, from) === chainOf(context, to);
	const [fromTime, toTime] = [from, to].map((vdi) => {
		const record = db.get("VDI", vdi);
		return flag(record, "is_a_snapshot")
			? text(record, "snapshot_time")
			: "99991231T00:00:00Z";
	});
	if (isOne && (fromTime ?? "") <= (toTime ?? "")) return;
	raise([
		"SR_BACKEND_FAILURE_460",
		"",
		"Failed to calculate changed blocks for given VDIs. [opterr=Source and target VDI are unrelated]",
		"",
	]);
}

/** One bit for each 64 KiB block. Without disk bytes every block of what the
 *  disk holds counts as changed when it was snapshotted in between. */
async function changedBlocks(
	outer: CallContext,
	from: Ref,
	to: Ref,
): Promise<string> {
	const operation = "list_changed_blocks";
	const target = { className: "VDI", ref: to, operation };
	return withOperation(outer, target, (context) => {
		const { db } = context;
		for (const vdi of [from, to]) {
			if (!flag(db.get("VDI", vdi), "cbt_enabled")) {
				raise(["VDI_NO_CBT_METADATA", vdi]);
			}
		}
		assertChain(context, from, to);
		const record = db.get("VDI", to);
		const blocks = Math.ceil(integer(record, "virtual_size") / CBT_BLOCK_BYTES);
		const bitmap = Buffer.alloc(Math.ceil(blocks / 8));
		const used = integer(record, "physical_utilisation") / CBT_BLOCK_BYTES;
		const changed = from === to ? 0 : Math.min(blocks, Math.ceil(used));
		for (let block = 0; block < changed; block++) {
			const byte = block >> 3;
			bitmap[byte] = (bitmap[byte] ?? 0) | (0x80 >> (block & 7));
		}
		return bitmap.toString("base64");
	});
}

const INTRODUCE_FIELDS = [
	"uuid",
	"name_label",
	"name_description",
	"SR",
	"type",
	"sharable",
	"read_only",
	"other_config",
	"location",
	"xenstore_data",
	"sm_config",
	"managed",
	"virtual_size",
	"physical_utilisation",
	"metadata_of_pool",
	"is_a_snapshot",
	"snapshot_time",
	"snapshot_of",
	"cbt_enabled",
] as const;

function introduce(context: CallContext, ...values: FieldValue[]): Ref {
	const { db, pool } = context;
	const fields = Object.fromEntries(
		INTRODUCE_FIELDS.flatMap((name, index) => {
			const value = values[index];
			return value === undefined ? [] : [[name, value]];
		}),
	);
	const sr = ref(fields, "SR");
	const uuid = text(fields, "uuid");
	assertSrPlugged(context, sr);
	if (uuid !== "" && db.findByUuid("VDI", uuid)) {
		raise(["UUID_INVALID", "VDI", uuid]);
	}
	const location = text(fields, "location");
	const isTaken = list(db.get("SR", sr), "VDIs").some(
		(vdi) => text(db.get("VDI", vdi), "location") === location,
	);
	if (isTaken) raise(["LOCATION_NOT_UNIQUE", sr, location]);
	const vdi = db.create("VDI", fields);
	recomputeAllowedOperations(pool, "VDI", vdi);
	return vdi;
}

/** Moves a disk of a running VM to another SR: a migration of that VM in which
 *  only this disk is remapped. */
async function poolMigrate(
	context: CallContext,
	...[vdi, sr]: [Ref, Ref]
): Promise<Ref> {
	const { db, pool } = context;
	const record = db.get("VDI", vdi);
	const [vbd] = list(record, "VBDs").filter((it) => {
		const vm = db.find("VM", ref(db.get("VBD", it), "VM"));
		return vm !== undefined && !flag(vm, "is_a_snapshot");
	});
	if (vbd === undefined) {
		raise(["VDI_NEEDS_VM_FOR_MIGRATE", vdi]);
		return NULL_REF;
	}
	if (flag(record, "cbt_enabled")) raise(["VDI_CBT_ENABLED", vdi]);
	const vm = ref(db.get("VBD", vbd), "VM");
	const state = text(db.get("VM", vm), "power_state");
	if (state !== "Running") {
		raise(["VM_BAD_POWER_STATE", vm, "running", state.toLowerCase()]);
	}
	const host = ref(db.get("VM", vm), "resident_on");
	const network = db.refs("network").find((it) =>
		list(db.get("network", it), "PIFs").some((pif) => {
			const port = db.get("PIF", pif);
			return port.host === host && flag(port, "management");
		}),
	);
	const dest = await pool.invoke(context, "host.migrate_receive", [
		host,
		network ?? NULL_REF,
		{},
	]);
	await pool.invoke(context, "VM.migrate_send", [
		vm,
		dest,
		true,
		{ [vdi]: sr },
		{},
		{},
	]);
	return ref(db.get("VBD", vbd), "VDI");
}

export const vdiExtraHandlers: HandlerTable = {
	...plainSetters("VDI", [
		"managed",
		"missing",
		"virtual_size",
		"physical_utilisation",
		"is_a_snapshot",
		"snapshot_of",
		"snapshot_time",
		"metadata_of_pool",
		"allow_caching",
		"cbt_enabled",
	]),
	"VDI.set_sharable": ({ db, pool }, vdi: Ref, sharable: boolean) => {
		db.update("VDI", vdi, { sharable });
		recomputeAround(pool, "VDI", vdi);
		return undefined;
	},
	"VDI.set_read_only": ({ db, pool }, vdi: Ref, read_only: boolean) => {
		db.update("VDI", vdi, { read_only });
		recomputeAround(pool, "VDI", vdi);
		return undefined;
	},
	"VDI.enable_cbt": (context, vdi: Ref) => setCbt(context, vdi, true),
	"VDI.disable_cbt": (context, vdi: Ref) => setCbt(context, vdi, false),
	"VDI.data_destroy": destroyData,
	"VDI.list_changed_blocks": changedBlocks,
	"VDI.introduce": introduce,
	"VDI.pool_introduce": introduce,
	"VDI.db_introduce": introduce,
	"VDI.pool_migrate": poolMigrate,
	"VDI.checksum": ({ db }, vdi: Ref) =>
		createHash("md5")
			.update(text(db.get("VDI", vdi), "uuid"))
			.digest("hex"),
};
