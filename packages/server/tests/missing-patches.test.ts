import { systemClock } from "@xo/std";
import { forAllTests } from "@xo/testing";
import { expect, it } from "vitest";
import { MissingPatches } from "../src/pool/missing-patches.ts";
import { startRestStack } from "./_rest.ts";

const stack = await forAllTests(startRestStack({ hosts: 2, vms: 1 }));

async function idOf(collection: string, at = 0): Promise<string> {
	const { body } = await stack.admin("GET", `/${collection}?fields=id`);
	return body[at].id;
}

it("lists what a host lacks, and a pool each once", async () => {
	const id = await idOf("hosts");
	const ofHost = await stack.admin("GET", `/hosts/${id}/missing_patches`);
	expect(ofHost.status).toBe(200);
	expect(ofHost.body.map(({ name }: { name: string }) => name)).toEqual([
		"xapi-core",
		"sm",
	]);
	const pool = await idOf("pools");
	const ofPool = await stack.admin("GET", `/pools/${pool}/missing_patches`);
	expect(ofPool.body).toEqual(ofHost.body);
});

it("gives up a host whose repositories do not answer, and asks it again", async () => {
	const { objects, pools } = stack.server.context;
	const patches = new MissingPatches({
		pools,
		objects,
		clock: systemClock,
		timeoutMs: 100,
	});
	const { promise, resolve } = Promise.withResolvers<void>();
	stack.pool.faults.delayCalls("host.call_plugin", promise);
	const [host] = [...objects.ofType("host")];
	await expect(patches.ofHost(host!)).rejects.toMatchObject({
		code: "TIMEOUT",
	});
	resolve();
	expect(await patches.ofHost(host!)).not.toEqual([]);
});

it("says so when a host is off, or of another product", async () => {
	const { db } = stack.pool;
	const id = await idOf("hosts", 1);
	const ref = db.findByUuid("host", id) ?? "";
	const { software_version: software, metrics } = db.get("host", ref);
	const ask = () => stack.admin("GET", `/hosts/${id}/missing_patches`);
	db.update("host_metrics", String(metrics), { live: false });
	await expect
		.poll(async () => (await ask()).body.error, { timeout: 10_000 })
		.toBe("host offline");
	db.update("host_metrics", String(metrics), { live: true });
	db.update("host", ref, {
		software_version: {
			...(software as Record<string, string>),
			product_brand: "XenServer",
		},
	});
	await expect
		.poll(async () => (await ask()).status, { timeout: 10_000 })
		.toBe(501);
	expect((await ask()).body.error).toContain("XCP-ng only");
});
