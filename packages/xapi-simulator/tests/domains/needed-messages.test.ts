import { describe, expect, test } from "vitest";
import needed from "../../needed-messages.json" with { type: "json" };
import { createWorld } from "./_world.ts";

describe("messages that a manager needs", () => {
	test.each(Object.entries(needed))("%s has no gap", async (_domain, names) => {
		const { pool } = await createWorld();
		const missing = names.filter(
			(name) => !pool.dispatcher.isImplemented(name),
		);
		expect(missing).toEqual([]);
		pool.stop();
	});
});
