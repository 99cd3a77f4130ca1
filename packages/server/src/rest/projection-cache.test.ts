import { expect, it } from "vitest";
import type { RestCollection, RestItem } from "./collection.ts";
import { ProjectionCache, type RowFormat } from "./projection-cache.ts";

const live = (path: string) =>
	({ path, bytesOf: () => Buffer.alloc(0) }) as unknown as RestCollection;
const vms = live("vms");
const asking = (...fields: string[]): RowFormat => ({ fields, separator: "," });

function rows(
	cache: ProjectionCache,
	{ path = "vms", fields }: { path?: string; fields: string[] },
	...items: RestItem[]
): string {
	const pages = cache.get(live(path), asking(...fields));
	return String(Buffer.concat([...pages.of(items)]));
}

it("projects each object once", () => {
	const cache = new ProjectionCache();
	const fields = ["name_label"];
	const vm = { id: "1", name_label: "web" };
	const text = `,{"name_label":"web","href":"/rest/v0/vms/1"}`;
	expect(rows(cache, { fields }, vm)).toBe(text);
	vm.name_label = "objects do not change in place";
	expect(rows(cache, { fields }, vm)).toBe(text);
	const changed = { id: "1", name_label: "db" };
	expect(rows(cache, { fields }, changed)).toContain(`"db"`);
});

it("keeps lists of properties and collections apart", () => {
	const cache = new ProjectionCache();
	const item = { id: "1", a: 1, b: 2 };
	expect(rows(cache, { fields: ["a"] }, item)).toContain(`{"a":1,`);
	expect(rows(cache, { fields: ["b"] }, item)).toContain(`{"b":2,`);
	const path = "hosts";
	expect(rows(cache, { path, fields: ["a"] }, item)).toContain("/hosts/1");
});

it("forgets all but the last few", () => {
	const cache = new ProjectionCache();
	const first = cache.get(vms, asking("a"));
	for (const field of ["b", "c", "d"]) cache.get(vms, asking(field));
	expect(cache.get(vms, asking("a"))).toBe(first);
	for (const field of ["e", "f", "g", "h"]) cache.get(vms, asking(field));
	expect(cache.get(vms, asking("a"))).not.toBe(first);
});

it("remembers nothing of items that may change in place", () => {
	const cache = new ProjectionCache();
	const groups = { path: "groups" } as RestCollection;
	const group = { id: "1", name: "a" };
	const read = () => [...cache.get(groups, asking("name")).of([group])];
	expect(String(read())).toContain(`"a"`);
	group.name = "b";
	expect(String(read())).toContain(`"b"`);
});
