import type { CallContext, HandlerTable, Ref } from "../core/types.ts";
import { backgroundOf } from "./background.ts";
import { refreshFreeMemory } from "./host-memory.ts";
import { assertPossible, withOperation } from "./operations.ts";
import { recomputeAllowedOperations } from "./recompute.ts";
import { flag, isNull, list, ref, text } from "./record.ts";
import { raise } from "./rules/refusal.ts";

const HALT_DELAY_MS = 10_000;
const BOOT_MS = 60_000;
const AGENT_RESTART_MS = 5_000;

function setLive({ db, pool }: CallContext, host: Ref, live: boolean): void {
	const metrics = ref(db.get("host", host), "metrics");
	if (db.find("host_metrics", metrics) === undefined) return;
	db.update("host_metrics", metrics, { live, last_updated: pool.nowIso() });
	recomputeAllowedOperations(pool, "host", host);
}

/** @throws XapiFailure why the host cannot go down now */
function assertIdle({ db }: CallContext, host: Ref): void {
	const record = db.get("host", host);
	if (flag(record, "enabled")) raise(["HOST_NOT_DISABLED"]);
	for (const vm of list(record, "resident_VMs")) {
		const row = db.get("VM", vm);
		if (!flag(row, "is_control_domain")) raise(["HOST_IN_USE", host, "vm", vm]);
		const attached = list(row, "VBDs").find((vbd) =>
			flag(db.get("VBD", vbd), "currently_attached"),
		);
		if (attached !== undefined) raise(["HOST_IN_USE", host, "vbd", attached]);
	}
}

/** A host that restarts comes back enabled unless it was told to stay away. */
const staysDisabled = new WeakMap<object, Set<Ref>>();

function markAutoEnable(
	{ pool }: CallContext,
	host: Ref,
	isAutomatic: boolean,
): void {
	const marked = staysDisabled.get(pool) ?? new Set<Ref>();
	staysDisabled.set(pool, marked);
	if (isAutomatic) marked.delete(host);
	else marked.add(host);
}

function enable({ db, pool }: CallContext, host: Ref): undefined {
	const metrics = ref(db.get("host", host), "metrics");
	if (!flag(db.find("host_metrics", metrics) ?? {}, "live")) {
		raise(["HOST_NOT_LIVE"]);
	}
	db.update("host", host, { enabled: true });
	recomputeAllowedOperations(pool, "host", host);
}

function disable(
	context: CallContext,
	host: Ref,
	autoEnable = true,
): undefined {
	context.db.update("host", host, { enabled: false });
	markAutoEnable(context, host, autoEnable);
	recomputeAllowedOperations(context.pool, "host", host);
}

/** Runs on after the call has answered; the pool's clock drives it. */
async function goDown(
	outer: CallContext,
	host: Ref,
	{ comesBack }: { readonly comesBack: boolean },
): Promise<void> {
	const context = backgroundOf(outer);
	const { pool, db } = context;
	const operation = comesBack ? "reboot" : "shutdown";
	const target = { className: "host", ref: host, operation };
	await withOperation(context, target, async (inner) => {
		await pool.spend(inner, HALT_DELAY_MS);
		setLive(inner, host, false);
	});
	if (!comesBack) return;
	await pool.spend(context, BOOT_MS);
	setLive(context, host, true);
	const mayEnable = staysDisabled.get(pool)?.has(host) !== true;
	if (mayEnable) db.update("host", host, { enabled: true });
	db.update("host", host, {
		other_config: {
			...(db.get("host", host).other_config as Record<string, string>),
			boot_time: `${Math.floor(pool.clock.now() / 1000)}.`,
		},
	});
	refreshFreeMemory(pool, host);
}

function startGoingDown(
	context: CallContext,
	host: Ref,
	options: { readonly comesBack: boolean },
): undefined {
	assertIdle(context, host);
	assertPossible(
		context.pool,
		{ className: "host", ref: host },
		options.comesBack ? "reboot" : "shutdown",
	);
	// Only the end of the pool interrupts it, and then nobody waits for it.
	goDown(context, host, options).catch(() => undefined);
}

function destroy({ db, pool }: CallContext, host: Ref): undefined {
	const record = db.get("host", host);
	const metrics = ref(record, "metrics");
	if (flag(db.find("host_metrics", metrics) ?? {}, "live")) {
		raise(["HOST_IS_LIVE", host]);
	}
	if (flag(db.get("pool", pool.poolRef()), "ha_enabled")) {
		raise(["HA_IS_ENABLED"]);
	}
	const guests = list(record, "resident_VMs").filter(
		(vm) => !flag(db.get("VM", vm), "is_control_domain"),
	);
	if (guests.length > 0) raise(["HOST_HAS_RESIDENT_VMS", host]);
	removeHost({ db }, host);
}

/** Removes a host with its devices, links and control domain. */
export function removeHost({ db }: Pick<CallContext, "db">, host: Ref): void {
	const record = db.get("host", host);
	for (const [className, field] of [
		["PBD", "PBDs"],
		["PIF", "PIFs"],
		["host_cpu", "host_CPUs"],
		["VM", "resident_VMs"],
		["PCI", "PCIs"],
		["PGPU", "PGPUs"],
		["PUSB", "PUSBs"],
		["Certificate", "certificates"],
	] as const) {
		for (const owned of list(record, field)) db.destroy(className, owned);
	}
	const metrics = ref(record, "metrics");
	if (db.find("host_metrics", metrics)) db.destroy("host_metrics", metrics);
	db.destroy("host", host);
}

async function powerOn(outer: CallContext, host: Ref): Promise<undefined> {
	const target = {
		className: "host",
		ref: host,
		operation: "power_on",
		durationMs: BOOT_MS,
	};
	await withOperation(outer, target, (context) => {
		setLive(context, host, true);
		context.db.update("host", host, { enabled: true });
	});
}

async function restartAgent(
	context: CallContext,
	host: Ref,
): Promise<undefined> {
	const { db, pool } = context;
	const record = db.get("host", host);
	await pool.spend(context, AGENT_RESTART_MS);
	const now = `${Math.floor(pool.clock.now() / 1000)}.`;
	db.update("host", host, {
		other_config: {
			...(record.other_config as Record<string, string>),
			agent_start_time: now,
		},
	});
}

export const hostPowerHandlers: HandlerTable = {
	"host.enable": enable,
	"host.disable": disable,
	"host.reboot": (context, host: Ref) =>
		startGoingDown(context, host, { comesBack: true }),
	"host.shutdown": (context, host: Ref) =>
		startGoingDown(context, host, { comesBack: false }),
	"host.power_on": powerOn,
	"host.restart_agent": restartAgent,
	"host.destroy": destroy,
	"host.declare_dead": (context, host: Ref) => {
		setLive(context, host, false);
		return undefined;
	},
	"host.set_power_on_mode": (
		{ db, pool },
		...[host, mode, config]: [Ref, string, Record<string, string>]
	) => {
		db.update("host", host, { power_on_mode: mode, power_on_config: config });
		recomputeAllowedOperations(pool, "host", host);
		return undefined;
	},
	"host.get_management_interface": ({ db }, host: Ref) => {
		const found = list(db.get("host", host), "PIFs").find((pif) =>
			flag(db.get("PIF", pif), "management"),
		);
		return found ?? "OpaqueRef:NULL";
	},
	"host.management_reconfigure": ({ db }, pif: Ref) => {
		const record = db.get("PIF", pif);
		const address = text(record, "IP");
		if (address === "") raise(["INTERFACE_HAS_NO_IP", pif]);
		if (!isNull(ref(record, "bond_slave_of"))) {
			raise(["CANNOT_PLUG_BOND_SLAVE", pif]);
		}
		const host = ref(record, "host");
		for (const other of list(db.get("host", host), "PIFs")) {
			db.update("PIF", other, { management: other === pif });
		}
		db.update("host", host, { address });
		return undefined;
	},
};
