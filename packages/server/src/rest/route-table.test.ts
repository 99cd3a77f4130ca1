import { describe, expect, it } from "vitest";
import { RouteTable } from "./route-table.ts";

function tableOf(...paths: readonly string[]) {
	const table = new RouteTable();
	for (const path of paths) {
		const [method = "", at = ""] = path.split(" ");
		table.add([method], at, { isPublic: false, handler: () => path });
	}
	return (method: string, path: string) => {
		const match = table.find(method, path);
		return match && [match.handler({} as never, {} as never), match.params];
	};
}

describe("RouteTable", () => {
	const find = tableOf(
		"GET /",
		"GET /vms",
		"GET /vms/:id",
		"DELETE /vms/:id",
		"PUT /vms/:id/tags/:tag",
		"GET /vms/special",
		"GET /users/:id/tasks",
		"GET /users/me/*",
	);

	it.each([
		["GET", "/", "GET /", {}],
		["GET", "", "GET /", {}],
		["GET", "/vms", "GET /vms", {}],
		["GET", "/vms/", "GET /vms", {}],
		["GET", "/v%6ds/", "GET /vms", {}],
		["GET", "/vms/1", "GET /vms/:id", { id: "1" }],
		["GET", "/vms/special", "GET /vms/special", {}],
		["DELETE", "/vms/special", "DELETE /vms/:id", { id: "special" }],
		[
			"PUT",
			"/vms/1/tags/a%2Fb%20c",
			"PUT /vms/:id/tags/:tag",
			{ id: "1", tag: "a/b c" },
		],
		["GET", "/users/1/tasks", "GET /users/:id/tasks", { id: "1" }],
		["GET", "/users/me/tasks", "GET /users/me/*", {}],
	])("%s %s is %s", (...row) => {
		const [method, path, ...expected] = row;
		expect(find(method, path)).toEqual(expected);
	});

	it.each([
		["POST", "/vms"],
		["GET", "/vms//"],
		["GET", "/VMs"],
		["GET", "/vms/1/tags"],
		["GET", "/vms%2F1"],
		["GET", "/users/me"],
		["GET", "/__proto__"],
		["GET", `/vms/${"x".repeat(513)}`],
	])("%s %s is nothing", (method, path) => {
		expect(find(method, path)).toBe(undefined);
	});

	it("tells the methods of a path", () => {
		const table = new RouteTable();
		const routes = table.declare({ isPublic: true });
		routes.get("/vms/:id", () => {});
		routes.delete("/vms/:id", () => {});
		expect(table.methodsAt("/vms/1")).toEqual(["DELETE", "GET", "HEAD"]);
		expect(table.methodsAt("/hosts/1")).toEqual([]);
	});
});
