import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MemoryDatabase } from "./database.ts";
import { createRandom, randomUuid } from "./random.ts";
import type { DbChange, Ref } from "./types.ts";

function createDatabase(): MemoryDatabase {
	const random = createRandom(1);
	return new MemoryDatabase(() => randomUuid(random));
}

function record(db: MemoryDatabase, action: () => void): string[] {
	const seen: string[] = [];
	using _listener = db.onChange(({ className, operation }: DbChange) =>
		seen.push(`${operation} ${className}`),
	);
	action();
	return seen;
}

describe("MemoryDatabase", () => {
	it("fills in the defaults and a fresh uuid", () => {
		const db = createDatabase();
		const vm = db.create("VM", { name_label: "a" });
		expect(vm).toMatch(/^OpaqueRef:[0-9a-f-]{36}$/);
		expect(db.get("VM", vm)).toMatchObject({
			name_label: "a",
			power_state: "Halted",
			snapshot_time: "19700101T00:00:00Z",
			suspend_VDI: "OpaqueRef:NULL",
			VBDs: [],
			other_config: {},
		});
		expect(db.findByUuid("VM", String(db.get("VM", vm).uuid))).toBe(vm);
	});

	it("refuses unknown classes, fields and dead refs", () => {
		const db = createDatabase();
		const vm = db.create("VM", {});
		expect(() => db.create("vm", {})).toThrow("no such class: vm");
		expect(() => db.create("VM", { colour: "red" })).toThrow("no field colour");
		expect(() => db.update("VM", vm, { VBDs: [] })).toThrow("computed");
		expect(() => db.get("VBD", vm)).toThrow(`HANDLE_INVALID(VBD, ${vm})`);
		expect(db.find("VBD", vm)).toBeUndefined();
	});

	it("computes the other end of a relation, and touches it", () => {
		const db = createDatabase();
		const [a, b] = [db.create("VM", {}), db.create("VM", {})];
		let vbd = "";
		expect(
			record(db, () => {
				vbd = db.create("VBD", { VM: a });
			}),
		).toEqual(["add VBD", "mod VM"]);
		expect(db.get("VM", a).VBDs).toEqual([vbd]);
		expect(record(db, () => db.update("VBD", vbd, { VM: b }))).toEqual([
			"mod VBD",
			"mod VM",
			"mod VM",
		]);
		expect([db.get("VM", a).VBDs, db.get("VM", b).VBDs]).toEqual([[], [vbd]]);
		expect(record(db, () => db.destroy("VBD", vbd))).toEqual([
			"del VBD",
			"mod VM",
		]);
		expect(db.get("VM", b).VBDs).toEqual([]);
	});

	it("keeps dangling references and links them once their target comes", () => {
		const db = createDatabase();
		const vbd = db.create("VBD", { VM: "OpaqueRef:later" });
		expect(db.get("VBD", vbd).VM).toBe("OpaqueRef:later");
		const vm = db.create("VM", {}, { ref: "OpaqueRef:later" });
		expect(db.get("VM", vm).VBDs).toEqual([vbd]);
		db.destroy("VM", vm);
		expect(db.get("VBD", vbd).VM).toBe("OpaqueRef:later");
	});

	it("computes many-to-many relations from their stored side", () => {
		const db = createDatabase();
		const [x, y] = [db.create("VM_group", {}), db.create("VM_group", {})];
		const vm = db.create("VM", { groups: [x, y] });
		expect(db.get("VM_group", y).VMs).toEqual([vm]);
		db.update("VM", vm, { groups: [x] });
		expect(db.get("VM_group", x).VMs).toEqual([vm]);
		expect(db.get("VM_group", y).VMs).toEqual([]);
	});

	it("ignores writes that change nothing", () => {
		const db = createDatabase();
		const vm = db.create("VM", { other_config: { a: "1", b: "2" } });
		const { generation } = db;
		const same = { other_config: { b: "2", a: "1" }, name_label: "" };
		expect(record(db, () => db.update("VM", vm, same))).toEqual([]);
		expect(db.generation).toBe(generation);
	});

	it("hands out records that later writes leave alone", () => {
		const db = createDatabase();
		const vm = db.create("VM", { name_label: "before" });
		const old = db.get("VM", vm);
		db.create("VBD", { VM: vm });
		db.update("VM", vm, { name_label: "after" });
		expect([old.name_label, old.VBDs]).toEqual(["before", []]);
	});

	it("tells of changes that a listener makes after those it heard", () => {
		const db = createDatabase();
		const host = db.create("host", {});
		using _echo = db.onChange(({ className }) => {
			if (className === "VM") db.update("host", host, { enabled: true });
		});
		expect(record(db, () => db.create("VM", {}))).toEqual([
			"add VM",
			"mod host",
		]);
	});

	it("forgets cached texts with every change, of an end too", () => {
		const db = createDatabase();
		const vm = db.create("VM", {});
		const row = db.table("VM").rows.get(vm)!;
		expect(db.jsonOf(row)).toContain('"VBDs":[]');
		expect(db.xmlOf(row)).toContain("<name>VBDs</name>");
		const vbd = db.create("VBD", { VM: vm });
		expect(db.jsonOf(row)).toContain(`"VBDs":["${vbd}"]`);
		expect(db.xmlOf(row)).toContain(vbd);
	});

	it("always equals relations computed anew", () => {
		const step = fc.record({
			kind: fc.constantFrom("create", "move", "destroy"),
			index: fc.nat(),
			target: fc.nat(3),
		});
		fc.assert(
			fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
				const db = createDatabase();
				const vms = [0, 1, 2].map(() => db.create("VM", {}));
				const vbds: Ref[] = [];
				for (const { kind, index, target } of steps) {
					const VM = vms[target] ?? "OpaqueRef:NULL";
					const vbd = vbds[index % Math.max(1, vbds.length)];
					if (kind === "create" || vbd === undefined) {
						vbds.push(db.create("VBD", { VM }));
					} else if (kind === "move") db.update("VBD", vbd, { VM });
					else {
						db.destroy("VBD", vbd);
						vbds.splice(vbds.indexOf(vbd), 1);
					}
				}
				for (const vm of vms) {
					const expected = vbds.filter((vbd) => db.get("VBD", vbd).VM === vm);
					expect([...(db.get("VM", vm).VBDs as Ref[])].sort()).toEqual(
						expected.sort(),
					);
				}
			}),
			{ numRuns: 50 },
		);
	});
});
