import {
	forAllTests,
	startTestPool,
	startTestServer,
	TEST_ADMIN,
} from "@xo/testing";
import { describe, expect, it } from "vitest";
import { connectRpc } from "./_rpc-client.ts";

/** The calls of the Go SDK behind the Terraform and Pulumi providers, in the
 *  form in which it makes them, and what it needs of the answers. */

const pool = await forAllTests(startTestPool({ hosts: 1, vms: 8 }));
const server = await forAllTests(startTestServer());
await server.connect(pool);
const sdk = await forAllTests(connectRpc(server));
await sdk.call("session.signIn", TEST_ADMIN);
const token = await sdk.call("token.create", {});

interface Found {
	readonly id: string;
	readonly type: string;
	readonly name_label: string;
	readonly power_state: string;
	readonly tags: readonly string[];
}

async function find(filter: object): Promise<Found[]> {
	const params = { filter, limit: 1_000 };
	return Object.values(await sdk.call("xo.getAllObjects", params));
}

const rest = (path: string, init: RequestInit = {}) =>
	fetch(`${server.url}/rest/v0${path}`, {
		...init,
		headers: { cookie: `authenticationToken=${token}`, ...init.headers },
	});

describe("the Go SDK", () => {
	it("signs in by password and by token, and asks who it is", async () => {
		expect(token).toMatch(/^[\w-]{43}$/);
		await using other = await connectRpc(server);
		expect(await other.call("session.signIn", { token })).toMatchObject({
			email: TEST_ADMIN.email,
			permission: "admin",
		});
		expect(await other.call("session.getUser", { dummy: "dummy" })).toEqual(
			await other.call("session.signIn", { token }),
		);
	});

	it("finds objects by type, by tags and by id", async () => {
		for (const type of ["VM", "VM-template", "host", "pool", "SR", "network"]) {
			const found = await find({ type });
			expect(found.length).toBeGreaterThan(0);
			expect(new Set(found.map((object) => object.type))).toEqual(
				new Set([type]),
			);
		}
		const [vm] = await find({ type: "VM" });
		const tags = ["terraform", "two words"];
		for (const tag of tags) {
			expect(await sdk.call("tag.add", { id: vm?.id, tag })).toBe(true);
		}
		await expect.poll(() => find({ tags })).toMatchObject([{ id: vm?.id }]);
		expect(await find({ tags: [...tags, "another"] })).toEqual([]);
		expect(await find({ id: vm?.id })).toMatchObject([{ id: vm?.id }]);
		const tag = tags[0];
		expect(await sdk.call("tag.remove", { id: vm?.id, tag })).toBe(true);
		await expect.poll(() => find({ tags })).toEqual([]);
	});

	it("manages users and access", async () => {
		const user = { email: "go@example.org", password: "a password" };
		const userId = await sdk.call("user.create", user);
		const users = await sdk.call("user.getAll", { dummy: "dummy" });
		expect(users).toContainEqual(
			expect.objectContaining({ id: userId, email: user.email }),
		);
		const [vm] = await find({ type: "VM" });
		const entry = { subject: userId, object: vm?.id, action: "viewer" };
		expect(await sdk.call("acl.add", entry)).toBe(true);
		expect(await sdk.call("acl.get", { dummy: "dummy" })).toEqual([
			{ ...entry, id: expect.any(String) },
		]);
		expect(await sdk.call("acl.remove", entry)).toBe(true);
		expect(await sdk.call("user.delete", { id: userId })).toBe(true);
	});

	it("changes, starts, stops and deletes a VM", async () => {
		const [source] = (await find({ type: "VM" })).filter(
			({ power_state }) => power_state === "Halted",
		);
		const clone = { id: source?.id, name: "by go", full_copy: false };
		const id = await sdk.call("vm.clone", clone);
		await expect.poll(() => find({ id })).toHaveLength(1);
		const settings = {
			id,
			name_label: "renamed",
			name_description: "",
			CPUs: 1,
			memoryMax: 2 * 1024 ** 3,
			auto_poweron: true,
			affinityHost: null,
			high_availability: "",
			blockedOperations: { destroy: null },
			expNestedHvm: false,
			startDelay: 0,
			vga: "std",
			videoram: 8,
		};
		expect(await sdk.call("vm.set", settings)).toBe(true);
		expect(await sdk.call("vm.start", { id })).toBe(true);
		await expect
			.poll(() => find({ id }))
			.toMatchObject([{ name_label: "renamed", power_state: "Running" }]);
		expect(await sdk.call("vm.stop", { id, force: true })).toBe(true);
		await expect
			.poll(() => find({ id }))
			.toMatchObject([{ power_state: "Halted" }]);
		expect(await sdk.call("vm.delete", { id })).toBe(true);
		await expect.poll(() => find({ id })).toEqual([]);
		expect(await sdk.fail("vm.delete", { id })).toMatchObject({ code: 1 });
	});

	it("uses its token as a cookie over HTTP", async () => {
		const [vm] = await find({ type: "VM" });
		const item = await rest(`/vms/${vm?.id}`);
		expect(item.status).toBe(200);
		expect(await item.json()).toMatchObject({ id: vm?.id, type: "VM" });
		for (const collection of ["vms", "hosts", "pools", "srs", "networks"]) {
			const list = await rest(`/${collection}?fields=id`);
			expect(list.status).toBe(200);
			expect(await list.json()).not.toEqual([]);
		}
		const wrong = { headers: { cookie: "authenticationToken=nope" } };
		expect((await rest("/vms", wrong)).status).toBe(401);
	});
});
