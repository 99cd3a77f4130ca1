import type { XoSr, XoVm } from "@xo/contract";
import { forAllTests } from "@xo/testing";
import { describe, expect, it } from "vitest";
import { startRestStack } from "./_rest.ts";
import { signInRpc } from "./_rpc-client.ts";

const stack = await forAllTests(startRestStack({ hosts: 2, vms: 12 }));
const rest = stack.admin;
const rpc = await forAllTests(
	signInRpc(stack.server, undefined, "/api/?objects=none"),
);
const { objects } = stack.server.context;
const vm = findVm("Running");
const halted = findVm("Halted");
const hosts = [...objects.ofType("host")];

function findVm(state: string): XoVm {
	const vms = [...objects.ofType("VM")];
	const found = vms.find(({ power_state }) => power_state === state);
	if (found === undefined) throw new Error(`no ${state} VM`);
	return found;
}

describe("statistics", () => {
	it.each([
		["seconds", 5, 119],
		["minutes", 60, 119],
		["hours", 3_600, 167],
		["days", 86_400, 365],
	])("of a VM by %s", async (granularity, interval, points) => {
		const result = await rpc.call("vm.stats", { id: vm.id, granularity });
		expect(result.interval).toBe(interval);
		expect(result.endTimestamp % interval).toBe(0);
		expect(result.stats.memory).toHaveLength(points);
		expect(result.stats.cpus[0]).toHaveLength(points);
		const answer = await rest(
			"GET",
			`/vms/${vm.id}/stats?granularity=${granularity}`,
		);
		expect(answer.status).toBe(200);
		expect(answer.body).toEqual(result);
	});

	it("are by seconds when nothing is said", async () => {
		expect((await rest("GET", `/vms/${vm.id}/stats`)).body.interval).toBe(5);
		const bad = await rest("GET", `/vms/${vm.id}/stats?granularity=weeks`);
		expect(bad.status).toBe(422);
		await expect(
			rpc.call("vm.stats", { id: vm.id, granularity: "weeks" }),
		).rejects.toMatchObject({ code: 10 });
	});

	it("of a VM that does not run end when it stopped", async () => {
		const result = await rpc.call("vm.stats", {
			id: halted.id,
			granularity: "hours",
		});
		expect(result.interval).toBe(3_600);
		expect(result.stats).toBeTypeOf("object");
	});

	it("of a host and of a pool", async () => {
		const [host] = hosts;
		const result = await rpc.call("host.stats", { host: host?.id });
		expect(result.stats).toMatchObject({
			load: expect.any(Array),
			memory: expect.any(Array),
			memoryFree: expect.any(Array),
			pifs: { rx: { eth0: expect.any(Array) } },
		});
		expect(Object.keys(result.stats.cpus)).toHaveLength(
			host?.cpus.cores ?? Number.NaN,
		);
		const answer = await rest("GET", `/hosts/${host?.id}/stats`);
		expect(answer.body).toEqual(result);
		const pool = await rest("GET", `/pools/${host?.$pool}/stats`);
		expect(Object.keys(pool.body).sort()).toEqual(
			hosts.map(({ id }) => id).sort(),
		);
	});

	it("of an SR over its hosts", async () => {
		const { objects } = stack.server.context;
		const sr = [...objects.ofType("SR")].find(
			({ shared, content_type }) => shared && content_type !== "iso",
		) as XoSr;
		const result = await rpc.call("sr.stats", { id: sr.id });
		expect(result.interval).toBe(5);
		expect(result.stats.iops.r.length).toBeGreaterThan(100);
		expect(result.stats.iowait).toHaveLength(result.stats.iops.w.length);
		const answer = await rest("GET", `/srs/${sr.id}/stats`);
		expect(answer.status).toBe(200);
	});

	it("are for those who may view", async () => {
		const user = await stack.addUser();
		const url = `/vms/${vm.id}/stats`;
		expect((await user.rest("GET", url)).status).toBe(404);
		await stack.setRole("add", user.id, vm.id);
		expect((await user.rest("GET", url)).status).toBe(200);
		expect(
			(await user.rest("GET", `/hosts/${vm.$container}/stats`)).status,
		).toBe(404);
		expect((await rest("GET", "/vms/none/stats")).status).toBe(404);
	});

	it("name the host that does not answer", async () => {
		const { db } = stack.pool;
		const master = db.get("pool", db.refs("pool")[0] ?? "").master;
		const dead = hosts.find(({ _xapiRef }) => _xapiRef !== master);
		if (dead === undefined) throw new Error("no member");
		const { objects } = stack.server.context;
		const moved = Promise.withResolvers<void>();
		using _ = objects.onChanges(() => moved.resolve());
		db.update("host", dead._xapiRef, { address: "127.20.250.250" });
		await moved.promise;
		await expect(
			rpc.call("host.stats", { host: dead.id, granularity: "minutes" }),
		).rejects.toMatchObject({
			message: expect.stringContaining(dead.name_label),
			data: { objectId: dead.id },
		});
		const pool = await rpc.call("pool.stats", {
			id: dead.$pool,
			granularity: "minutes",
		});
		expect(pool[dead.id].error.message).toContain("127.20.250.250");
	});
});
