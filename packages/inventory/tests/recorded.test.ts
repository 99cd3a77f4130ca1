import { readFileSync } from "node:fs";
import path from "node:path";
import { objectSchemas, type XoObject, type XoVm } from "@xo/contract";
import { DATA_DIR, describeWithData } from "@xo/testing";
import { beforeAll, expect, it } from "vitest";
import { PoolInventory, type XapiRecord } from "../src/index.ts";
import { Collected, MemoryRecords } from "./_records.ts";

type RecordedSet = Record<string, Record<string, XapiRecord>>;

function readRecorded(name: string): RecordedSet {
	const file = path.join(DATA_DIR, "data/rpc/ansible-db", name);
	return JSON.parse(readFileSync(file, "utf8"));
}

/** A XenServer 7.2 pool; its second file completes the records of the first. */
function recordedPool(): MemoryRecords {
	const records = new MemoryRecords();
	for (const name of [
		"ansible-test-common-db.json",
		"ansible-test-vm-db.json",
	]) {
		for (const [className, byRef] of Object.entries(readRecorded(name))) {
			for (const [ref, fields] of Object.entries(byRef)) {
				records.patch(className, ref, fields);
			}
		}
	}
	return records;
}

describeWithData("inventory of recorded API answers", () => {
	let objects: XoObject[];

	beforeAll(() => {
		const records = recordedPool();
		const collected = new Collected();
		collected.apply(new PoolInventory(records).update(records.all()));
		objects = [...collected.objects.values()];
	});

	it("fits the schemas", () => {
		expect(objects.length).toBeGreaterThan(20);
		for (const object of objects) {
			const wire = JSON.parse(JSON.stringify(object));
			const { error } = objectSchemas[object.type]().strict().safeParse(wire);
			expect(error?.issues, `${object.type} ${object.id}`).toBe(undefined);
		}
	});

	it("reads what the guests tell", () => {
		const vms = objects.filter(
			(object): object is XoVm => object.type === "VM",
		);
		const seen = vms.filter(
			({ addresses }) => Object.keys(addresses).length > 0,
		);
		expect(seen.length).toBeGreaterThan(0);
		for (const vm of seen) {
			expect(vm.mainIpAddress).toMatch(/^[\d.]+$|:/);
			expect(vm.pvDriversVersion).toMatch(/^\d+\.\d+\.\d+-\d+$/);
			const isRunning = vm.power_state === "Running";
			expect(vm.$container === vm.$pool).toBe(!isRunning);
		}
	});
});
