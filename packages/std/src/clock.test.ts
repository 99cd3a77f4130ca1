import { describe, expect, it } from "vitest";
import { ManualClock, sleep } from "./clock.ts";

describe("ManualClock", () => {
	it("runs timers in order of due time, including those set meanwhile", () => {
		const clock = new ManualClock(1000);
		const seen: [string, number][] = [];
		clock.after(20, () => seen.push(["b", clock.now()]));
		clock.after(10, () => {
			seen.push(["a", clock.now()]);
			clock.after(5, () => seen.push(["a2", clock.now()]));
		});
		clock.advance(30);
		expect(seen).toEqual([
			["a", 1010],
			["a2", 1015],
			["b", 1020],
		]);
		expect(clock.now()).toBe(1030);
	});

	it("forgets a disposed timer", () => {
		const clock = new ManualClock();
		let calls = 0;
		clock.after(1, () => calls++)[Symbol.dispose]();
		clock.advance(10);
		expect(calls).toBe(0);
	});
});

describe("sleep", () => {
	it("rejects with the reason of the signal", async () => {
		const clock = new ManualClock();
		const controller = new AbortController();
		const pending = sleep(1000, { clock, signal: controller.signal });
		controller.abort(new Error("enough"));
		await expect(pending).rejects.toThrow("enough");
	});
});
