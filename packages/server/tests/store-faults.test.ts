import { execFile } from "node:child_process";
import { promisify } from "node:util";
import {
	forAllTests,
	startPostgres,
	startTestPool,
	startTestServer,
} from "@xo/testing";
import { describe, expect, it } from "vitest";
import { addUser, signInRpc } from "./_rpc-client.ts";

const run = promisify(execFile);

const postgres = await forAllTests(startPostgres());
const pool = await forAllTests(startTestPool());
const url = await postgres.createDatabase();
const server = await forAllTests(
	startTestServer({ config: { database: { url } } }),
);
await server.connect(pool);
const admin = await forAllTests(signInRpc(server));
const user = await forAllTests(
	signInRpc(server, await addUser(server, "user@example.org")),
);

async function setReadOnly(value: "on" | "off"): Promise<void> {
	const change = `ALTER SYSTEM SET default_transaction_read_only = ${value}`;
	await run("psql", [
		...["-h", postgres.folder, "-U", "postgres", "-c", change],
		...["-c", "SELECT pg_reload_conf()"],
	]);
}

/** Stops and starts a VM, which must work whatever the database does. */
async function expectPowerGoesOn(): Promise<void> {
	const vm = [...server.context.objects.ofType("VM")][0];
	if (vm === undefined) throw new Error("no VM");
	const stateOf = () => {
		const found = server.context.objects.find(vm.id);
		return found?.type === "VM" ? found.power_state : undefined;
	};
	if (stateOf() === "Running") {
		await admin.call("vm.stop", { id: vm.id, force: true });
		await expect.poll(stateOf).toBe("Halted");
	}
	await admin.call("vm.start", { id: vm.id });
	await expect.poll(stateOf).toBe("Running");
	const action = `/rest/v0/vms/${vm.id}/actions/hard_shutdown?sync=true`;
	const answer = await server.fetch(action, { method: "POST" });
	expect(answer.status).toBe(204);
	const tasks = await server.fetch("/rest/v0/tasks?fields=status,properties");
	expect(await tasks.json()).toContainEqual(
		expect.objectContaining({
			status: "success",
			properties: expect.objectContaining({ objectId: vm.id }),
		}),
	);
}

/** Of the tasks that REST left, those that the database has. */
async function savedActions(): Promise<number> {
	const rows = await server.context.store.tasks.list({ limit: 1_000 });
	return rows.filter(
		({ status, objectId }) => status === "success" && objectId !== undefined,
	).length;
}

async function expectReadsGoOn(): Promise<void> {
	const filter = { type: "VM" };
	const vms = await admin.call("xo.getAllObjects", { filter });
	expect(Object.keys(vms).length).toBeGreaterThan(0);
	expect(await admin.call("user.getAll")).toHaveLength(2);
	expect(await admin.call("server.getAll")).toMatchObject([
		{ status: "connected" },
	]);
	const ref = pool.db.refs("VM")[0] ?? "";
	const name_label = `changed ${pool.db.generation}`;
	pool.db.update("VM", ref, { name_label });
	await admin.until(() =>
		JSON.stringify([...admin.objects]).includes(name_label),
	);
	await using again = await signInRpc(server);
	expect(await again.call("system.getVersion")).toBe("0.1");
}

describe("a database that", () => {
	it("turns read-only refuses writes, while reads go on", async () => {
		await setReadOnly("on");
		await expect
			.poll(() =>
				admin.call("group.create", { name: `g${Math.random()}` }).then(
					() => "written",
					(error: { wire: unknown }) => error.wire,
				),
			)
			.toEqual({
				code: 28,
				message: expect.stringContaining("the database cannot be written"),
				data: { serviceName: "database", code: "read-only" },
			});
		const own = await user.call("session.getUser");
		const change = { id: own.id, preferences: {} };
		expect(await user.fail("user.set", change)).toMatchObject({ code: 28 });
		await expectReadsGoOn();
		await expectPowerGoesOn();
		await setReadOnly("off");
		await expect
			.poll(() => admin.call("tag.set", { id: "t" }).catch(() => false))
			.toBe(true);
	});

	it("goes away refuses writes, while reads go on, and may come back", async () => {
		await postgres.stop();
		expect(await admin.fail("group.create", { name: "x" })).toMatchObject({
			code: 28,
			data: { serviceName: "database", code: "unreachable" },
		});
		await expectReadsGoOn();
		await expectPowerGoesOn();
		await postgres.start();
		await expect
			.poll(() => admin.call("tag.set", { id: "t" }).catch(() => false))
			.toBe(true);
		// One while it was read-only, one while it was gone.
		await expect.poll(savedActions, { timeout: 15_000 }).toBe(2);
	});
});
