import { expect, test } from "vitest";
import { objectAt, objectPath, paths, withFilter } from "./paths.ts";

function listPaths(tree: object): string[] {
	return Object.values(tree).flatMap((value: unknown) => {
		if (typeof value === "string") return [value];
		if (typeof value === "function") return [String(value("ID"))];
		return listPaths(value as object);
	});
}

test("addresses stay as they are: people keep links to them", () => {
	expect(listPaths(paths)).toMatchInlineSnapshot(`
		[
		  "/",
		  "/setup",
		  "/vms",
		  "/vm/ID/overview",
		  "/new/vm",
		  "/templates",
		  "/snapshots",
		  "/hosts",
		  "/host/ID/overview",
		  "/pools",
		  "/pool/ID/overview",
		  "/srs",
		  "/sr/ID/overview",
		  "/vdis",
		  "/vdi/ID/overview",
		  "/networks",
		  "/network/ID/overview",
		  "/pifs",
		  "/pif/ID/overview",
		  "/vifs",
		  "/pcis",
		  "/gpus",
		  "/messages",
		  "/alarms",
		  "/tasks",
		  "/tasks/server",
		  "/topology",
		  "/settings/connections",
		  "/settings/users",
		  "/settings/groups",
		  "/settings/acls",
		  "/settings/tokens",
		  "/settings/profile",
		  "/settings/logs",
		  "/settings/about",
		]
	`);
});

test("ids and filters are escaped", () => {
	expect(objectPath("VM", "a/b?c")).toBe("/vm/a%2Fb%3Fc/overview");
	expect(objectPath("VBD", "x")).toBeUndefined();
	expect(withFilter(paths.vms, "tags:a&b")).toBe("/vms?filter=tags%3Aa%26b");
});

test("an address tells the object", () => {
	for (const type of ["pool", "host", "VM", "SR", "VDI", "network", "PIF"]) {
		const path = objectPath(type, "a/b") ?? "";
		expect(objectAt(path)).toEqual({ type, id: "a/b" });
	}
	expect(objectAt("/vms")).toBeUndefined();
	expect(objectAt("/settings/users")).toBeUndefined();
});
