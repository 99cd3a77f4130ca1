import { type ObjectType, objectSchemas, type XoObject } from "@xo/contract";
import { describeWithData } from "@xo/testing";
import { beforeAll, describe, expect, it } from "vitest";
import { PoolInventory } from "../src/index.ts";
import { DUMP_NAMES, readCounts, readDatamodel, readDump } from "./_dump.ts";
import { Collected, MemoryRecords } from "./_records.ts";

/** A small generator, so that failures can be repeated. */
function randomOf(seed: number): () => number {
	let state = seed;
	return () => {
		state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
		return state / 2 ** 32;
	};
}

function shuffled<T>(items: readonly T[], random: () => number): T[] {
	return items
		.map((item) => ({ item, key: random() }))
		.sort((a, b) => a.key - b.key)
		.map(({ item }) => item);
}

const LINKS: readonly [ObjectType, string, ObjectType[]][] = [
	["VM", "$VBDs", ["VBD"]],
	["VM", "VIFs", ["VIF"]],
	["VM", "$container", ["pool", "host"]],
	["VM-snapshot", "$snapshot_of", ["VM", "VM-template"]],
	["VM-template", "$VBDs", ["VBD"]],
	["VBD", "VM", ["VM", "VM-template", "VM-snapshot", "VM-controller"]],
	["VBD", "VDI", ["VDI", "VDI-snapshot", "VDI-unmanaged"]],
	["VDI", "$SR", ["SR"]],
	["VDI", "snapshots", ["VDI-snapshot"]],
	["SR", "$container", ["pool", "host"]],
	["SR", "VDIs", ["VDI", "VDI-snapshot", "VDI-unmanaged"]],
	["PBD", "host", ["host"]],
	["PIF", "$network", ["network"]],
	["network", "PIFs", ["PIF"]],
	["host", "residentVms", ["VM", "VM-controller"]],
	["host", "$PBDs", ["PBD"]],
	["patch", "pool_patch", ["pool_patch"]],
	["pool", "master", ["host"]],
];

const COUNTED: Readonly<Record<string, readonly ObjectType[]>> = {
	hosts: ["host"],
	vms: ["VM"],
	templates: ["VM-template"],
	snapshots: ["VM-snapshot"],
	control_domains: ["VM-controller"],
	srs: ["SR"],
	vdis: ["VDI", "VDI-snapshot", "VDI-unmanaged"],
	vbds: ["VBD"],
	vifs: ["VIF"],
	networks: ["network"],
	pifs: ["PIF"],
	bonds: ["bond"],
};

function expectLinks(objects: ReadonlyMap<string, XoObject>): number {
	let count = 0;
	for (const [type, property, targets] of LINKS) {
		for (const object of objects.values()) {
			if (object.type !== type) continue;
			const value = (object as unknown as Record<string, unknown>)[property];
			for (const id of [value].flat()) {
				if (id === undefined || id === null) continue;
				const target = objects.get(id as string);
				expect(targets, `${type} ${object.id} ${property}`).toContain(
					target?.type,
				);
				count++;
			}
		}
	}
	return count;
}

describeWithData("inventory of real databases", () => {
	describe.each(DUMP_NAMES)("%s", (name) => {
		let records: MemoryRecords;
		const collected = new Collected();
		const { objects } = collected;

		beforeAll(() => {
			records = readDump(name);
			collected.apply(new PoolInventory(records).update(records.all()));
		});

		it("gives an object that fits its schema for each record", () => {
			for (const object of objects.values()) {
				const wire = JSON.parse(JSON.stringify(object));
				const result = objectSchemas[object.type]().strict().safeParse(wire);
				expect(result.error?.issues, `${object.type} ${object.id}`).toBe(
					undefined,
				);
			}
		});

		it("has as many objects of each type as were counted", () => {
			const counts = readCounts(name);
			for (const [column, types] of Object.entries(COUNTED)) {
				const found = [...objects.values()].filter(({ type }) =>
					types.includes(type),
				);
				// Two of the hosts that were counted there have one uuid.
				const isTwin = column === "hosts" && name.startsWith("licensing");
				const expected = (counts.get(column) ?? 0) - (isTwin ? 1 : 0);
				expect(found.length, column).toBe(expected);
			}
		});

		it("links to objects of the right type", () => {
			const isTiny = objects.size < 10;
			expect(expectLinks(objects)).toBeGreaterThan(isTiny ? 0 : 20);
		});

		it("shows no secret of a storage", () => {
			for (const object of objects.values()) {
				if (object.type !== "PBD") continue;
				for (const [key, value] of Object.entries(object.device_config)) {
					if (/password/.test(key)) expect(value).toBe("* obfuscated *");
				}
			}
		});

		it("is the same whatever the order of changes", () => {
			// Which of two records with one uuid is shown depends on the order.
			if (name.startsWith("licensing")) return;
			const one = new MemoryRecords();
			const inventory = new PoolInventory(one);
			const step = new Collected();
			for (const { class: className, ref } of shuffled(
				records.all(),
				randomOf(7),
			)) {
				const record = records.find(className, ref) ?? {};
				step.apply(inventory.update([one.set(className, ref, record)]));
			}
			expect(step.plain).toEqual(collected.plain);
		});

		it("is empty and holds nothing when all records are gone", () => {
			const copy = new MemoryRecords();
			for (const { class: className, ref } of records.all()) {
				copy.set(className, ref, records.find(className, ref) ?? {});
			}
			const inventory = new PoolInventory(copy);
			const left = new Collected();
			left.apply(inventory.update(copy.all()));
			for (const { class: className, ref } of shuffled(
				copy.all(),
				randomOf(3),
			)) {
				left.apply(inventory.update([copy.delete(className, ref)]));
			}
			expect(left.objects.size).toBe(0);
			expect(inventory.size).toBe(0);
		});
	});

	it("reads only fields that XAPI has", () => {
		const known = new Map(
			readDatamodel().classes.map(({ name, fields }) => [
				name,
				new Set(fields.map((field) => field.name)),
			]),
		);
		const unknown = new Set<string>();
		const spied = new MemoryRecords();
		const records = readDump("Cowley-db.xml.gz");
		for (const { class: className, ref } of records.all()) {
			const record = records.find(className, ref) ?? {};
			spied.set(
				className,
				ref,
				new Proxy(
					{ ...record },
					{
						get(target, key: string) {
							if (!known.get(className)?.has(key))
								unknown.add(`${className}.${key}`);
							return target[key];
						},
					},
				),
			);
		}
		new PoolInventory(spied).update(spied.all());
		expect([...unknown]).toEqual([]);
	});
});
