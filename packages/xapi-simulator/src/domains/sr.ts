import type { CallContext, HandlerTable, Ref } from "../core/types.ts";
import { DURATION_MS } from "./durations.ts";
import { readScope } from "./facts.ts";
import { assertPossible, withOperation } from "./operations.ts";
import { createPbd, plugPbd } from "./pbd.ts";
import { recomputeAllowedOperations } from "./recompute.ts";
import {
	flag,
	integer,
	list,
	map,
	ref,
	type StringMap,
	text,
} from "./record.ts";
import { raise } from "./rules/refusal.ts";
import { SM_CAPABILITIES } from "./rules/sm-capabilities.ts";
import {
	foundSrsXml,
	refuseSrConfig,
	simulatedSize,
} from "./rules/sr-config.ts";
import { assertSrPlugged } from "./vdi.ts";

function supportedTypes({ db }: Pick<CallContext, "db">): string[] {
	const known = db.refs("SM").map((sm) => text(db.get("SM", sm), "type"));
	return known.length > 0 ? known : Object.keys(SM_CAPABILITIES);
}

function assertType(context: CallContext, type: string): void {
	if (!supportedTypes(context).includes(type)) {
		raise(["SR_UNKNOWN_DRIVER", type]);
	}
}

type CreateArguments = [
	host: Ref,
	deviceConfig: StringMap,
	physicalSize: number,
	nameLabel: string,
	nameDescription: string,
	type: string,
	contentType: string,
	shared: boolean,
	smConfig?: StringMap,
];

async function create(
	context: CallContext,
	...args: CreateArguments
): Promise<Ref> {
	const [host, config, size, name_label, name_description, kind] = args;
	const [, , , , , , content_type, shared, sm_config = {}] = args;
	const { db, pool } = context;
	const type = kind.toLowerCase();
	db.get("host", host);
	assertType(context, type);
	const sr = db.create("SR", {
		name_label,
		name_description,
		type,
		content_type,
		shared,
		sm_config,
		physical_size: -1,
		physical_utilisation: -1,
		virtual_allocation: -1,
		other_config: {},
	});
	const hosts = shared ? db.refs("host") : [host];
	try {
		const pbds = hosts.map((it) =>
			createPbd(context, { host: it, SR: sr, device_config: config }),
		);
		await pool.spend(context, DURATION_MS.srCreate);
		raise(refuseSrConfig(type, config));
		for (const pbd of pbds) await plugPbd(context, pbd);
	} catch (error) {
		for (const pbd of list(db.get("SR", sr), "PBDs")) db.destroy("PBD", pbd);
		db.destroy("SR", sr);
		throw error;
	}
	db.update("SR", sr, {
		physical_size: size > 0 ? size : simulatedSize(type, config),
		physical_utilisation: 0,
		virtual_allocation: 0,
	});
	recomputeAllowedOperations(pool, "SR", sr);
	return sr;
}

type IntroduceArguments = [
	uuid: string,
	nameLabel: string,
	nameDescription: string,
	type: string,
	contentType: string,
	shared: boolean,
	smConfig?: StringMap,
];

function introduce(context: CallContext, ...args: IntroduceArguments): Ref {
	const [uuid, name_label, name_description, kind] = args;
	const [, , , , content_type, shared, sm_config = {}] = args;
	const { db, pool } = context;
	const type = kind.toLowerCase();
	if (db.findByUuid("SR", uuid) !== undefined) raise(["SR_UUID_EXISTS", uuid]);
	assertType(context, type);
	const sr = db.create("SR", {
		...(uuid === "" ? {} : { uuid }),
		name_label,
		name_description,
		type,
		content_type,
		shared,
		sm_config,
		other_config: {},
	});
	recomputeAllowedOperations(pool, "SR", sr);
	return sr;
}

function deleteRecords({ db }: CallContext, sr: Ref): void {
	const record = db.get("SR", sr);
	for (const vdi of list(record, "VDIs")) {
		for (const vbd of list(db.get("VDI", vdi), "VBDs")) {
			db.destroy("VBD", vbd);
		}
		db.destroy("VDI", vdi);
	}
	for (const pbd of list(record, "PBDs")) db.destroy("PBD", pbd);
	db.destroy("SR", sr);
}

async function remove(
	outer: CallContext,
	sr: Ref,
	operation: "destroy" | "forget",
): Promise<undefined> {
	const durationMs = operation === "destroy" ? DURATION_MS.srScan : 0;
	const target = { className: "SR", ref: sr, operation, durationMs };
	await withOperation(outer, target, (context) => deleteRecords(context, sr));
}

async function scan(outer: CallContext, sr: Ref): Promise<undefined> {
	assertPossible(outer.pool, { className: "SR", ref: sr }, "scan");
	assertSrPlugged(outer, sr);
	const target = {
		className: "SR",
		ref: sr,
		operation: "scan",
		durationMs: DURATION_MS.srScan,
	};
	await withOperation(outer, target, ({ db }) => refreshSizes({ db }, sr));
}

/** What an SR of unknown size turns out to hold. */
function refreshSizes({ db }: Pick<CallContext, "db">, sr: Ref): void {
	const record = db.get("SR", sr);
	const pbd = db.find("PBD", list(record, "PBDs")[0] ?? "") ?? {};
	const size = integer(record, "physical_size");
	let used = 0;
	let allocated = 0;
	for (const vdi of list(record, "VDIs")) {
		const row = db.get("VDI", vdi);
		used += integer(row, "physical_utilisation");
		if (flag(row, "managed")) allocated += integer(row, "virtual_size");
	}
	if (size > 0) return;
	const type = text(record, "type");
	db.update("SR", sr, {
		physical_size: simulatedSize(type, map(pbd, "device_config")),
		physical_utilisation: used,
		virtual_allocation: allocated,
	});
}

async function update(outer: CallContext, sr: Ref): Promise<undefined> {
	assertSrPlugged(outer, sr);
	const target = { className: "SR", ref: sr, operation: "update" };
	await withOperation(outer, target, ({ db }) => refreshSizes({ db }, sr));
}

async function probe(
	context: CallContext,
	...[host, config, kind]: [Ref, StringMap, string]
): Promise<string> {
	const { db, pool } = context;
	const type = kind.toLowerCase();
	db.get("host", host);
	assertType(context, type);
	await pool.spend(context, DURATION_MS.srScan);
	raise(refuseSrConfig(type, config));
	const found = db.refs("PBD").flatMap((pbd) => {
		const row = db.get("PBD", pbd);
		const known = map(row, "device_config");
		const sr = db.find("SR", ref(row, "SR"));
		const isSame = Object.entries(config).every(
			([key, value]) => known[key] === value,
		);
		const isOfType = sr !== undefined && text(sr, "type") === type;
		return isSame && isOfType ? [text(sr, "uuid")] : [];
	});
	return foundSrsXml([...new Set(found)]);
}

function setNumber(field: string) {
	return ({ db }: CallContext, sr: Ref, value: number): undefined => {
		db.update("SR", sr, { [field]: value });
	};
}

function liveHosts({ db }: CallContext, sr: Ref): Ref[] {
	return list(db.get("SR", sr), "PBDs").flatMap((pbd) => {
		const row = db.get("PBD", pbd);
		const host = db.find("host", ref(row, "host")) ?? {};
		const metrics = db.find("host_metrics", ref(host, "metrics")) ?? {};
		const isLive = flag(metrics, "live") && flag(row, "currently_attached");
		return isLive ? [ref(row, "host")] : [];
	});
}

const MIN_STATEFILE_SR_BYTES = 4 * 2 ** 30;

/** @throws XapiFailure `SR_OPERATION_NOT_SUPPORTED`, `SR_HAS_NO_PBDS`,
 *  `SR_SOURCE_SPACE_INSUFFICIENT` */
export function assertCanHostStatefile(
	{ db, pool }: CallContext,
	sr: Ref,
): undefined {
	const record = db.get("SR", sr);
	const features = readScope(pool).featuresOf(text(record, "type"));
	const isFit = flag(record, "shared") && features.has("VDI_CREATE");
	if (!isFit) raise(["SR_OPERATION_NOT_SUPPORTED", sr]);
	if (list(record, "PBDs").length === 0) raise(["SR_HAS_NO_PBDS", sr]);
	if (integer(record, "physical_size") < MIN_STATEFILE_SR_BYTES) {
		raise(["SR_SOURCE_SPACE_INSUFFICIENT", sr]);
	}
}

export const srHandlers: HandlerTable = {
	"SR.create": create,
	"SR.introduce": introduce,
	"SR.destroy": (context, sr: Ref) => remove(context, sr, "destroy"),
	"SR.forget": (context, sr: Ref) => remove(context, sr, "forget"),
	"SR.scan": scan,
	"SR.update": update,
	"SR.probe": probe,
	"SR.probe_ext": ({ db }, host: Ref) => {
		db.get("host", host);
		raise(["SR_OPERATION_NOT_SUPPORTED", "OpaqueRef:NULL"]);
		return [];
	},
	"SR.get_supported_types": supportedTypes,
	"SR.get_live_hosts": liveHosts,
	"SR.set_shared": ({ db }, sr: Ref, shared: boolean) => {
		const pbds = list(db.get("SR", sr), "PBDs");
		if (!shared && pbds.length > 1) {
			raise([
				"INTERNAL_ERROR",
				"Cannot set shared to false while several hosts have the SR",
			]);
		}
		db.update("SR", sr, { shared });
		return undefined;
	},
	"SR.set_name_label": ({ db }, sr: Ref, name_label: string) => {
		db.update("SR", sr, { name_label });
		return undefined;
	},
	"SR.set_name_description": ({ db }, sr: Ref, name_description: string) => {
		db.update("SR", sr, { name_description });
		return undefined;
	},
	"SR.set_physical_size": setNumber("physical_size"),
	"SR.set_physical_utilisation": setNumber("physical_utilisation"),
	"SR.set_virtual_allocation": setNumber("virtual_allocation"),
	"SR.assert_can_host_ha_statefile": assertCanHostStatefile,
	"SR.assert_supports_database_replication": assertCanHostStatefile,
};
