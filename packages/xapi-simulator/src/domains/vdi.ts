import type {
	CallContext,
	FieldValue,
	HandlerTable,
	Ref,
} from "../core/types.ts";
import { DURATION_MS, diskCopyMs } from "./durations.ts";
import { hasAttachedPbd } from "./facts.ts";
import { withOperation } from "./operations.ts";
import { recomputeAround } from "./recompute.ts";
import {
	flag,
	integer,
	isNull,
	list,
	map,
	NULL_REF,
	ref,
	text,
} from "./record.ts";
import { raise } from "./rules/refusal.ts";
import { copyVdi, createVdi, destroyVdi, forkVdi } from "./vdi-records.ts";

type Fields = Readonly<Record<string, FieldValue>>;

export function assertSrPlugged({ db }: CallContext, sr: Ref): void {
	if (!hasAttachedPbd(db, db.get("SR", sr))) raise(["SR_HAS_NO_PBDS", sr]);
}

/** Runs on the SR, where it shows as `vdi_…` in its current operations. */
async function create(outer: CallContext, fields: Fields): Promise<Ref> {
	const sr = ref(fields, "SR");
	outer.db.get("SR", sr);
	assertSrPlugged(outer, sr);
	if (fields.type === "cbt_metadata") {
		raise(["VDI_INCOMPATIBLE_TYPE", "", "CBT metadata"]);
	}
	const target = {
		className: "SR",
		ref: sr,
		operation: "vdi_create",
		durationMs: DURATION_MS.vdiCreate,
	};
	return withOperation(outer, target, ({ pool }) => {
		const { is_a_snapshot: _, ...rest } = fields;
		return createVdi(pool, {
			...rest,
			SR: sr,
			virtual_size: integer(fields, "virtual_size"),
		});
	});
}

async function fork(
	outer: CallContext,
	vdi: Ref,
	kind: "snapshot" | "clone",
): Promise<Ref> {
	assertSrPlugged(outer, ref(outer.db.get("VDI", vdi), "SR"));
	const target = {
		className: "VDI",
		ref: vdi,
		operation: kind,
		durationMs: DURATION_MS.vdiSnapshot,
	};
	return withOperation(outer, target, ({ pool }) => forkVdi(pool, vdi, kind));
}

interface Copy {
	readonly vdi: Ref;
	readonly sr: Ref;
	readonly intoVdi: Ref;
}

async function copy(outer: CallContext, request: Copy): Promise<Ref> {
	const { vdi, intoVdi } = request;
	const { db } = outer;
	const size = integer(db.get("VDI", vdi), "virtual_size");
	if (!isNull(intoVdi)) {
		const into = db.get("VDI", intoVdi);
		if (integer(into, "virtual_size") < size) {
			raise(["VDI_TOO_SMALL", intoVdi, String(size)]);
		}
		if (flag(into, "read_only")) raise(["VDI_READONLY", intoVdi]);
	} else assertSrPlugged(outer, request.sr);
	const target = {
		className: "VDI",
		ref: vdi,
		operation: "copy",
		durationMs: diskCopyMs(size),
	};
	return withOperation(outer, target, ({ pool }) =>
		isNull(intoVdi) ? copyVdi(pool, vdi, request.sr) : intoVdi,
	);
}

async function resize(
	outer: CallContext,
	vdi: Ref,
	size: number,
): Promise<undefined> {
	const target = {
		className: "VDI",
		ref: vdi,
		operation: "resize",
		durationMs: DURATION_MS.vdiSnapshot,
	};
	await withOperation(outer, target, ({ db }) => {
		const current = integer(db.get("VDI", vdi), "virtual_size");
		if (size < current) {
			raise([
				"SR_BACKEND_FAILURE_79",
				"",
				`VDI Invalid size [opterr=shrinking from ${current} to ${size} is not allowed]`,
				"",
			]);
		}
		const sr = ref(db.get("VDI", vdi), "SR");
		const allocation = integer(db.get("SR", sr), "virtual_allocation");
		db.update("VDI", vdi, { virtual_size: size });
		db.update("SR", sr, { virtual_allocation: allocation + size - current });
	});
}

async function destroy(outer: CallContext, vdi: Ref): Promise<undefined> {
	const record = outer.db.get("VDI", vdi);
	if (record.managed === false) raise(["VDI_NOT_MANAGED", vdi]);
	const target = {
		className: "VDI",
		ref: vdi,
		operation: "destroy",
		durationMs: DURATION_MS.vdiDestroy,
	};
	await withOperation(outer, target, (context) => {
		assertSrPlugged(context, ref(record, "SR"));
		destroyVdi(context.pool, vdi);
	});
}

/** Drops the record; the storage keeps the data. */
async function forget(outer: CallContext, vdi: Ref): Promise<undefined> {
	const target = { className: "VDI", ref: vdi, operation: "forget" };
	await withOperation(outer, target, ({ db }) => {
		const vbds = list(db.get("VDI", vdi), "VBDs");
		db.destroy("VDI", vdi);
		for (const vbd of vbds) recomputeAround(outer.pool, "VBD", vbd);
	});
}

async function update(outer: CallContext, vdi: Ref): Promise<undefined> {
	const target = { className: "VDI", ref: vdi, operation: "update" };
	await withOperation(outer, target, () => undefined);
}

/** A setter that the storage manager carries out. */
async function setThroughStorage(
	context: CallContext,
	vdi: Ref,
	fields: Fields,
): Promise<undefined> {
	assertSrPlugged(context, ref(context.db.get("VDI", vdi), "SR"));
	context.db.update("VDI", vdi, fields);
}

async function setOnBoot(
	outer: CallContext,
	vdi: Ref,
	value: string,
): Promise<undefined> {
	const target = { className: "VDI", ref: vdi, operation: "set_on_boot" };
	await withOperation(outer, target, ({ db, pool }) => {
		db.update("VDI", vdi, { on_boot: value });
		for (const vbd of list(db.get("VDI", vdi), "VBDs")) {
			recomputeAround(pool, "VM", ref(db.get("VBD", vbd), "VM"));
		}
	});
}

/** Exports of the hosts that see the VDI, where a network is for NBD. */
function nbdInfo(context: CallContext, vdi: Ref): FieldValue {
	const { db } = context;
	const record = db.get("VDI", vdi);
	const hosts = list(db.get("SR", ref(record, "SR")), "PBDs").flatMap((pbd) => {
		const row = db.find("PBD", pbd) ?? {};
		return flag(row, "currently_attached") ? [ref(row, "host")] : [];
	});
	const offers: FieldValue[] = [];
	for (const network of db.refs("network")) {
		const row = db.get("network", network);
		const purposes = list(row, "purpose");
		if (!purposes.some((it) => it === "nbd" || it === "insecure_nbd")) continue;
		for (const pif of list(row, "PIFs")) {
			const port = db.find("PIF", pif) ?? {};
			const isUsable = flag(port, "currently_attached") && text(port, "IP");
			if (!isUsable || !hosts.includes(ref(port, "host"))) continue;
			const host = db.get("host", ref(port, "host"));
			offers.push({
				exportname: `/${text(record, "uuid")}?session_id=${context.session}`,
				address: text(port, "IP"),
				port: 10809,
				cert: "",
				subject: text(host, "hostname"),
			});
		}
	}
	return offers;
}

export const vdiHandlers: HandlerTable = {
	"VDI.create": (context, fields: Fields) => create(context, fields),
	"VDI.snapshot": (context, vdi: Ref) => fork(context, vdi, "snapshot"),
	"VDI.clone": (context, vdi: Ref) => fork(context, vdi, "clone"),
	"VDI.copy": (
		context,
		...[vdi, sr, _baseVdi, intoVdi = NULL_REF]: [Ref, Ref, Ref?, Ref?]
	) =>
		copy(context, {
			vdi,
			sr: isNull(sr) ? ref(context.db.get("VDI", vdi), "SR") : sr,
			intoVdi,
		}),
	"VDI.resize": resize,
	"VDI.resize_online": resize,
	"VDI.destroy": destroy,
	"VDI.forget": forget,
	"VDI.db_forget": forget,
	"VDI.update": update,
	"VDI.force_unlock": () => undefined,
	"VDI.set_name_label": (context, vdi: Ref, value: string) =>
		setThroughStorage(context, vdi, { name_label: value }),
	"VDI.set_name_description": (context, vdi: Ref, value: string) =>
		setThroughStorage(context, vdi, { name_description: value }),
	"VDI.set_on_boot": setOnBoot,
	"VDI.get_nbd_info": nbdInfo,
	"VDI.generate_config": (context, _host: Ref, vdi: Ref) =>
		JSON.stringify(map(context.db.get("VDI", vdi), "sm_config")),
};
