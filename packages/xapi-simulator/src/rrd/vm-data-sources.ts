import type { Database, DbRecord } from "../core/types.ts";
import { type DataSource, DataSourceList } from "./data-source.ts";
import { rowsOf } from "./rows.ts";

const RUN_STATES = [
	"runstate_fullrun",
	"runstate_full_contention",
	"runstate_concurrency_hazard",
	"runstate_blocked",
	"runstate_partial_run",
	"runstate_partial_contention",
	"runnable_any",
	"runnable_vcpus",
];

/** What a running VM reports. Source: `get_data_sources` of a XCP-ng VM. */
export function vmDataSources(db: Database, vm: DbRecord): DataSource[] {
	const list = new DataSourceList(String(vm.uuid));
	addCpus(list, vm);
	addMemory(list, db, vm);
	for (const vif of rowsOf(db, "VIF", vm.VIFs)) {
		if (vif.currently_attached === true) addVif(list, String(vif.device));
	}
	for (const vbd of rowsOf(db, "VBD", vm.VBDs)) {
		if (vbd.currently_attached !== true || vbd.empty === true) continue;
		const load = vbd.type === "Disk" ? 1 : 0.01;
		list.addDisk((what) => `vbd_${String(vbd.device)}_${what}`, load);
	}
	return list.sources;
}

function addCpus(list: DataSourceList, vm: DbRecord): void {
	const level = 0.02 + list.share("cpu") ** 2 * 0.5;
	for (let number = 0; number < Number(vm.VCPUs_at_startup); number++) {
		list.add(
			`cpu${number}`,
			{ units: "(fraction)", type: "DERIVE", description: "CPU utilisation" },
			{
				base: level * (0.7 + list.share(`cpu${number}`) * 0.6),
				max: 1,
				decimals: 4,
			},
		);
	}
	list.add(
		"cpu_usage",
		{ units: "(fraction)", type: "DERIVE", description: "Domain CPU usage" },
		{ base: level, max: 1, decimals: 4 },
	);
	for (const name of RUN_STATES) {
		list.add(
			name,
			{ units: "(fraction)", type: "DERIVE", isStandard: false },
			{ base: name === "runstate_blocked" ? 0.8 : 0.02, max: 1, decimals: 4 },
		);
	}
}

function addMemory(list: DataSourceList, db: Database, vm: DbRecord): void {
	const metrics = db.find("VM_metrics", String(vm.metrics));
	const actual =
		Number(metrics?.memory_actual ?? 0) || Number(vm.memory_dynamic_max);
	list.addConstant("memory", "B", actual);
	list.addConstant("memory_target", "B", Number(vm.memory_target) || actual);
	if (db.find("VM_guest_metrics", String(vm.guest_metrics)) === undefined) {
		return;
	}
	const free = (actual / 1024) * (0.15 + list.share("memory") * 0.5);
	list.add(
		"memory_internal_free",
		{ units: "KiB", description: "Memory free in the guest" },
		{ base: free, swing: 0.3, decimals: 0 },
	);
}

function addVif(list: DataSourceList, device: string): void {
	for (const direction of ["rx", "tx"]) {
		const name = `vif_${device}_${direction}`;
		list.add(
			name,
			{ units: "B/s", type: "DERIVE" },
			{ base: list.magnitude(name, 3, 5.5) },
		);
		list.add(
			`${name}_errors`,
			{ units: "err/s", type: "DERIVE", isStandard: false },
			{ base: 0, swing: 0 },
		);
	}
}
