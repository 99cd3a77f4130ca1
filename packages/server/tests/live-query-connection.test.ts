import {
	applyPatch,
	type LiveQueryPatch,
	type LiveQueryResult,
} from "@xo/contract";
import { forAllTests, startTestPool, startTestServer } from "@xo/testing";
import { describe, expect, it } from "vitest";
import { addUser, type RpcClient, signInRpc } from "./_rpc-client.ts";

const pool = await forAllTests(startTestPool({ hosts: 1, vms: 12 }));
const server = await forAllTests(startTestServer());
await server.connect(pool);
const admin = await forAllTests(signInRpc(server));

const QUERY = {
	types: ["VM"],
	filter: "",
	sort: [{ key: "name_label" }],
	fields: ["name_label"],
	window: { offset: 0, limit: 50 },
	groupBy: null,
	aggregates: [],
	tree: null,
};

/** The result that a client has after all patches so far. */
function follow(client: RpcClient, id: string, first: LiveQueryResult) {
	return () =>
		client.notifications
			.filter(
				({ method, params }) => method === "query.patch" && params.id === id,
			)
			.map(({ params }) => params.patch as LiveQueryPatch)
			.reduce(applyPatch, first);
}

it("tells pages when their user may do other things", async () => {
	const account = await addUser(server, "page@example.org");
	const page = "/api/?objects=none";
	await using user = await signInRpc(server, account, page);
	await using program = await signInRpc(server, account);
	const neighbour = await addUser(server, "neighbour@example.org");
	await using other = await signInRpc(server, neighbour, page);
	const tellings = (client: RpcClient) =>
		client.notifications.filter(({ method }) => method === "rights").length;
	const [vm] = [...server.context.objects.ofType("VM")];
	const entry = { subject: account.id, object: vm?.id };
	await admin.call("acl.add", { ...entry, action: "viewer" });
	await user.until(() => tellings(user) === 1);
	await admin.call("acl.add", { ...entry, action: "operator" });
	await user.until(() => tellings(user) === 2);
	await admin.call("user.set", { id: account.id, permission: "admin" });
	await user.until(() => tellings(user) === 3);
	for (const client of [program, other]) await client.call("session.getUser");
	expect([tellings(program), tellings(other)]).toEqual([0, 0]);
});

describe("live queries of a connection", () => {
	it("follow the rights of its user", async () => {
		const account = await addUser(server, "live@example.org");
		await using user = await signInRpc(server, account, "/api/?objects=none");
		const { id, result } = await user.call("query.open", QUERY);
		expect(result).toMatchObject({ total: 0, rows: [] });
		const current = follow(user, id, result);
		const [vm] = [...server.context.objects.ofType("VM")];
		const entry = { subject: account.id, object: vm?.id, action: "viewer" };
		await admin.call("acl.add", entry);
		await user.until(() => current().total === 1);
		expect(current().rows).toMatchObject([{ id: vm?.id }]);
		const ref = pool.db.findByUuid("VM", vm?.id ?? "") ?? "";
		pool.db.update("VM", ref, { name_label: "watched" });
		await user.until(() => current().rows[0]?.name_label === "watched");
		await admin.call("acl.remove", entry);
		await user.until(() => current().total === 0);
		await admin.call("user.set", { id: account.id, permission: "admin" });
		await user.until(() => current().total === 12);
		expect(user.notifications.map(({ method }) => method)).not.toContain("all");
	});

	it("end with it, with signing out, and on request", async () => {
		await using client = await signInRpc(server);
		const { id } = await client.call("query.open", QUERY);
		expect(await client.call("query.close", { id })).toBe(true);
		expect(await client.fail("query.close", { id })).toMatchObject({ code: 1 });
		const other = await client.call("query.open", QUERY);
		await client.call("session.signOut");
		expect(await client.fail("query.close", { id: other.id })).toMatchObject({
			code: 2,
		});
	});

	it("say which column of a filter is wrong", async () => {
		const error = await admin.fail("query.open", { ...QUERY, filter: "a:((" });
		expect(error).toMatchObject({
			code: 10,
			data: { column: expect.any(Number), filter: "a:((" },
		});
	});
});
