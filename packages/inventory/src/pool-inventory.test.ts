import { describe, expect, it } from "vitest";
import { bigPool } from "../tests/_big-pool.ts";
import {
	Collected,
	type MemoryRecords,
	memoryRecords,
} from "../tests/_records.ts";
import { PoolInventory } from "./pool-inventory.ts";
import type { XapiRecord } from "./records.ts";

function loaded(records: MemoryRecords) {
	const inventory = new PoolInventory(records);
	inventory.update(records.all());
	return inventory;
}

/** A record that counts how often it is derived. */
function counted(fields: XapiRecord) {
	const counts = { derivations: 0 };
	const record = {
		...fields,
		get name_label() {
			counts.derivations++;
			return "counted";
		},
	};
	return { record, counts };
}

const ids = (objects: readonly { id: string }[]) => objects.map(({ id }) => id);

describe("PoolInventory", () => {
	it("gives nothing for a change that no object shows", () => {
		const records = memoryRecords({ VM: { vm: {} } });
		const inventory = loaded(records);
		const change = records.patch("VM", "vm", { allowed_operations: ["start"] });
		expect(inventory.update([change])).toEqual({
			upserts: [],
			removals: [],
			failures: [],
		});
	});

	it("derives the VM again when its metrics change, or appear", () => {
		const records = memoryRecords({ VM: { vm: { metrics: "metrics" } } });
		const inventory = loaded(records);
		const start_time = "20260101T00:00:00Z";
		const added = inventory.update([
			records.set("VM_metrics", "metrics", { start_time }),
		]);
		expect(ids(added.upserts)).toEqual(["vm-uuid"]);
		const gone = inventory.update([records.delete("VM_metrics", "metrics")]);
		expect(ids(gone.upserts)).toEqual(["vm-uuid"]);
	});

	it("moves a VM when the SR of its disk is shared from now on", () => {
		const records = memoryRecords({
			VM: { vm: { VBDs: ["vbd"] } },
			VBD: { vbd: { type: "Disk", VDI: "vdi", VM: "vm" } },
			VDI: { vdi: { SR: "sr" } },
			SR: { sr: { PBDs: ["pbd"] } },
			PBD: { pbd: { host: "host" } },
			host: { host: {} },
		});
		const inventory = loaded(records);
		const change = records.patch("SR", "sr", { shared: true });
		const { upserts } = inventory.update([change]);
		expect(ids(upserts).sort()).toEqual(["sr-uuid", "vm-uuid"]);
		expect(upserts).toContainEqual(
			expect.objectContaining({ id: "vm-uuid", $container: "pool-uuid" }),
		);
	});

	it("adds up a chain again when an ancestor changes or appears", () => {
		const child = { sm_config: { "vhd-parent": "base-uuid" } };
		const records = memoryRecords({ VDI: { child } });
		const inventory = loaded(records);
		const base = { uuid: "base-uuid", physical_utilisation: 5 };
		const usage = (change: { class: string; ref: string }) =>
			inventory
				.update([change])
				.upserts.filter(({ id }) => id === "child-uuid")
				.map((object) => object.type === "VDI" && object.chainPhysicalUsage);
		expect(usage(records.set("VDI", "base", base))).toEqual([5]);
		expect(
			usage(records.patch("VDI", "base", { physical_utilisation: 7 })),
		).toEqual([7]);
		expect(usage(records.delete("VDI", "base"))).toEqual([0]);
	});

	it("derives only what read the facet that changed", () => {
		const vm = counted({ uuid: "vm-uuid", resident_on: "host", VBDs: ["vbd"] });
		const records = memoryRecords({
			host: { host: { metrics: "hm" } },
			host_metrics: { hm: { live: true } },
			VBD: { vbd: { VM: "vm" } },
		});
		records.set("VM", "vm", vm.record);
		const inventory = loaded(records);
		expect(vm.counts.derivations).toBe(1);
		inventory.update([
			records.patch("host", "host", { name_label: "other" }),
			records.patch("host_metrics", "hm", { memory_free: 1 }),
			records.patch("pool", "pool", { tags: ["new"] }),
			records.patch("VBD", "vbd", { currently_attached: true }),
		]);
		expect(vm.counts.derivations).toBe(1);
		inventory.update([records.delete("VBD", "vbd")]);
		expect(vm.counts.derivations).toBe(2);
	});

	it("waits for the pool, then shows everything", () => {
		const records = memoryRecords({ VM: { vm: {} } });
		records.delete("pool", "pool");
		const inventory = new PoolInventory(records);
		expect(inventory.update(records.all()).upserts).toEqual([]);
		const change = records.set("pool", "pool", { uuid: "late" });
		const { upserts } = inventory.update([change]);
		expect(ids(upserts).sort()).toEqual(["late", "vm-uuid"]);
		expect(upserts.every(({ $pool }) => $pool === "late")).toBe(true);
	});

	it("follows the platform of the master", () => {
		const records = memoryRecords({
			VM: { vm: { platform: { "nested-virt": "true" } } },
			host: { host: { software_version: { platform_version: "3.3.0" } } },
		});
		const inventory = loaded(records);
		const change = records.patch("host", "host", {
			software_version: { platform_version: "3.4.0" },
		});
		expect(inventory.update([change]).upserts).toContainEqual(
			expect.objectContaining({ id: "vm-uuid", isNestedVirtEnabled: true }),
		);
	});

	it("replaces an id in one go", () => {
		const template = { is_a_template: true, is_default_template: true };
		const records = memoryRecords({
			VM: { vm: template },
			VBD: { vbd: { VM: "vm" } },
		});
		const inventory = loaded(records);
		const change = records.patch("VM", "vm", { is_default_template: false });
		const { upserts, removals } = inventory.update([change]);
		expect(ids(upserts).sort()).toEqual(["vbd-uuid", "vm-uuid"]);
		expect(removals).toEqual(["pool-uuid-vm-uuid"]);
	});

	it("changes the type under one id without removing it", () => {
		const records = memoryRecords({ VM: { vm: {} } });
		const inventory = loaded(records);
		const change = records.patch("VM", "vm", { is_a_template: true });
		const { upserts, removals } = inventory.update([change]);
		expect(upserts.map(({ type }) => type)).toEqual(["VM-template"]);
		expect(removals).toEqual([]);
	});

	it("shows the first of two records with one uuid, then the other", () => {
		const records = memoryRecords({
			host: { host: {}, twin: { uuid: "host-uuid", name_label: "twin" } },
		});
		const inventory = new PoolInventory(records);
		const first = inventory.update(records.all()).upserts;
		expect(ids(first).filter((id) => id === "host-uuid")).toHaveLength(1);
		const { upserts, removals } = inventory.update([
			records.delete("host", "host"),
		]);
		expect(removals).toEqual([]);
		expect(upserts).toContainEqual(
			expect.objectContaining({ id: "host-uuid", name_label: "twin" }),
		);
	});

	it("names the object that a task applies to once it is known", () => {
		const other_config = { applies_to: "vm" };
		const records = memoryRecords({ task: { task: { other_config } } });
		const inventory = loaded(records);
		const change = records.set("VM", "vm", { uuid: "vm-uuid" });
		expect(inventory.update([change]).upserts).toContainEqual(
			expect.objectContaining({ id: "task-uuid", applies_to: "vm-uuid" }),
		);
	});

	it("reports a record that it cannot derive, and goes on", () => {
		const broken = {
			uuid: "broken",
			get name_label(): string {
				throw new Error("no label");
			},
		};
		const records = memoryRecords({ VM: { vm: {} } });
		records.set("VM", "broken", broken);
		const { upserts, failures } = new PoolInventory(records).update(
			records.all(),
		);
		expect(ids(upserts).sort()).toEqual(["pool-uuid", "vm-uuid"]);
		expect(failures).toMatchObject([{ class: "VM", ref: "broken" }]);
	});

	it("keeps nothing of tasks that come and go", () => {
		const records = memoryRecords({ VM: { vm: {} } });
		const inventory = loaded(records);
		const size = inventory.size;
		for (let i = 0; i < 100; i++) {
			const ref = `task${i}`;
			const operations = { current_operations: { [ref]: "start" } };
			inventory.update([records.patch("VM", "vm", operations)]);
			inventory.update([records.set("task", ref, { uuid: ref })]);
			inventory.update([
				records.patch("VM", "vm", { current_operations: {} }),
				records.delete("task", ref),
			]);
		}
		expect(inventory.size).toBe(size);
	});
});

describe("updateSliced", () => {
	it("gives the same as update, in pieces, leaving the event loop free", async () => {
		const records = bigPool({ hosts: 4, vms: 500 });
		const whole = new Collected();
		whole.apply(new PoolInventory(records).update(records.all()));
		const sliced = new Collected();
		let slices = 0;
		let turns = 0;
		const count = () => {
			turns++;
			immediate = setImmediate(count);
		};
		let immediate = setImmediate(count);
		const changes = new PoolInventory(records).updateSliced(records.all(), {
			budgetMs: 1,
		});
		for await (const change of changes) {
			sliced.apply(change);
			slices++;
		}
		clearImmediate(immediate);
		expect(slices).toBeGreaterThan(3);
		expect(turns).toBeGreaterThan(3);
		expect(sliced.plain).toEqual(whole.plain);
	});

	it("bears changes while it runs", async () => {
		const records = bigPool({ hosts: 2, vms: 100 });
		const inventory = new PoolInventory(records);
		const collected = new Collected();
		let step = 0;
		for await (const change of inventory.updateSliced(records.all(), {
			budgetMs: 0,
		})) {
			collected.apply(change);
			const late = records.patch("VM", `vm${step}`, { name_label: "late" });
			const gone = records.delete("VIF", `vif${step++}`);
			collected.apply(inventory.update([late, gone]));
		}
		const fresh = new Collected();
		fresh.apply(new PoolInventory(records).update(records.all()));
		expect(collected.plain).toEqual(fresh.plain);
	});
});
