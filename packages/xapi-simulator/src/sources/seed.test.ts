import { describe, expect, it } from "vitest";
import { createBarePool } from "../../tests/sources/_pool.ts";
import type { Database, DbRecord } from "../core/types.ts";
import { seedSource } from "./seed.ts";

const SIZE = { name: "Lab", hosts: 3, vms: 60, seed: 7 };

/** Classes whose references stay among themselves, but for a few. */
const LINKED = [
	"VM",
	"VM_metrics",
	"VM_guest_metrics",
	"VBD",
	"VDI",
	"VIF",
	"console",
	"host",
	"host_metrics",
	"PIF",
	"PIF_metrics",
	"PBD",
	"SR",
	"PCI",
	"PGPU",
	"PUSB",
	"network",
	"VLAN",
	"Bond",
];

function seeded(options: Parameters<typeof seedSource>[0] = SIZE) {
	const pool = createBarePool();
	seedSource(options)(pool);
	return pool;
}

function records(db: Database, className: string): DbRecord[] {
	return db.refs(className).map((ref) => db.get(className, ref));
}

function plainVms(db: Database): DbRecord[] {
	return records(db, "VM").filter(
		(vm) => vm.is_a_template !== true && vm.is_control_domain !== true,
	);
}

function countObjects(db: Database, classNames: readonly string[]): number {
	return classNames.reduce((sum, name) => sum + db.refs(name).length, 0);
}

describe("seedSource", () => {
	it("makes as many hosts and VMs as asked", () => {
		const { db } = seeded();
		expect(db.refs("host")).toHaveLength(3);
		expect(plainVms(db)).toHaveLength(60);
		expect(
			records(db, "VM").filter((vm) => vm.is_default_template),
		).toHaveLength(39);
		expect(db.get("pool", db.refs("pool")[0]!).name_label).toBe("Lab");
	});

	it("gives the same pool for the same seed, and another for another", () => {
		const names = ["host", "VM", "VDI", "VIF", "SR", "message"];
		const dump = (options: typeof SIZE) => {
			const { db } = seeded(options);
			return names.map((name) => [db.refs(name), records(db, name)]);
		};
		expect(dump(SIZE)).toEqual(dump(SIZE));
		expect(dump(SIZE)).not.toEqual(dump({ ...SIZE, seed: 8 }));
	});

	it("makes about ten objects a VM at full size", { timeout: 60_000 }, () => {
		const { db } = seeded({ name: "Big", hosts: 20, vms: 400, seed: 1 });
		const classes = [
			...LINKED,
			"host_cpu",
			"SM",
			"Certificate",
			"message",
			"pool",
			"host_patch",
		];
		const total = countObjects(db, classes);
		expect(total / 400).toBeGreaterThan(8);
		expect(total / 400).toBeLessThan(13);
	});

	it("places running VMs within the memory of their hosts", () => {
		const { db } = seeded();
		for (const host of records(db, "host")) {
			const metrics = db.get("host_metrics", String(host.metrics));
			expect(metrics.memory_free).toBeGreaterThan(0);
			expect(metrics.memory_free).toBeLessThan(Number(metrics.memory_total));
		}
		for (const vm of plainVms(db)) {
			const isLive =
				vm.power_state === "Running" || vm.power_state === "Paused";
			expect(db.find("host", String(vm.resident_on)) !== undefined).toBe(
				isLive,
			);
		}
	});

	it("leaves no reference dangling", () => {
		const { db } = seeded();
		const refs = new Set<string>();
		const classes = [
			...LINKED,
			"GPU_group",
			"VGPU_type",
			"USB_group",
			"pool_update",
			"pool_patch",
		];
		for (const name of classes) for (const ref of db.refs(name)) refs.add(ref);
		for (const name of classes) {
			for (const record of records(db, name)) {
				for (const [field, value] of Object.entries(record)) {
					if (typeof value !== "string" || !value.startsWith("OpaqueRef:"))
						continue;
					if (value === "OpaqueRef:NULL") continue;
					expect(refs.has(value), `${name}.${field}`).toBe(true);
				}
			}
		}
	});

	it("links snapshots to their VM and to each other", () => {
		const { db } = seeded();
		const snapshots = records(db, "VM").filter((vm) => vm.is_a_snapshot);
		expect(snapshots.length).toBeGreaterThan(0);
		for (const vm of plainVms(db)) {
			const own = vm.snapshots as string[];
			if (own.length > 0) expect(own).toContain(vm.parent);
		}
	});

	it("has trees of snapshots, with a branch", () => {
		const { db } = seeded();
		const children = (ref: string) => db.get("VM", ref).children as string[];
		const snapshots = db
			.refs("VM")
			.filter((ref) => db.get("VM", ref).is_a_snapshot);
		expect(snapshots.some((ref) => children(ref).length > 1)).toBe(true);
		expect(
			snapshots.some((ref) =>
				children(ref).some((child) => children(child).length > 0),
			),
		).toBe(true);
	});

	it("shows what a dashboard is for", () => {
		const { db } = seeded();
		const full = records(db, "SR").filter(
			(sr) =>
				sr.content_type === "user" &&
				Number(sr.physical_utilisation) / Number(sr.physical_size) > 0.9,
		);
		expect(full.map((sr) => sr.name_label)).toEqual(["NFS archive"]);
		const alarms = records(db, "message").filter(
			({ name }) => name === "ALARM",
		);
		expect(alarms.map((alarm) => alarm.obj_uuid)).toContain(full[0]?.uuid);
		const running = plainVms(db).filter((vm) => vm.power_state === "Running");
		const silent = running.filter(
			(vm) => db.find("VM_guest_metrics", `${vm.guest_metrics}`) === undefined,
		);
		expect(silent.length).toBeGreaterThan(0);
		expect(silent.length).toBeLessThan(running.length / 3);
		const groups = records(db, "GPU_group").map((group) => group.name_label);
		expect(groups.join()).toContain("NVIDIA");
		expect(new Set(plainVms(db).flatMap((vm) => vm.tags)).size).toBeGreaterThan(
			5,
		);
	});

	it("keeps secrets out of everything but their own class", () => {
		const { db } = seeded();
		const secrets = records(db, "secret").map(({ value }) => String(value));
		expect(secrets.length).toBeGreaterThan(0);
		const rest = JSON.stringify(
			["PBD", "SR", "host", "pool"].map((name) => records(db, name)),
		);
		for (const secret of secrets) expect(rest).not.toContain(secret);
	});

	it("makes a pool of one host with local storage only", () => {
		const { db } = seeded({ hosts: 1, vms: 5, seed: 3 });
		const sharedDisks = records(db, "SR").filter(
			(sr) => sr.shared && sr.content_type === "user",
		);
		expect(sharedDisks).toEqual([]);
	});

	it("refuses a pool without hosts", () => {
		expect(() => seedSource({ hosts: 0, vms: 1, seed: 1 })).toThrow(RangeError);
	});
});
