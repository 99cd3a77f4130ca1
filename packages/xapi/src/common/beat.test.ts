import { ManualClock } from "@xo/std";
import { describe, expect, it } from "vitest";
import { Beat } from "./beat.ts";

function start() {
	const clock = new ManualClock(1000);
	const beat = new Beat(clock, 20);
	const done: string[] = [];
	const wait = (name: string) => void beat.wait().then(() => done.push(name));
	const pass = async (ms: number) => {
		clock.advance(ms);
		await Promise.resolve();
		await Promise.resolve();
		return done.splice(0);
	};
	return { clock, wait, pass };
}

describe("Beat", () => {
	it("is now after a quiet while, and common to what comes soon after", async () => {
		const { wait, pass } = start();
		wait("a");
		expect(await pass(0)).toEqual(["a"]);
		await pass(5);
		wait("b");
		await pass(5);
		wait("c");
		expect(await pass(9)).toEqual([]);
		expect(await pass(1)).toEqual(["b", "c"]);
		wait("d");
		expect(await pass(19)).toEqual([]);
		expect(await pass(1)).toEqual(["d"]);
		await pass(20);
		wait("e");
		expect(await pass(0)).toEqual(["e"]);
	});

	it("waits no longer than that when the clock is set back", async () => {
		const { clock, wait, pass } = start();
		wait("a");
		expect(await pass(0)).toEqual(["a"]);
		clock.now = () => 0;
		wait("b");
		clock.now = ManualClock.prototype.now;
		expect(await pass(20)).toEqual(["b"]);
	});
});
