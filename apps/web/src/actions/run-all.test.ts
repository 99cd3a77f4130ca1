import { IconBox } from "@tabler/icons-react";
import { expect, it } from "vitest";
import type { Action } from "./action.ts";
import { actionsFor, actionsForAll } from "./registry.ts";
import { runAll } from "./run-all.ts";

const action: Action = {
	id: "test",
	types: ["VM"],
	icon: IconBox,
	label: "test",
	section: "other",
	right: "operate",
	whyNot: () => undefined,
	run: (call, row) => call("vm.start", { id: row.id }),
};

const rows = Array.from({ length: 20 }, (_, index) => ({
	id: String(index),
	type: "VM",
}));

it("does what it can, and reports each object", async () => {
	let running = 0;
	let most = 0;
	const call = async (_method: string, params: unknown) => {
		running++;
		most = Math.max(most, running);
		await Promise.resolve();
		running--;
		if ((params as { id: string }).id === "7") throw new Error("no");
		return true;
	};
	const seen: string[] = [];
	const outcomes = await runAll(
		{ action, rows, input: {} },
		call as never,
		({ row }) => seen.push(row.id),
	);
	expect(outcomes).toHaveLength(20);
	expect(seen.sort()).toEqual(rows.map(({ id }) => id).sort());
	expect(outcomes.filter(({ error }) => error !== undefined)).toEqual([
		{ row: rows[7], error: new Error("no") },
	]);
	expect(most).toBeLessThanOrEqual(6);
});

it("offers to a selection what all of it can do", () => {
	const ids = (list: readonly Action[]) => list.map(({ id }) => id);
	expect(ids(actionsFor("VM"))).toContain("vm.start");
	expect(
		ids(
			actionsForAll([
				{ id: "a", type: "VM" },
				{ id: "b", type: "VM-template" },
			]),
		),
	).toEqual(["vm.clone", "vm.delete", "vm.copy"]);
	const start = actionsFor("VM").find(({ id }) => id === "vm.start");
	expect(
		start?.whyNot({
			id: "a",
			type: "VM",
			power_state: "Running",
			current_operations: null,
		}),
	).toMatchObject({ code: "vmState" });
});
