import { describe, expect, it } from "vitest";
import { TimeSlicer } from "./time-slicer.ts";

function work(durationMs: number): void {
	const end = performance.now() + durationMs;
	while (performance.now() < end);
}

describe("TimeSlicer", () => {
	it("lets one computation have one slice in a turn of the loop", async () => {
		const turns: (() => void)[] = [];
		const slicer = new TimeSlicer((callback) => turns.push(callback));
		const steps: string[] = [];
		const compute = async (name: string) => {
			for (let i = 0; i < 3; i++) {
				await slicer.pause();
				steps.push(name);
				work(6);
			}
		};
		const all = Promise.all([compute("a"), compute("b")]);
		const seen: number[] = [];
		while (steps.length < 6) {
			await new Promise(setImmediate);
			const [turn] = turns.splice(0, 1);
			turn?.();
			await new Promise(setImmediate);
			seen.push(steps.length);
		}
		await all;
		expect(seen).toEqual([1, 2, 3, 4, 5, 6]);
		expect(steps.join("")).toBe("ababab");
	});

	it("does not pause within a slice", async () => {
		const slicer = new TimeSlicer((callback) => setImmediate(callback));
		await slicer.pause();
		expect(slicer.pause()).toBeUndefined();
	});
});
