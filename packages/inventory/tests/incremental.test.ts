import fc from "fast-check";
import { expect, it } from "vitest";
import { PoolInventory } from "../src/index.ts";
import { Collected, memoryRecords } from "./_records.ts";

const refTo = (kind: string) =>
	fc.constantFrom(`${kind}0`, `${kind}1`, `${kind}2`, "OpaqueRef:NULL");
const refsTo = (kind: string) => fc.array(refTo(kind), { maxLength: 3 });
const map = <T>(key: string, value: fc.Arbitrary<T>) =>
	value.map((v) => ({ [key]: v }));

/** Fields that derivations of other records look at. */
const FIELDS = {
	pool: { master: refTo("host"), ha_statefiles: refsTo("vdi") },
	host: {
		name_label: fc.constantFrom("a", "b"),
		metrics: refTo("metrics"),
		resident_VMs: refsTo("vm"),
		software_version: map("platform_version", fc.constantFrom("3.2", "3.4")),
	},
	host_metrics: { live: fc.boolean() },
	VM: {
		is_a_template: fc.boolean(),
		is_default_template: fc.boolean(),
		is_a_snapshot: fc.boolean(),
		snapshot_of: refTo("vm"),
		snapshots: refsTo("vm"),
		resident_on: refTo("host"),
		VBDs: refsTo("vbd"),
		platform: map("nested-virt", fc.constantFrom("true", "false")),
		current_operations: map("task0", fc.constant("start")),
	},
	VBD: {
		type: fc.constantFrom("Disk", "CD"),
		VDI: refTo("vdi"),
		VM: refTo("vm"),
	},
	VDI: {
		SR: refTo("sr"),
		physical_utilisation: fc.nat(3),
		managed: fc.boolean(),
		snapshot_of: refTo("vdi"),
		sm_config: map(
			"vhd-parent",
			fc.constantFrom("vdi0-uuid", "vdi1-uuid", "vdi2-uuid"),
		),
	},
	SR: { shared: fc.boolean(), PBDs: refsTo("pbd"), VDIs: refsTo("vdi") },
	PBD: { host: refTo("host"), SR: refTo("sr") },
	task: {
		other_config: map("applies_to", fc.oneof(refTo("vm"), refTo("metrics"))),
	},
	PIF: {
		bond_slave_of: refTo("bond"),
		bond_master_of: refsTo("bond"),
		network: refTo("net"),
	},
	Bond: { master: refTo("pif"), slaves: refsTo("pif") },
	network: { PIFs: refsTo("pif") },
} satisfies Record<string, Record<string, fc.Arbitrary<unknown>>>;

const REF_PREFIX: Record<keyof typeof FIELDS, string> = {
	pool: "pool",
	host: "host",
	host_metrics: "metrics",
	VM: "vm",
	VBD: "vbd",
	VDI: "vdi",
	SR: "sr",
	PBD: "pbd",
	task: "task",
	PIF: "pif",
	Bond: "bond",
	network: "net",
};

const classNames = Object.keys(FIELDS) as (keyof typeof FIELDS)[];

const step = fc.constantFrom(...classNames).chain((className) =>
	fc.record({
		className: fc.constant(className),
		// A mirror has one pool record.
		index: className === "pool" ? fc.constant(0) : fc.nat(2),
		isDeletion: fc.integer({ min: 0, max: 4 }).map((n) => n === 0),
		fields: fc.record<Record<string, unknown>>(FIELDS[className], {
			requiredKeys: [],
		}),
		isBatchEnd: fc.boolean(),
	}),
);

it("is always what a fresh inventory of the same records would be", () => {
	fc.assert(
		fc.property(fc.array(step, { maxLength: 60, size: "max" }), (steps) => {
			const records = memoryRecords();
			const inventory = new PoolInventory(records);
			const kept = new Collected();
			kept.apply(inventory.update(records.all()));
			let batch = [];
			for (const { className, index, isDeletion, ...rest } of steps) {
				const prefix = REF_PREFIX[className];
				const ref = className === "pool" ? prefix : `${prefix}${index}`;
				const uuid = `${ref}-uuid`;
				batch.push(
					isDeletion
						? records.delete(className, ref)
						: records.patch(className, ref, { uuid, ...rest.fields }),
				);
				if (!rest.isBatchEnd) continue;
				kept.apply(inventory.update(batch));
				batch = [];
				const fresh = new Collected();
				fresh.apply(new PoolInventory(records).update(records.all()));
				expect(kept.plain).toEqual(fresh.plain);
			}
		}),
		{ numRuns: 300 },
	);
});
