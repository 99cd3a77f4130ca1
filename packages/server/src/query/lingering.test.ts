import { ManualClock } from "@xo/std";
import { expect, test } from "vitest";
import { Lingering } from "./lingering.ts";

test("gives back after half a minute, the oldest when there are more than eight", () => {
	const clock = new ManualClock();
	const lingering = new Lingering(clock);
	const released: number[] = [];
	for (let number = 1; number <= 9; number++) {
		lingering.add(() => released.push(number));
		clock.advance(1_000);
	}
	expect(released).toEqual([1]);
	clock.advance(22_000);
	expect(released).toEqual([1, 2]);
	lingering[Symbol.dispose]();
	expect(released).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
	clock.advance(60_000);
	expect(released).toHaveLength(9);
});
