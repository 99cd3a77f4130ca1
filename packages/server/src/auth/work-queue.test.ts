import { createDeferred, type Deferred } from "@xo/std";
import { expect, test } from "vitest";
import { WorkQueue } from "./work-queue.ts";

const tooMany = { kind: "tooManyRequests" };

function setUp() {
	const queue = new WorkQueue({ maxAtOnce: 1, maxWaiting: 4, maxOfLane: 2 });
	const order: string[] = [];
	const gates: Deferred<void>[] = [];
	const add = (key: string, isKnown = false) =>
		queue.run(
			() => {
				order.push(key);
				const gate = createDeferred();
				gates.push(gate);
				return gate.promise;
			},
			{ lane: { key, isKnown } },
		);
	const drain = async (jobs: readonly Promise<unknown>[]) => {
		let open = jobs.length;
		for (const job of jobs) job.finally(() => open--);
		while (open > 0) {
			gates.shift()?.resolve();
			await Promise.resolve();
		}
	};
	return { order, add, drain };
}

test("lanes take turns, and so do strangers and known visitors", async () => {
	const { order, add, drain } = setUp();
	const jobs = [
		...["a", "a", "a", "b", "c"].map((key) => add(key)),
		add("k", true),
		add("k", true),
	];
	await drain(jobs);
	expect(order).toEqual(["a", "k", "a", "k", "b", "c", "a"]);
});

test("one address cannot fill the queue, nor all strangers together", async () => {
	const { add, drain } = setUp();
	const jobs = ["a", "a", "a"].map((key) => add(key));
	await expect(add("a")).rejects.toMatchObject(tooMany);
	jobs.push(add("b"), add("c"));
	await expect(add("d")).rejects.toMatchObject(tooMany);
	jobs.push(add("k", true));
	await drain(jobs);
});
