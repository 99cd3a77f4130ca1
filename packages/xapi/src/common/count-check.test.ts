import { describe, expect, it } from "vitest";
import { CountCheck } from "./count-check.ts";
import { MirrorStore } from "./mirror-store.ts";

function mirrorOf(vms: number): MirrorStore {
	const mirror = new MirrorStore();
	mirror.addClass("VM");
	for (let i = 0; i < vms; i++) mirror.write("VM", `OpaqueRef:${i}`, {});
	return mirror;
}

describe("CountCheck", () => {
	it("accuses a class that differs twice in a row", () => {
		const check = new CountCheck();
		const mirror = mirrorOf(2);
		expect(check.check({ vm: 1 }, mirror)).toEqual([]);
		expect(check.isSuspicious).toBe(true);
		expect(check.check({ vm: 1 }, mirror)).toEqual(["VM"]);
	});

	it("forgives a difference that passes", () => {
		const check = new CountCheck();
		const mirror = mirrorOf(2);
		expect(check.check({ vm: 1 }, mirror)).toEqual([]);
		expect(check.check({ vm: 2 }, mirror)).toEqual([]);
		expect(check.isSuspicious).toBe(false);
	});

	it("does not fetch for ever what fetching does not cure", () => {
		const check = new CountCheck();
		const mirror = mirrorOf(2);
		check.check({ vm: 5 }, mirror);
		expect(check.check({ vm: 5 }, mirror)).toEqual(["VM"]);
		for (let i = 0; i < 3; i++) {
			expect(check.check({ vm: 5 }, mirror)).toEqual([]);
		}
		expect(check.isSuspicious).toBe(false);
		expect(check.check({ vm: 4 }, mirror)).toEqual([]);
		expect(check.check({ vm: 4 }, mirror)).toEqual(["VM"]);
	});

	it("knows no counts of messages", () => {
		const mirror = new MirrorStore();
		mirror.write("message", "OpaqueRef:1", {});
		const check = new CountCheck();
		expect(check.check({}, mirror)).toEqual([]);
		expect(check.isSuspicious).toBe(false);
	});
});
