import { basicOf, forAllTests, TEST_ADMIN } from "@xo/testing";
import { describe, expect, it } from "vitest";
import { EventSource } from "./_event-source.ts";
import { type Rest, restOf, startRestStack } from "./_rest.ts";

const stack = await forAllTests(startRestStack({ hosts: 1, vms: 6 }));
const { admin } = stack;
const query = "fields=id,name_label&filter=power_state:Running";
const vms: { id: string; name_label: string }[] = (
	await admin("GET", `/vms?${query}`)
).body;

function vmId(index: number): string {
	return String(vms[index]?.id);
}

function open(user: { email: string; password: string } = TEST_ADMIN) {
	return EventSource.open(stack.server.url, basicOf(user));
}

async function subscribe(
	rest: Rest,
	{ id }: { id: string },
	body: { collection: string; fields?: unknown },
): Promise<void> {
	const answer = await rest("POST", `/events/${id}/subscriptions`, { body });
	expect([answer.status, answer.body]).toEqual([201, { id: body.collection }]);
}

async function rename(id: string, nameLabel: string): Promise<void> {
	const { status } = await admin("PATCH", `/vms/${id}`, {
		body: { nameLabel },
	});
	expect(status).toBe(204);
}

async function addReader(email: string) {
	const user = { email, password: "secret" };
	const id = await stack.server.context.users.create(user);
	const rest = restOf(stack.server.url, { authorization: basicOf(user) });
	return { user, id, rest };
}

describe("events of REST", () => {
	it("sends nothing but what is subscribed to", async () => {
		using source = await open();
		expect(source.headers["content-type"]).toBe("text/event-stream");
		await rename(vmId(0), "unnoticed");
		await subscribe(admin, source, { collection: "VM" });
		await rename(vmId(1), "noticed");
		const { data } = await source.next("update");
		const { $subscription, ...vm } = data;
		expect($subscription).toBe("VM");
		expect(vm).toMatchObject({ id: vmId(1), type: "VM", uuid: vmId(1) });
		expect(Object.keys(vm)).toContain("$VBDs");
		const url = `/events/${source.id}/subscriptions/VM`;
		expect((await admin("DELETE", url)).status).toBe(204);
		expect((await admin("DELETE", url)).status).toBe(404);
	});

	it("tells what comes and goes", async () => {
		using source = await open();
		await subscribe(admin, source, { collection: "VM-snapshot" });
		const url = `/vms/${vmId(0)}/actions/snapshot?sync=true`;
		const { id } = (await admin("POST", url)).body;
		const added = await source.next("add");
		expect(added.data).toMatchObject({ id, $subscription: "VM-snapshot" });
		expect((await admin("DELETE", `/vm-snapshots/${id}`)).status).toBe(204);
		const removed = await source.next("remove");
		expect(removed.data).toEqual({ id, $subscription: "VM-snapshot" });
	});

	it("skips updates of other fields, from the first on", async () => {
		using source = await open();
		const fields = ["id", "name_label"];
		await subscribe(admin, source, { collection: "VM", fields });
		const body = { nameDescription: "not asked for" };
		await admin("PATCH", `/vms/${vmId(2)}`, { body });
		const described = async () =>
			(await admin("GET", `/vms/${vmId(2)}`)).body.name_description;
		await expect.poll(described).toBe(body.nameDescription);
		await rename(vmId(2), "asked for");
		await source.next("update", ({ name_label }) => name_label === "asked for");
		expect(source.events).toEqual([]);
		const [{ data } = { data: {} }] = source.events;
		expect(data.name_description).toBeUndefined();
	});

	it("refuses bad subscriptions and streams of others", async () => {
		using source = await open();
		const url = `/events/${source.id}/subscriptions`;
		for (const body of [
			{},
			{ collection: "unicorn" },
			{ collection: "VM", fields: 1 },
			{ collection: "VM", bogus: true },
		]) {
			expect((await admin("POST", url, { body })).status).toBe(422);
		}
		const { rest } = await addReader("other@example.org");
		const body = { collection: "VM" };
		expect((await rest("POST", url, { body })).status).toBe(404);
		expect((await rest("DELETE", `${url}/VM`)).status).toBe(404);
		expect((await stack.anonymous("GET", "/events")).status).toBe(401);
		expect((await admin("HEAD", "/events")).status).toBe(404);
	});

	it("follows the rights of a user", async () => {
		const { user, id, rest } = await addReader("viewer@example.org");
		using source = await open(user);
		await subscribe(rest, source, { collection: "VM", fields: ["id"] });
		await stack.setRole("add", id, vmId(3));
		const added = await source.next("add");
		expect(added.data).toEqual({ id: vmId(3), $subscription: "VM" });
		await stack.setRole("remove", id, vmId(3));
		const removed = await source.next("remove");
		expect(removed.data).toEqual({ id: vmId(3), $subscription: "VM" });
		await rename(vmId(3), "hidden");
		await stack.setRole("add", id, vmId(1));
		await source.next("add", (data) => data.id === vmId(1));
		expect(source.events).toEqual([]);
	});

	it("ends with the user", async () => {
		const { user, id } = await addReader("gone@example.org");
		using source = await open(user);
		expect((await admin("DELETE", `/users/${id}`)).status).toBe(204);
		await expect.poll(() => source.isClosed).toBe(true);
	});

	it("shows alarms as messages and as alarms", async () => {
		using source = await open();
		await subscribe(admin, source, { collection: "alarm" });
		await subscribe(admin, source, { collection: "message" });
		const message = {
			name: "ALARM",
			cls: "VM",
			obj_uuid: vmId(0),
			priority: 3,
			timestamp: "20260101T00:00:00Z",
			body: 'value: 0.9\nconfig:\n<variable>\n<name value="cpu_usage"/>\n</variable>',
		};
		const ref = stack.pool.db.create("message", message);
		const uuid = String(stack.pool.db.get("message", ref).uuid);
		const kinds = new Set<string>();
		for (let count = 0; count < 2; count++) {
			const { data } = await source.next("add", ({ id }) => id === uuid);
			kinds.add(data.$subscription);
		}
		expect([...kinds].sort()).toEqual(["alarm", "message"]);
		stack.pool.db.destroy("message", ref);
		await source.next("remove", (data) => data.$subscription === "alarm");
	});

	it("shows the own tasks", async () => {
		const { user, id, rest } = await addReader("tasks@example.org");
		using source = await open(user);
		await subscribe(rest, source, { collection: "task" });
		const { tasks } = stack.server.context;
		await tasks.run({ name: "of another", type: "x" }, async () => 1);
		const mine = await tasks.start(
			{ name: "mine", type: "x", userId: id },
			async (task) => {
				task.setProgress(0.5);
				return 2;
			},
		);
		await mine.ended;
		const added = await source.next("add");
		expect(added.data).toMatchObject({
			id: mine.id,
			status: "pending",
			$subscription: "task",
		});
		await source.next("update", ({ status }) => status === "success");
		await tasks.delete(mine.id);
		await source.next("remove", (data) => data.id === mine.id);
		expect(source.events).toEqual([]);
	});

	it("cuts off a reader that does not read", async () => {
		using slow = await open();
		using quick = await open();
		await subscribe(admin, slow, { collection: "task" });
		const fields = ["id"];
		await subscribe(admin, quick, { collection: "task", fields });
		slow.pause();
		const params = "x".repeat(1_000_000);
		const { tasks } = stack.server.context;
		for (let count = 0; count < 40; count++) {
			await tasks.run({ name: "large", type: "x", params }, async () => 1);
		}
		slow.resume();
		await expect.poll(() => slow.isClosed, { timeout: 10_000 }).toBe(true);
		expect(quick.isClosed).toBe(false);
	});

	it("limits the streams of one user", async () => {
		const { user } = await addReader("many@example.org");
		const sources: EventSource[] = [];
		for (let count = 0; count < 50; count++) sources.push(await open(user));
		await expect(open(user)).rejects.toThrow("status 429");
		sources.pop()?.[Symbol.dispose]();
		const again = async () => {
			sources.push(await open(user));
			return true;
		};
		await expect.poll(() => again().catch(() => false)).toBe(true);
		for (const source of sources) source[Symbol.dispose]();
	});
});
