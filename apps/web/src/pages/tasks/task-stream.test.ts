import { expect, it } from "vitest";
import { applyChange, type ServerTask } from "./task-stream.ts";

const task = (id: string, start: number): ServerTask => ({
	id,
	start,
	status: "pending",
	properties: {},
});

it("keeps tasks by their changes, newest first", () => {
	const all = applyChange([], ["all", [task("a", 1), task("b", 3)]]);
	const more = applyChange(all, ["update", task("c", 2)]);
	expect(more.map(({ id }) => id)).toEqual(["b", "c", "a"]);
	const done = { ...task("c", 2), status: "success" } as const;
	const changed = applyChange(more, ["update", done]);
	expect(changed[1]).toBe(done);
	const fewer = applyChange(changed, ["remove", { id: "b" }]);
	expect(fewer.map(({ id }) => id)).toEqual(["c", "a"]);
	expect(applyChange(fewer, ["remove", { id: "b" }])).toBe(fewer);
});
