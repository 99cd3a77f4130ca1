import { type CachedObject, ObjectCache } from "@xo/object-cache";
import { expect, it } from "vitest";
import { LiveObjects } from "../objects/live-objects.ts";
import { RememberedSelections } from "./remembered-selections.ts";

const vm = (id: string, power_state: string): CachedObject => ({
	id,
	type: "VM",
	power_state,
});

it("follows what enters, leaves, changes and goes away", () => {
	const cache = new ObjectCache();
	const put = (...upserts: CachedObject[]) =>
		cache.apply({ source: "A", upserts, removals: [] });
	const objects = new LiveObjects(cache);
	const selections = new RememberedSelections(objects);
	const running = () => [...selections.of("VM", "power_state:Running")];
	put(vm("1", "Running"), vm("2", "Halted"), vm("3", "Running"));
	put({ ...vm("4", "Running"), type: "VM-template" });
	expect(running().map(({ id }) => id)).toEqual(["1", "3"]);
	put(vm("1", "Halted"), vm("2", "Running"), { ...vm("3", "Running"), a: 1 });
	expect(running()).toEqual([objects.find("3"), objects.find("2")]);
	cache.apply({ source: "A", upserts: [], removals: ["3"] });
	expect(running()).toEqual([objects.find("2")]);
	for (const id of ["a", "b", "c", "d"]) selections.of("VM", `id:${id}`);
	cache.removeSource("A");
	expect(running()).toEqual([]);
	expect(() => selections.of("VM", "(")).toThrow();
});
