import type {
	CallContext,
	DbRecord,
	FieldValue,
	HandlerTable,
	Ref,
} from "../core/types.ts";
import { devicePosition, freeVbdDevices } from "./devices.ts";
import { deviceName } from "./domain.ts";
import { DURATION_MS } from "./durations.ts";
import { isHvm } from "./facts.ts";
import { assertPossible, withOperation } from "./operations.ts";
import { recomputeAround } from "./recompute.ts";
import { flag, isNull, list, map, NULL_REF, ref, text } from "./record.ts";
import { busy, raise } from "./rules/refusal.ts";
import { destroyVbd } from "./vdi-records.ts";

type Fields = Readonly<Record<string, FieldValue>>;

const REFUSED_VDI_TYPES = new Set(["cbt_metadata"]);
const MIGRATIONS = new Set(["pool_migrate", "migrate_send"]);

function assertVm(vmRef: Ref, vm: DbRecord): void {
	const migrating = Object.entries(map(vm, "current_operations")).filter(
		([, operation]) => MIGRATIONS.has(operation),
	);
	if (migrating.length > 0) {
		raise(busy("VM", vmRef, Object.fromEntries(migrating)));
	}
}

function assertMedium({ db }: CallContext, fields: Fields): void {
	const isCd = fields.type === "CD";
	if (isCd && fields.mode !== "RO") raise(["VBD_CDS_MUST_BE_READONLY"]);
	if (flag(fields, "empty")) {
		if (!isCd) raise(["VBD_NOT_REMOVABLE_MEDIA", "in constructor"]);
		return;
	}
	const vdiRef = ref(fields, "VDI");
	const vdi = db.get("VDI", vdiRef);
	if (fields.mode === "RW" && flag(vdi, "read_only")) {
		raise(["VDI_READONLY", vdiRef]);
	}
	const type = text(vdi, "type");
	if (REFUSED_VDI_TYPES.has(type)) {
		raise(["VDI_INCOMPATIBLE_TYPE", vdiRef, type]);
	}
}

function assertAgile(context: CallContext, vm: DbRecord, fields: Fields): void {
	const { db, pool } = context;
	const isProtected = vm.ha_restart_priority === "restart";
	const isHa = flag(db.get("pool", pool.poolRef()), "ha_enabled");
	if (!isProtected || !isHa || flag(fields, "empty")) return;
	const sr = ref(db.get("VDI", ref(fields, "VDI")), "SR");
	if (!flag(db.get("SR", sr), "shared")) {
		raise(["HA_CONSTRAINT_VIOLATION_SR_NOT_SHARED", sr]);
	}
}

function resolveUserdevice(
	{ db }: CallContext,
	vm: Ref,
	wanted: string,
): string {
	const free = freeVbdDevices(db, vm);
	if (wanted === "autodetect") {
		const [first] = free;
		if (first === undefined) raise(["INVALID_DEVICE", wanted]);
		return first ?? "";
	}
	const position = devicePosition(wanted);
	if (position === undefined) raise(["INVALID_DEVICE", wanted]);
	const taken = list(db.get("VM", vm), "VBDs").some(
		(vbd) =>
			devicePosition(text(db.get("VBD", vbd), "userdevice")) === position,
	);
	if (taken) raise(["DEVICE_ALREADY_EXISTS", wanted]);
	return wanted;
}

function create(context: CallContext, fields: Fields): Ref {
	const { db, pool } = context;
	const vmRef = ref(fields, "VM");
	const vm = db.get("VM", vmRef);
	assertVm(vmRef, vm);
	assertMedium(context, fields);
	assertAgile(context, vm, fields);
	const userdevice = resolveUserdevice(
		context,
		vmRef,
		text(fields, "userdevice"),
	);
	const keepsAttached = vm.power_state === "Suspended";
	const vbd = db.create("VBD", {
		...fields,
		VDI: flag(fields, "empty") ? NULL_REF : ref(fields, "VDI"),
		userdevice,
		currently_attached: keepsAttached && flag(fields, "currently_attached"),
		metrics: db.create("VBD_metrics", {}),
	});
	recomputeAround(pool, "VBD", vbd);
	return vbd;
}

function destroy({ db, pool }: CallContext, vbdRef: Ref): undefined {
	const vbd = db.get("VBD", vbdRef);
	const vm = db.find("VM", ref(vbd, "VM"));
	if (flag(vbd, "currently_attached") && vm && !flag(vm, "is_a_snapshot")) {
		raise([
			"OPERATION_NOT_ALLOWED",
			`VBD '${text(vbd, "uuid")}' still attached to '${text(vm, "uuid")}'`,
		]);
	}
	destroyVbd(pool, vbdRef);
}

async function plug(outer: CallContext, vbd: Ref): Promise<undefined> {
	const record = outer.db.get("VBD", vbd);
	const vm = outer.db.get("VM", ref(record, "VM"));
	const isDisk = record.type === "Disk";
	assertPossible(outer.pool, { className: "VBD", ref: vbd }, "plug");
	if (isHvm(outer, vm) && isDisk && record.mode === "RO") {
		raise(["DISK_VBD_MUST_BE_READWRITE_FOR_HVM", vbd]);
	}
	const target = {
		className: "VBD",
		ref: vbd,
		operation: "plug",
		durationMs: DURATION_MS.plug,
	};
	await withOperation(outer, target, ({ db }) => {
		const device = deviceName(text(record, "userdevice"));
		db.update("VBD", vbd, { currently_attached: true, device });
	});
}

async function unplug(
	outer: CallContext,
	vbd: Ref,
	operation: "unplug" | "unplug_force",
): Promise<undefined> {
	const target = {
		className: "VBD",
		ref: vbd,
		operation,
		durationMs: DURATION_MS.plug,
	};
	await withOperation(outer, target, ({ db }) => {
		db.update("VBD", vbd, { currently_attached: false });
	});
}

async function insert(
	outer: CallContext,
	vbd: Ref,
	vdi: Ref,
): Promise<undefined> {
	const type = text(outer.db.get("VDI", vdi), "type");
	if (REFUSED_VDI_TYPES.has(type)) {
		raise(["VDI_INCOMPATIBLE_TYPE", vdi, type]);
	}
	const target = {
		className: "VBD",
		ref: vbd,
		operation: "insert",
		durationMs: DURATION_MS.media,
	};
	await withOperation(outer, target, ({ db }) => {
		db.update("VBD", vbd, { VDI: vdi, empty: false });
	});
}

async function eject(outer: CallContext, vbd: Ref): Promise<undefined> {
	const previous = ref(outer.db.get("VBD", vbd), "VDI");
	const target = {
		className: "VBD",
		ref: vbd,
		operation: "eject",
		durationMs: DURATION_MS.media,
	};
	await withOperation(outer, target, ({ db }) => {
		db.update("VBD", vbd, { VDI: NULL_REF, empty: true });
	});
	recomputeAround(outer.pool, "VDI", previous);
}

function setMode({ db, pool }: CallContext, vbd: Ref, mode: string): undefined {
	const record = db.get("VBD", vbd);
	if (flag(record, "currently_attached")) {
		const vm = ref(record, "VM");
		const state = text(db.get("VM", vm), "power_state").toLowerCase();
		raise(["VM_BAD_POWER_STATE", vm, "halted", state]);
	}
	if (record.type === "CD" && mode !== "RO")
		raise(["VBD_CDS_MUST_BE_READONLY"]);
	db.update("VBD", vbd, { mode });
	recomputeAround(pool, "VBD", vbd);
}

function assertAttachable({ pool, db }: CallContext, vbd: Ref): undefined {
	const vdi = ref(db.get("VBD", vbd), "VDI");
	if (!isNull(vdi)) db.get("VDI", vdi);
	assertPossible(pool, { className: "VBD", ref: vbd }, "attach");
}

function notSupported({ db }: CallContext, vbd: Ref): undefined {
	const vdi = db.find("VDI", ref(db.get("VBD", vbd), "VDI"));
	raise(["SR_OPERATION_NOT_SUPPORTED", ref(vdi ?? {}, "SR")]);
}

function setUserdevice(
	context: CallContext,
	vbd: Ref,
	value: string,
): undefined {
	const vm = ref(context.db.get("VBD", vbd), "VM");
	if (devicePosition(value) === undefined) raise(["INVALID_DEVICE", value]);
	context.db.update("VBD", vbd, { userdevice: value });
	recomputeAround(context.pool, "VM", vm);
}

export const vbdHandlers: HandlerTable = {
	"VBD.create": create,
	"VBD.destroy": destroy,
	"VBD.plug": plug,
	"VBD.unplug": (context, vbd: Ref) => unplug(context, vbd, "unplug"),
	"VBD.unplug_force": (context, vbd: Ref) =>
		unplug(context, vbd, "unplug_force"),
	"VBD.unplug_force_no_safety_check": (context, vbd: Ref) =>
		unplug(context, vbd, "unplug_force"),
	"VBD.insert": insert,
	"VBD.eject": eject,
	"VBD.set_mode": setMode,
	"VBD.set_userdevice": setUserdevice,
	"VBD.assert_attachable": assertAttachable,
	"VBD.pause": notSupported,
	"VBD.unpause": notSupported,
	"VM.get_allowed_VBD_devices": ({ db }, vm: Ref) => freeVbdDevices(db, vm),
};
