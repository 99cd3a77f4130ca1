import type {
	CallContext,
	DbRecord,
	FieldValue,
	HandlerTable,
	Ref,
} from "../core/types.ts";
import { DURATION_MS } from "./durations.ts";
import { withOperation } from "./operations.ts";
import { recomputeAllowedOperations } from "./recompute.ts";
import { flag, list, map, ref, type StringMap, text } from "./record.ts";
import { raise } from "./rules/refusal.ts";

type Fields = Readonly<Record<string, FieldValue>>;

const PASSWORD_KEYS = new Set([
	"password",
	"cifspassword",
	"chappassword",
	"incoming_chappassword",
]);

/** Passwords go to secrets; the configuration keeps their uuids. */
export function hidePasswords(
	{ db }: Pick<CallContext, "db">,
	config: StringMap,
): StringMap {
	return Object.fromEntries(
		Object.entries(config).map(([key, value]) => {
			if (!PASSWORD_KEYS.has(key)) return [key, value];
			const secret = db.create("secret", { value });
			return [`${key}_secret`, text(db.get("secret", secret), "uuid")];
		}),
	);
}

/** Adds the PBD of an SR on a host.
 *  @throws XapiFailure `PBD_EXISTS`, `VALUE_NOT_SUPPORTED` */
export function createPbd({ db, pool }: CallContext, fields: Fields): Ref {
	const host = ref(fields, "host");
	const sr = ref(fields, "SR");
	db.get("host", host);
	const existing = list(db.get("SR", sr), "PBDs").find(
		(pbd) => db.get("PBD", pbd).host === host,
	);
	if (existing !== undefined) raise(["PBD_EXISTS", sr, host, existing]);
	const config = map(fields, "device_config");
	if (config.SRmaster !== undefined) {
		raise([
			"VALUE_NOT_SUPPORTED",
			"device_config:SRmaster",
			config.SRmaster,
			"The key is reserved",
		]);
	}
	const pbd = db.create("PBD", {
		...fields,
		device_config: hidePasswords({ db }, config),
		currently_attached: false,
	});
	recomputeAllowedOperations(pool, "SR", sr);
	return pbd;
}

/** An SR's disks depend on whether it is plugged. */
function refreshSr({ db, pool }: CallContext, sr: Ref): void {
	recomputeAllowedOperations(pool, "SR", sr);
	for (const vdi of list(db.get("SR", sr), "VDIs")) {
		recomputeAllowedOperations(pool, "VDI", vdi);
	}
}

function assertSharable({ db }: CallContext, pbd: Ref, record: DbRecord): void {
	const sr = ref(record, "SR");
	const row = db.get("SR", sr);
	if (flag(row, "shared")) return;
	const isElsewhere = list(row, "PBDs").some(
		(other) =>
			other !== pbd && flag(db.get("PBD", other), "currently_attached"),
	);
	if (isElsewhere) raise(["SR_NOT_SHARABLE", sr, ref(record, "host")]);
}

export async function plugPbd(
	outer: CallContext,
	pbd: Ref,
): Promise<undefined> {
	const record = outer.db.get("PBD", pbd);
	if (flag(record, "currently_attached")) return;
	assertSharable(outer, pbd, record);
	const sr = ref(record, "SR");
	const target = {
		className: "SR",
		ref: sr,
		operation: "plug",
		durationMs: DURATION_MS.pbdPlug,
	};
	await withOperation(outer, target, ({ db }) => {
		db.update("PBD", pbd, { currently_attached: true });
	});
	refreshSr(outer, sr);
}

/** VDIs of the SR that VMs on the host have. */
function usedVdis({ db }: CallContext, record: DbRecord): Ref[] {
	const host = ref(record, "host");
	return list(db.get("SR", ref(record, "SR")), "VDIs").filter((vdi) =>
		list(db.get("VDI", vdi), "VBDs").some((vbd) => {
			const row = db.get("VBD", vbd);
			if (!flag(row, "currently_attached")) return false;
			return db.find("VM", ref(row, "VM"))?.resident_on === host;
		}),
	);
}

async function unplug(outer: CallContext, pbd: Ref): Promise<undefined> {
	const record = outer.db.get("PBD", pbd);
	if (!flag(record, "currently_attached")) return;
	const used = usedVdis(outer, record);
	if (used.length > 0) raise(["VDI_IN_USE", ...used]);
	const sr = ref(record, "SR");
	const target = {
		className: "SR",
		ref: sr,
		operation: "unplug",
		durationMs: DURATION_MS.pbdPlug,
	};
	await withOperation(outer, target, ({ db }) => {
		db.update("PBD", pbd, { currently_attached: false });
	});
	refreshSr(outer, sr);
}

function destroy({ db, pool }: CallContext, pbd: Ref): undefined {
	const record = db.get("PBD", pbd);
	if (flag(record, "currently_attached")) {
		raise(["OPERATION_NOT_ALLOWED", "PBD is currently attached"]);
	}
	db.destroy("PBD", pbd);
	recomputeAllowedOperations(pool, "SR", ref(record, "SR"));
}

export const pbdHandlers: HandlerTable = {
	"PBD.create": createPbd,
	"PBD.plug": plugPbd,
	"PBD.unplug": unplug,
	"PBD.destroy": destroy,
	"PBD.set_device_config": ({ db }, pbd: Ref, config: StringMap) => {
		db.update("PBD", pbd, { device_config: hidePasswords({ db }, config) });
		return undefined;
	},
};
