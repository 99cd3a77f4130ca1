import type {
	CallContext,
	FieldValue,
	HandlerTable,
	Ref,
} from "../core/types.ts";
import { DURATION_MS } from "./durations.ts";
import { memoryNeed } from "./host-memory.ts";
import { withOperation } from "./operations.ts";
import { recomputeAll } from "./recompute.ts";
import { flag, integer, list, ref, type StringMap, text } from "./record.ts";
import { raise } from "./rules/refusal.ts";
import { assertCanHostStatefile } from "./sr.ts";
import { createVdi, destroyVdi } from "./vdi-records.ts";

const STATEFILE_BYTES = 4 * 2 ** 20;
const REDO_LOG_BYTES = 256 * 2 ** 20;

function isLive({ db }: CallContext, host: Ref): boolean {
	const metrics = ref(db.get("host", host), "metrics");
	return flag(db.find("host_metrics", metrics) ?? {}, "live");
}

function assertHosts(context: CallContext): void {
	const { db } = context;
	for (const host of db.refs("host")) {
		if (!isLive(context, host)) raise(["HOST_OFFLINE", host]);
		const unplugged = list(db.get("host", host), "PIFs").filter((pif) => {
			const row = db.get("PIF", pif);
			const isNeeded = flag(row, "management") || flag(row, "disallow_unplug");
			return isNeeded && !flag(row, "currently_attached");
		});
		if (unplugged.length > 0)
			raise(["REQUIRED_PIF_IS_UNPLUGGED", ...unplugged]);
	}
}

/** How many hosts may fail with every protected VM still placeable, counting
 *  memory only and the biggest hosts first. */
function tolerable({ db, pool }: CallContext): number {
	const sizes = db
		.refs("host")
		.map((host) => {
			const metrics = ref(db.get("host", host), "metrics");
			return integer(db.find("host_metrics", metrics) ?? {}, "memory_total");
		})
		.toSorted((a, b) => a - b);
	let needed = 0;
	for (const vm of db.refs("VM")) {
		const row = db.get("VM", vm);
		const isProtected = row.ha_restart_priority === "restart";
		if (isProtected && flag(row, "ha_always_run"))
			needed += memoryNeed(pool, row);
	}
	let surviving = 0;
	for (const [index, size] of sizes.entries()) {
		surviving += size;
		const failed = sizes.length - 1 - index;
		if (surviving >= needed) return failed;
	}
	return 0;
}

async function enable(
	outer: CallContext,
	srs: readonly Ref[],
	configuration: StringMap,
): Promise<undefined> {
	const { pool, db } = outer;
	const self = pool.poolRef();
	if (flag(db.get("pool", self), "ha_enabled")) raise(["HA_IS_ENABLED"]);
	assertHosts(outer);
	if (srs.length === 0) raise(["CANNOT_CREATE_STATE_FILE"]);
	for (const sr of srs) assertCanHostStatefile(outer, sr);
	const target = {
		className: "pool",
		ref: self,
		operation: "ha_enable",
		durationMs: DURATION_MS.haEnable,
	};
	await withOperation(outer, target, () => {
		const statefiles = srs.map((sr) =>
			createVdi(pool, {
				SR: sr,
				name_label: "Statefile for HA",
				type: "ha_statefile",
				virtual_size: STATEFILE_BYTES,
				sharable: true,
			}),
		);
		createVdi(pool, {
			SR: srs[0] ?? "",
			name_label: "Metadata for HA",
			type: "redo_log",
			virtual_size: REDO_LOG_BYTES,
		});
		const uuids = statefiles.map((vdi) => text(db.get("VDI", vdi), "uuid"));
		db.update("pool", self, {
			ha_enabled: true,
			ha_configuration: configuration,
			ha_statefiles: statefiles,
			ha_cluster_stack: "xhad",
			ha_plan_exists_for: tolerable(outer),
			ha_host_failures_to_tolerate: Math.min(1, tolerable(outer)),
		});
		const peers = db.refs("host").map((it) => text(db.get("host", it), "uuid"));
		for (const host of db.refs("host")) {
			db.update("host", host, {
				ha_statefiles: uuids,
				ha_network_peers: peers,
			});
		}
	});
	recomputeAll(pool);
}

async function disable(outer: CallContext): Promise<undefined> {
	const { pool, db } = outer;
	const self = pool.poolRef();
	const target = {
		className: "pool",
		ref: self,
		operation: "ha_disable",
		durationMs: DURATION_MS.haEnable,
	};
	await withOperation(outer, target, () => {
		db.update("pool", self, {
			ha_enabled: false,
			ha_configuration: {},
			ha_statefiles: [],
			ha_plan_exists_for: 0,
			ha_overcommitted: false,
		});
		for (const host of db.refs("host")) {
			db.update("host", host, { ha_statefiles: [], ha_network_peers: [] });
		}
		for (const vdi of db.refs("VDI")) {
			const type = db.get("VDI", vdi).type;
			if (type === "ha_statefile" || type === "redo_log") destroyVdi(pool, vdi);
		}
	});
	recomputeAll(pool);
}

function setFailures(
	context: CallContext,
	self: Ref,
	value: number,
): undefined {
	const max = tolerable(context);
	if (value < 0 || value >= context.db.refs("host").length) {
		raise(["HA_TOO_FEW_HOSTS"]);
	}
	context.db.update("pool", self, {
		ha_host_failures_to_tolerate: value,
		ha_plan_exists_for: max,
		ha_overcommitted: value > max,
	});
}

export const haHandlers: HandlerTable = {
	"pool.enable_ha": enable,
	"pool.disable_ha": disable,
	"pool.set_ha_host_failures_to_tolerate": setFailures,
	"pool.ha_compute_max_host_failures_to_tolerate": tolerable,
	"pool.ha_compute_hypothetical_max_host_failures_to_tolerate": tolerable,
	"pool.ha_failover_plan_exists": (context, count: number) =>
		count <= tolerable(context),
	"pool.ha_compute_vm_failover_plan": (
		context,
		_hosts: Ref[],
		vms: Ref[],
	): FieldValue => {
		const alive = context.db.refs("host").filter((it) => isLive(context, it));
		return Object.fromEntries(
			vms.map((vm, index) => [
				vm,
				{ host: alive[index % Math.max(1, alive.length)] ?? "" },
			]),
		);
	},
	"pool.ha_prevent_restarts_for": () => undefined,
};
