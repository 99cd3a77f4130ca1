import type { DbRecord, Pool, Ref } from "../core/types.ts";
import { type DataSource, DataSourceList } from "./data-source.ts";
import { rowsOf } from "./rows.ts";

/** Content types of SRs that hold disks. */
const DISK_CONTENT = new Set(["user", ""]);

/** What a host reports; the master some more. */
export function hostDataSources(pool: Pool, ref: Ref): DataSource[] {
	const host = pool.db.get("host", ref);
	const list = new DataSourceList(String(host.uuid));
	addCpus(list, host);
	addLoad(list, pool, host);
	addMemory(list, pool, host);
	addPifs(list, pool, host);
	addSrs(list, pool, host);
	if (pool.masterRef() === ref) {
		list.addConstant(
			"pool_session_count",
			"sessions",
			pool.db.refs("session").length,
		);
		list.addConstant("pool_task_count", "tasks", pool.db.refs("task").length);
	}
	addToolstack(list);
	return list.sources;
}

function addCpus(list: DataSourceList, host: DbRecord): void {
	const info = host.cpu_info as Readonly<Record<string, string>>;
	const count = Number(info.cpu_count ?? 0) || listLength(host.host_CPUs) || 4;
	const level = cpuLevel(list);
	for (let number = 0; number < count; number++) {
		list.add(
			`cpu${number}`,
			{
				units: "(fraction)",
				type: "DERIVE",
				description: `Physical cpu usage for cpu ${number}`,
			},
			{
				base: level * (0.6 + list.share(`cpu${number}`) * 0.8),
				max: 1,
				decimals: 4,
			},
		);
	}
	list.add(
		"cpu_avg",
		{
			units: "(fraction)",
			type: "DERIVE",
			description: "Average physical cpu usage",
		},
		{ base: level, max: 1, decimals: 4 },
	);
}

function cpuLevel(list: DataSourceList): number {
	return 0.08 + list.share("cpu") * 0.3;
}

function addLoad(list: DataSourceList, pool: Pool, host: DbRecord): void {
	const vms = rowsOf(pool.db, "VM", host.resident_VMs);
	const vcpus = vms.reduce((sum, vm) => sum + Number(vm.VCPUs_at_startup), 0);
	const level = cpuLevel(list);
	list.add(
		"loadavg",
		{ units: "(fraction)", description: "Domain0 loadavg" },
		{ base: level * 2, decimals: 4 },
	);
	list.add(
		"hostload",
		{ units: "(fraction)" },
		{ base: level * 1.5, decimals: 4 },
	);
	list.add(
		"running_vcpus",
		{ units: "count" },
		{ base: Math.max(1, vcpus * level), decimals: 0 },
	);
	list.addConstant("running_domains", "count", vms.length);
}

function addMemory(list: DataSourceList, pool: Pool, host: DbRecord): void {
	const metrics = pool.db.find("host_metrics", String(host.metrics));
	const kib = (bytes: unknown) => Math.floor(Number(bytes ?? 0) / 1024);
	list.addConstant("memory_total_kib", "KiB", kib(metrics?.memory_total));
	list.addConstant("memory_free_kib", "KiB", kib(metrics?.memory_free));
	list.addConstant("memory_reclaimed", "B", 0);
	list.addConstant("memory_reclaimed_max", "B", 0);
}

function addPifs(list: DataSourceList, pool: Pool, host: DbRecord): void {
	const total = { rx: 0, tx: 0 };
	for (const pif of rowsOf(pool.db, "PIF", host.PIFs)) {
		if (pif.physical !== true) continue;
		for (const direction of ["rx", "tx"] as const) {
			const name = `pif_${String(pif.device)}_${direction}`;
			const base = list.magnitude(name, 3.5, 6.5);
			total[direction] += base;
			list.add(name, { units: "B/s", type: "DERIVE" }, { base });
			list.add(
				`${name}_errors`,
				{ units: "err/s", type: "DERIVE", isStandard: false },
				{ base: 0, swing: 0 },
			);
		}
	}
	for (const direction of ["rx", "tx"] as const) {
		list.add(
			`pif_aggr_${direction}`,
			{ units: "B/s", type: "DERIVE" },
			{ base: total[direction] },
		);
	}
}

function addSrs(list: DataSourceList, pool: Pool, host: DbRecord): void {
	for (const pbd of rowsOf(pool.db, "PBD", host.PBDs)) {
		const sr = pool.db.find("SR", String(pbd.SR));
		if (sr === undefined || pbd.currently_attached !== true) continue;
		if (!DISK_CONTENT.has(String(sr.content_type))) continue;
		const suffix = String(sr.uuid).slice(0, 8);
		list.addDisk((what) => `${what}_${suffix}`, 8);
	}
	list.addConstant("Tapdisks_in_low_memory_mode", "count", 0);
}

function addToolstack(list: DataSourceList): void {
	for (const [name, base] of [
		["xapi_memory_usage_kib", 210_000],
		["xapi_free_memory_kib", 9_000],
		["xapi_live_memory_kib", 68_000],
		["xapi_allocation_kib", 5_000],
	] as const) {
		list.add(name, { units: "KiB" }, { base, swing: 0.2, decimals: 0 });
	}
}

function listLength(value: unknown): number {
	return Array.isArray(value) ? value.length : 0;
}
