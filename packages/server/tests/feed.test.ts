import { isDeepStrictEqual } from "node:util";
import {
	forAllTests,
	startActivity,
	startTestPool,
	startTestServer,
} from "@xo/testing";
import { describe, expect, it } from "vitest";
import { addUser, type RpcClient, signInRpc } from "./_rpc-client.ts";

const pool = await forAllTests(startTestPool({ hosts: 2, vms: 20 }));
const server = await forAllTests(startTestServer());
await server.connect(pool);
const admin = await forAllTests(signInRpc(server));

type Named = { readonly name_label?: string };

function nameOf(client: RpcClient, id: string): string | undefined {
	return (client.objects.get(id) as Named | undefined)?.name_label;
}

/** Names all VMs anew; gives the id and name of the last. */
function renameAll(prefix: string): { id: string; name: string } {
	let last = { id: "", name: "" };
	for (const { id } of server.context.objects.ofType("VM")) {
		const ref = pool.db.findByUuid("VM", id) ?? "";
		const name = `${prefix} ${id}`;
		pool.db.update("VM", ref, { name_label: name });
		last = { id, name };
	}
	return last;
}

/** What the daemon has, as a client should have it. */
function truth(): Map<string, unknown> {
	const objects = [...server.context.objects.all()];
	return new Map(
		objects.map((object) => [object.id, JSON.parse(JSON.stringify(object))]),
	);
}

describe("all notifications", () => {
	it("bring a reader who had stopped to the true state, delaying nobody", async () => {
		await using slow = await signInRpc(server);
		await slow.loadAll();
		const bytes = { slow: 0, steady: 0 };
		admin.socket.on("message", (data) => {
			bytes.steady += String(data).length;
		});
		slow.socket.on("message", (data) => {
			bytes.slow += String(data).length;
		});
		slow.socket.pause();
		const pad = "x".repeat(10_000);
		let last = { id: "", name: "" };
		for (let turn = 0; turn < 120; turn++) {
			last = renameAll(`${turn} ${pad}`);
			await admin.until(() => nameOf(admin, last.id) === last.name);
		}
		const [connection] = server.context.connections
			.signedIn()
			.filter(({ isBehind }) => isBehind);
		expect(connection).toBeDefined();
		slow.socket.resume();
		await slow.until(() => nameOf(slow, last.id) === last.name);
		await expect
			.poll(() => isDeepStrictEqual(slow.objects, truth()), { timeout: 10_000 })
			.toBe(true);
		expect(bytes.slow).toBeLessThan(bytes.steady / 2);
		expect(connection?.isBehind).toBe(false);
		const next = renameAll("short");
		await slow.until(() => nameOf(slow, next.id) === next.name);
	}, 60_000);

	it("fit with answers in pieces while everything changes", async () => {
		await using client = await signInRpc(server);
		const activity = startActivity([pool.pool], { changesPerSecond: 500 });
		try {
			for (let turn = 0; turn < 20; turn++) {
				// The second one waits for the first; changes come between.
				await Promise.all([client.loadAll(), client.loadAll()]);
				renameAll(`turn ${turn}`);
			}
		} finally {
			activity[Symbol.dispose]();
		}
		const last = renameAll("settled");
		await client.until(() => nameOf(client, last.id) === last.name);
		await expect
			.poll(() => isDeepStrictEqual(client.objects, truth()), {
				timeout: 10_000,
			})
			.toBe(true);
	}, 60_000);

	it("follow what is given to a user and taken away", async () => {
		const account = await addUser(server, "follower@example.org");
		await using user = await signInRpc(server, account);
		const [vm] = [...server.context.objects.ofType("VM")];
		const [host] = [...server.context.objects.ofType("host")];
		const entry = { subject: account.id, object: vm?.id, action: "viewer" };
		const isShown = (id: string | undefined) => user.objects.has(String(id));

		await admin.call("acl.add", entry);
		await user.until(() => isShown(vm?.id));
		expect(isShown(host?.id)).toBe(false);
		await admin.call("acl.remove", entry);
		await user.until(() => user.objects.size === 0);

		const group = await admin.call("group.create", { name: "followers" });
		await admin.call("acl.add", {
			subject: group,
			object: host?.$pool,
			action: "viewer",
		});
		const member = { id: group, userId: account.id };
		await admin.call("group.addUser", member);
		await user.until(() => isShown(host?.id) && isShown(vm?.id));
		const last = renameAll("for the group");
		await user.until(() => nameOf(user, last.id) === last.name);
		await admin.call("group.removeUser", member);
		await user.until(() => user.objects.size === 0);
		await admin.call("group.addUser", member);
		await user.until(() => isShown(vm?.id));
		await admin.call("group.delete", { id: group });
		await user.until(() => user.objects.size === 0);
	});

	it("follow who becomes an administrator, and who no longer is", async () => {
		const account = await addUser(server, "promoted@example.org");
		await using user = await signInRpc(server, account);
		await admin.call("user.set", { id: account.id, permission: "admin" });
		await user.until(() => user.objects.size === server.context.cache.size);
		await expect
			.poll(() => isDeepStrictEqual(user.objects, truth()), { timeout: 10_000 })
			.toBe(true);
		await admin.call("user.set", { id: account.id, permission: "none" });
		await user.until(() => user.objects.size === 0);
		renameAll("hidden");
		await admin.call("acl.get");
		expect(user.objects.size).toBe(0);
	});

	it("lose no change that comes with a change of rights", async () => {
		const account = await addUser(server, "racer@example.org");
		await using user = await signInRpc(server, account);
		const entry = { subject: account.id, action: "viewer" };
		const vms = [...server.context.objects.ofType("VM")];
		await admin.call("acl.add", { ...entry, object: vms[0]?.id });
		for (let turn = 1; turn < 10; turn++) {
			renameAll(`racing ${turn}`);
			await admin.call("acl.add", { ...entry, object: vms[turn]?.id });
		}
		const last = renameAll("raced");
		await admin.until(() => nameOf(admin, last.id) === last.name);
		for (const vm of vms.slice(0, 10)) {
			await user.until(() => nameOf(user, vm.id) === `raced ${vm.id}`);
		}
	});

	it("are not sent to who asked for none, nor before sign-in", async () => {
		await using queries = await signInRpc(
			server,
			undefined,
			"/api/?objects=none",
		);
		const last = renameAll("unseen");
		await admin.until(() => nameOf(admin, last.id) === last.name);
		await queries.call("system.getVersion");
		expect(queries.notifications).toEqual([]);
	});

	it("stop with signing out", async () => {
		await using client = await signInRpc(server);
		await client.call("session.signOut");
		const count = client.notifications.length;
		const last = renameAll("after sign-out");
		await admin.until(() => nameOf(admin, last.id) === last.name);
		await client.call("system.getVersion");
		expect(client.notifications).toHaveLength(count);
	});

	it("show a user the objects of a pool that connects later", async () => {
		const account = await addUser(server, "early@example.org");
		await using user = await signInRpc(server, account);
		await using other = await startTestPool({ hosts: 3, vms: 12 });
		const poolRef = other.db.refs("pool")[0] ?? "";
		const object = "6c1a4a50-0000-4000-8000-000000000001";
		other.db.update("pool", poolRef, { uuid: object });
		await admin.call("acl.add", {
			subject: account.id,
			object,
			action: "viewer",
		});
		await server.connect(other);
		const visible = await user.call("xo.getAllObjects");
		expect(Object.keys(visible).length).toBeGreaterThan(12);
		await user.until(() => user.objects.size === Object.keys(visible).length);
	});
});
