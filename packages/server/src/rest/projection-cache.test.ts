import { expect, it } from "vitest";
import { ProjectionCache } from "./projection-cache.ts";

const HREF = "/rest/v0/vms/1";

it("projects each object once", () => {
	const cache = new ProjectionCache();
	const vm = { id: "1", name_label: "web" };
	expect(cache.get("vms", ["name_label"])(vm, HREF)).toBe(
		`{"name_label":"web","href":"${HREF}"}`,
	);
	vm.name_label = "objects do not change in place";
	expect(cache.get("vms", ["name_label"])(vm, HREF)).toContain(`"web"`);
	const changed = { id: "1", name_label: "db" };
	expect(cache.get("vms", ["name_label"])(changed, HREF)).toContain(`"db"`);
});

it("keeps lists of properties and collections apart", () => {
	const cache = new ProjectionCache();
	const item = { id: "1", a: 1, b: 2 };
	expect(cache.get("vms", ["a"])(item, "/x")).toBe(`{"a":1,"href":"/x"}`);
	expect(cache.get("vms", ["b"])(item, "/x")).toBe(`{"b":2,"href":"/x"}`);
	expect(cache.get("hosts", ["a"])(item, "/y")).toBe(`{"a":1,"href":"/y"}`);
});

it("forgets all but the last few", () => {
	const cache = new ProjectionCache();
	const first = cache.get("vms", ["a"]);
	for (const field of ["b", "c", "d"]) cache.get("vms", [field]);
	expect(cache.get("vms", ["a"])).toBe(first);
	for (const field of ["e", "f", "g", "h"]) cache.get("vms", [field]);
	expect(cache.get("vms", ["a"])).not.toBe(first);
});
