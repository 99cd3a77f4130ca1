import { expect, it } from "vitest";
import { makeBuild } from "../src/harness/build.ts";
import { runWorkloads } from "../src/run-workloads.ts";
import { findWorkload, selectWorkloads, suites } from "../src/suite.ts";

it("measures a small pool from its changes to its clients", async () => {
	using build = makeBuild({ isKept: true });
	const progress: string[] = [];
	const { rows, errors } = await runWorkloads({
		workloads: [findWorkload("burst")],
		build,
		effort: {
			size: { pools: 1, hosts: 1, vms: 6 },
			repetitions: 1,
			seconds: 1,
			soakSeconds: 1,
		},
		onProgress: (text) => progress.push(text),
	});
	expect(errors).toEqual([]);
	expect(progress[0]).toBe("burst…");
	expect(rows[0]).toMatchObject({
		name: "burst.p50",
		unit: "ms",
		baseline: null,
		ratio: null,
		floor: "<= 60 ms",
		value: expect.any(Number),
		met: expect.any(Boolean),
		rss: expect.any(Number),
	});
	expect(rows.find(({ name }) => name === "burst.lost")).toMatchObject({
		value: 0,
		met: true,
	});
}, 60_000);

it("says which workload failed, and goes on", async () => {
	const { rows, errors } = await runWorkloads({
		workloads: [findWorkload("burst")],
		build: { folder: "/nowhere", [Symbol.dispose]() {} },
		effort: {
			size: { pools: 1, hosts: 1, vms: 1 },
			repetitions: 1,
			seconds: 1,
			soakSeconds: 1,
		},
		onProgress: () => {},
	});
	expect(rows).toEqual([]);
	expect(errors).toHaveLength(1);
	expect(errors[0]).toMatch(/^burst: .*did not start/s);
});

it("selects workloads by the beginning of their names", () => {
	expect(selectWorkloads([], "core")).toEqual(suites.core);
	expect(
		selectWorkloads(["connect-1"], "core").map(({ name }) => name),
	).toEqual(["connect-1000", "connect-10000"]);
	expect(() => selectWorkloads(["nonsense"], "core")).toThrow(
		/"nonsense"; there are/,
	);
	expect(selectWorkloads(["web-"], "core")).toEqual(suites.web);
	const all = Object.values(suites).flat();
	expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
});
