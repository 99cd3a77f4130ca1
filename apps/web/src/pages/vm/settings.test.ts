import { operations } from "@xo/contract";
import { expect, it } from "vitest";
import { problemOf, toParam } from "./setting-values.ts";
import { type Setting, settingGroups } from "./settings.ts";

const all = settingGroups.flatMap(({ settings }) => settings);
const row = {
	id: "vm",
	type: "VM",
	power_state: "Halted",
	CPUs: { number: 2, max: 4 },
	memory: { static: [1_000, 4_000], dynamic: [2_000, 2_000], size: 2_000 },
	cpuMask: [0, 3],
};

function get(name: string): Setting {
	const found = all.find((setting) => setting.name === name);
	if (found === undefined) throw new Error(name);
	return found;
}

it("names parameters of vm.set only", () => {
	const known = Object.keys(operations["vm.set"].params().shape);
	for (const { name } of all) expect(known).toContain(name);
});

it("sends what it read when nothing was changed", () => {
	for (const setting of all) {
		const value = setting.read(row);
		const result = operations["vm.set"].params().safeParse({
			id: "vm",
			[setting.name]: toParam(setting, value),
		});
		if (value === null || value === "") continue;
		expect(result.error?.issues ?? [], setting.name).toEqual([]);
		expect(problemOf(setting, value, row), setting.name).toBeUndefined();
	}
});

it("says what is wrong before the server does", () => {
	expect(problemOf(get("memoryMax"), 999, row)).toBe("vmPage.problem.memory");
	expect(problemOf(get("CPUs"), 0, row)).toBe("vmPage.problem.number");
	expect(problemOf(get("CPUs"), null, row)).toBe("vmPage.problem.empty");
	expect(problemOf(get("cpuCap"), null, row)).toBeUndefined();
	expect(problemOf(get("cpuMask"), "1, x", row)).toBe("vmPage.problem.numbers");
	expect(toParam(get("cpuMask"), "0, 3")).toEqual([0, 3]);
	expect(toParam(get("nicType"), "")).toBeNull();
});
