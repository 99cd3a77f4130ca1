import { expect, it } from "vitest";
import { Turns } from "./turns.ts";

it("runs one attempt of a name at a time, in order, whatever fails", async () => {
	const turns = new Turns();
	const seen: string[] = [];
	let running = 0;
	const attempt = (name: string, step: string, isFailing = false) =>
		turns.take(name, async () => {
			running++;
			expect(running).toBe(1);
			await Promise.resolve();
			seen.push(step);
			running--;
			if (isFailing) throw new Error(step);
		});
	const results = await Promise.allSettled([
		attempt("ada", "1"),
		attempt("ada", "2", true),
		attempt("ada", "3"),
	]);
	expect(seen).toEqual(["1", "2", "3"]);
	expect(results.map(({ status }) => status)).toEqual([
		"fulfilled",
		"rejected",
		"fulfilled",
	]);
});

it("refuses what would wait too long", async () => {
	const turns = new Turns();
	const { promise, resolve } = Promise.withResolvers<void>();
	const waiting = Array.from({ length: 100 }, () =>
		turns.take("ada", () => promise),
	);
	await expect(turns.take("ada", () => promise)).rejects.toMatchObject({
		kind: "tooManyRequests",
	});
	resolve();
	await Promise.all(waiting);
	await turns.take("ada", () => promise);
});
