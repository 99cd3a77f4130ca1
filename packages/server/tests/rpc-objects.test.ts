import { forAllTests, startTestPool, startTestServer } from "@xo/testing";
import { describe, expect, it } from "vitest";
import { addUser, signInRpc } from "./_rpc-client.ts";

const pool = await forAllTests(startTestPool({ hosts: 2, vms: 6 }));
const server = await forAllTests(startTestServer());
await server.connect(pool);
const admin = await forAllTests(signInRpc(server));

interface Vm {
	readonly id: string;
	readonly type: string;
	readonly power_state: string;
	readonly tags: readonly string[];
}

function all(params: object): Promise<Record<string, Vm>> {
	return admin.call("xo.getAllObjects", params);
}

describe("xo.getAllObjects", () => {
	it("gives everything by id", async () => {
		const objects = await all({});
		const known = [...server.context.objects.all()];
		expect(Object.keys(objects).sort()).toEqual(
			known.map(({ id }) => id).sort(),
		);
		for (const [id, object] of Object.entries(objects)) {
			expect(object.id).toBe(id);
		}
		const types = new Set(Object.values(objects).map(({ type }) => type));
		for (const type of ["pool", "host", "VM", "SR", "VDI", "network"]) {
			expect(types).toContain(type);
		}
	});

	it("filters by a pattern, with nesting, lists and ids", async () => {
		const vms = Object.values(await all({ filter: { type: "VM" } }));
		expect(vms).toHaveLength(server.context.cache.countBy("type", "VM"));
		const running = { type: "VM", power_state: "Running" };
		expect(Object.values(await all({ filter: running }))).toEqual(
			vms.filter((vm) => vm.power_state === "Running"),
		);
		const id = vms[0]?.id ?? "";
		expect(Object.keys(await all({ filter: { id } }))).toEqual([id]);
		expect(await all({ filter: { id: "nope" } })).toEqual({});
		expect(await all({ filter: { id, type: "host" } })).toEqual({});
		expect(await all({ filter: { type: "unicorn" } })).toEqual({});
		expect(Object.keys(await all({ filter: {} })).length).toBeGreaterThan(10);
		expect(await admin.call("tag.add", { id, tag: "wanted" })).toBe(true);
		await expect
			.poll(async () =>
				Object.keys(await all({ filter: { tags: ["wanted"] } })),
			)
			.toEqual([id]);
		expect(await admin.call("tag.remove", { id, tag: "wanted" })).toBe(true);
		await expect
			.poll(async () => await all({ filter: { tags: ["wanted"] } }))
			.toEqual({});
	});

	it("filters by text, and says where text is wrong", async () => {
		const halted = await all({ filter: "type:VM power_state:Halted" });
		for (const vm of Object.values(halted)) {
			expect(vm).toMatchObject({ type: /^VM/, power_state: "Halted" });
		}
		expect(
			await admin.fail("xo.getAllObjects", { filter: "((" }),
		).toMatchObject({
			code: 10,
			message: expect.stringContaining("invalid filter"),
			data: { filter: "((", column: expect.any(Number) },
		});
	});

	it("stops at the limit, after the filter", async () => {
		const some = await all({ filter: { type: "VM" }, limit: 2 });
		expect(Object.values(some).map(({ type }) => type)).toEqual(["VM", "VM"]);
		expect(await all({ limit: 0 })).toEqual({});
	});

	it("offers lines at a path that works once, without credentials", async () => {
		const params = { filter: { type: "host" }, ndjson: true };
		const { $getFrom } = await admin.call("xo.getAllObjects", params);
		expect($getFrom).toMatch(/^\/api\/[\w-]{43}$/);
		const response = await fetch(`${server.url}${$getFrom}`);
		expect(response.status).toBe(200);
		expect(response.headers.get("content-type")).toMatch(/^application\/json/);
		const lines = (await response.text()).trimEnd().split("\n");
		const hosts = lines.map((line) => JSON.parse(line));
		expect(hosts).toEqual(
			Object.values(await all({ filter: { type: "host" } })),
		);
		const again = await fetch(`${server.url}${$getFrom}`, {
			redirect: "manual",
		});
		expect([302, 404]).toContain(again.status);
	});

	it("shows a user what the user may view", async () => {
		const user = await addUser(server, "viewer@example.org");
		await using client = await signInRpc(server, user);
		expect(await client.call("xo.getAllObjects")).toEqual({});
		const vms = Object.values(await all({ filter: { type: "VM" } }));
		const object = vms[0]?.id;
		const entry = { subject: user.id, object, action: "viewer" };
		await admin.call("acl.add", entry);
		const visible = await client.call("xo.getAllObjects", {
			filter: { type: "VM" },
		});
		expect(Object.keys(visible)).toEqual([object]);
		await client.until(() => client.objects.has(String(object)));
		const everything = await client.call("xo.getAllObjects");
		expect(Object.keys(everything).sort()).toEqual(
			[...client.objects.keys()].sort(),
		);
		await admin.call("acl.remove", entry);
		await client.until(() => client.objects.size === 0);
		expect(await client.call("xo.getAllObjects", { limit: 5 })).toEqual({});
	});

	it("deletes messages and tasks of the pool", async () => {
		const vm = Object.values(
			await all({ filter: { type: "VM" }, limit: 1 }),
		)[0];
		const message = pool.db.create("message", {
			name: "TEST",
			cls: "VM",
			obj_uuid: vm?.id ?? "",
			timestamp: "20260101T00:00:00Z",
		});
		const task = pool.db.create("task", {
			name_label: "a task",
			resident_on: pool.db.refs("host")[0] ?? "",
			status: "success",
		});
		const { uuid: messageId } = pool.db.get("message", message);
		const { uuid: taskId } = pool.db.get("task", task);
		await admin.until(
			() =>
				admin.objects.has(String(messageId)) &&
				admin.objects.has(String(taskId)),
		);
		await admin.call("message.delete", { id: messageId });
		await admin.call("task.destroy", { id: taskId });
		await admin.until(
			() =>
				!admin.objects.has(String(messageId)) &&
				!admin.objects.has(String(taskId)),
		);
		expect(pool.db.find("message", message)).toBeUndefined();
		expect(pool.db.find("task", task)).toBeUndefined();
	});
});
