import type { CallContext, Pool, Ref } from "../core/types.ts";
import { readScope } from "./facts.ts";
import { addressOf, seesNetwork, seesSr } from "./placement.ts";
import { flag, list, ref, type StringMap, text } from "./record.ts";
import { raise } from "./rules/refusal.ts";
import { disksOf } from "./vm-clone.ts";

/** Where a VM goes with its disks and networks. */
export interface Migration {
	readonly vm: Ref;
	readonly pool: Pool;
	readonly host: Ref;
	readonly vdiMap: StringMap;
	readonly vifMap: StringMap;
	readonly options: StringMap;
}

interface Reception {
	readonly pool: Pool;
	readonly host: Ref;
}

const MAX_RECEPTIONS = 1_000;

/** Simulated pools of one process that expect a VM, by what
 *  `host.migrate_receive` gave out; the oldest are forgotten. */
const receptions = new Map<string, Reception>();

function keyOf(dest: StringMap): string {
	return `${dest.session_id} ${dest.host}`;
}

/** `host.migrate_receive`: the addresses and the session to send a VM to. */
export function migrateReceive(
	context: CallContext,
	...[host, network]: [Ref, Ref]
): StringMap {
	const { db, pool } = context;
	const record = db.get("host", host);
	if (!seesNetwork(pool, host, network)) {
		raise(["HOST_CANNOT_ATTACH_NETWORK", host, network]);
	}
	const pif = list(db.get("network", network), "PIFs").find(
		(it) => db.get("PIF", it).host === host,
	);
	if (pif === undefined) {
		raise(["HOST_CANNOT_ATTACH_NETWORK", host, network]);
		return {};
	}
	const port = db.get("PIF", pif);
	if (port.ip_configuration_mode === "None") {
		raise(["PIF_HAS_NO_NETWORK_CONFIGURATION", pif]);
	}
	const ip = text(port, "IP");
	if (ip === "") raise(["INTERFACE_HAS_NO_IP", pif]);
	const master = addressOf(db.get("host", pool.masterRef()));
	const session = context.session;
	const dest = {
		SM: `http://${ip}/services/SM?session_id=${session}`,
		host,
		xenops: `http://${ip}/services/xenops?session_id=${session}`,
		session_id: session,
		master: `http://${master || text(record, "address")}`,
	};
	receptions.delete(keyOf(dest));
	receptions.set(keyOf(dest), { pool, host });
	const [oldest] = receptions.keys();
	if (receptions.size > MAX_RECEPTIONS && oldest !== undefined) {
		receptions.delete(oldest);
	}
	return dest;
}

/** The pool and host that a destination stands for.
 *  @throws XapiFailure `INVALID_VALUE` when nobody expects the VM */
export function resolveDestination(dest: StringMap): Reception {
	const reception = receptions.get(keyOf(dest));
	if (reception === undefined) {
		raise(["INVALID_VALUE", "dest", JSON.stringify(Object.keys(dest))]);
		throw new Error("unreachable");
	}
	return reception;
}

/** The SR that a disk goes to: the mapped one, else its own if the
 *  destination sees it. */
export function targetSr(
	{ db, pool }: CallContext,
	migration: Migration,
	vdi: Ref,
): Ref {
	const mapped = migration.vdiMap[vdi];
	if (mapped !== undefined) {
		migration.pool.db.get("SR", mapped);
		return mapped;
	}
	const own = ref(db.get("VDI", vdi), "SR");
	const isVisible =
		migration.pool === pool && seesSr(pool, migration.host, own);
	if (!isVisible) raise(["VDI_NOT_IN_MAP", vdi]);
	return own;
}

const MIRROR_FEATURES = ["VDI_SNAPSHOT", "VDI_MIRROR"];

function assertStorageMoves(context: CallContext, migration: Migration): void {
	const { db, pool } = context;
	const scope = readScope(pool);
	for (const vdi of disksOf(context, migration.vm)) {
		const record = db.get("VDI", vdi);
		const from = ref(record, "SR");
		const to = targetSr(context, migration, vdi);
		if (migration.pool === pool && to === from) continue;
		if (flag(record, "cbt_enabled")) raise(["VDI_CBT_ENABLED", vdi]);
		const features = scope.featuresOf(text(db.get("SR", from), "type"));
		const missing = MIRROR_FEATURES.filter((name) => !features.has(name));
		if (missing.length > 0) {
			raise(["SR_DOES_NOT_SUPPORT_MIGRATION", from, missing.join(", ")]);
		}
	}
}

function assertNetworksMapped(
	{ db, pool }: CallContext,
	migration: Migration,
): void {
	if (migration.pool === pool) {
		if (Object.keys(migration.vifMap).length > 0) {
			raise([
				"OPERATION_NOT_ALLOWED",
				"VIF mapping is not allowed for intra-pool migration",
			]);
		}
		return;
	}
	for (const vif of list(db.get("VM", migration.vm), "VIFs")) {
		const network = migration.vifMap[vif];
		if (network === undefined) raise(["VIF_NOT_IN_MAP", vif]);
		else migration.pool.db.get("network", network);
	}
}

/** What `assert_can_migrate` and `migrate_send` check beside the VM's state. */
export function assertMigration(
	context: CallContext,
	migration: Migration,
): void {
	const { db } = migration.pool;
	const host = db.get("host", migration.host);
	if (!flag(host, "enabled")) raise(["HOST_DISABLED", migration.host]);
	const isCopy = migration.options.copy === "true";
	const vm = context.db.get("VM", migration.vm);
	if (isCopy && vm.power_state !== "Halted") {
		const state = text(vm, "power_state").toLowerCase();
		raise(["VM_BAD_POWER_STATE", migration.vm, "halted", state]);
	}
	assertStorageMoves(context, migration);
	assertNetworksMapped(context, migration);
}
