import { EPOCH_DATE, NULL_REF } from "@xo/xapi-wire";
import type { Ref } from "../core/types.ts";
import { printRow } from "../domains/row-metadata.ts";
import { DAY_MS, HOUR_MS, type SeedContext } from "./seed-context.ts";
import { addSnapshotDisk } from "./seed-disks.ts";
import { addDiskVbd, addVif } from "./seed-vm-devices.ts";
import type { SeededVm } from "./seed-vms.ts";

const BRANCHED_COUNT = 4;
const LABELS = ["before upgrade", "weekly", "nightly", "known good"];

/** Adds snapshots to the VMs that have any: each is the parent of the next, but
 *  where there are many the VM was once reverted, which makes a branch. The
 *  first VM has such a tree. */
export function addSnapshots(
	context: SeedContext,
	vms: readonly SeededVm[],
): void {
	for (const [order, vm] of vms.filter((each) => each.hasSnapshots).entries()) {
		const random = context.random.pick([1, 1, 1, 2, 3]);
		const count = order === 0 ? BRANCHED_COUNT : random;
		const snapshots: Ref[] = [];
		for (let index = 0; index < count; index++) {
			const age =
				(count - index) * 7 * DAY_MS - context.random.integer(0, 6) * HOUR_MS;
			const isReverted = index === BRANCHED_COUNT - 2;
			const parent = (isReverted ? snapshots[0] : snapshots.at(-1)) ?? NULL_REF;
			snapshots.push(addSnapshot(context, vm, { parent, age }));
		}
		const parent = snapshots.at(-1) ?? NULL_REF;
		context.db.update("VM", vm.ref, { parent });
	}
}

function addSnapshot(
	context: SeedContext,
	vm: SeededVm,
	{ parent, age }: { parent: Ref; age: number },
): Ref {
	const { uuid: _, ...fields } = vm.fields;
	const time = context.ago(age);
	const metrics = context.create("VM_metrics", {
		memory_actual: 0,
		VCPUs_number: 0,
		state: [],
		start_time: EPOCH_DATE,
		install_time: EPOCH_DATE,
		last_updated: time,
	});
	const snapshot = context.create("VM", {
		...fields,
		name_label: `${vm.name} ${context.random.pick(LABELS)}`,
		is_a_template: true,
		is_a_snapshot: true,
		snapshot_of: vm.ref,
		snapshot_time: time,
		snapshot_info: {
			"power-state-at-snapshot": vm.state,
			"disk-snapshot-type": "crash_consistent",
		},
		snapshot_metadata: printRow("VM", context.db.get("VM", vm.ref)),
		power_state: "Halted",
		domid: -1,
		parent,
		blocked_operations: {},
		metrics,
		guest_metrics: NULL_REF,
	});
	for (const disk of vm.disks) {
		addDiskVbd(context, {
			vm: snapshot,
			vdi: addSnapshotDisk(context, { disk, name: vm.name, time }),
			userdevice: disk.userdevice,
			attached: false,
		});
	}
	addVif(context, {
		vm: snapshot,
		network: vm.network,
		device: 0,
		mac: vm.mac,
		attached: false,
	});
	return snapshot;
}
