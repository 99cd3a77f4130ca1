import { readFileSync } from "node:fs";
import path from "node:path";
import {
	DATA_DIR,
	describeWithData,
	forAllTests,
	startTestPool,
} from "@xo/testing";
import { SaxesParser } from "saxes";
import { describe, expect, it } from "vitest";

const pool = await forAllTests(
	startTestPool({ hosts: 2, vms: 20, http: true }),
);

const AUTHORIZATION = `Basic ${Buffer.from("root:password").toString("base64")}`;

function get(
	pathAndQuery: string,
	options: { host?: string; accept?: string } = {},
) {
	const { host = pool.db.refs("host")[0]!, accept = "text/html" } = options;
	const address = String(pool.db.get("host", host).address);
	return fetch(`http://${address}:${pool.port}${pathAndQuery}`, {
		headers: { authorization: AUTHORIZATION, accept },
		redirect: "manual",
	});
}

/** Paths of the elements of a document, each once, in order. */
function elementPaths(xml: string): string[] {
	const paths = new Set<string>();
	const open: string[] = [];
	const parser = new SaxesParser();
	parser.on("opentag", ({ name }) => {
		open.push(name);
		paths.add(open.join("/"));
	});
	parser.on("closetag", () => open.pop());
	parser.write(xml).close();
	return [...paths];
}

function findVm(powerState: string) {
	const ref = pool.db.refs("VM").find((vm) => {
		const record = pool.db.get("VM", vm);
		return (
			record.power_state === powerState &&
			!record.is_a_template &&
			!record.is_control_domain
		);
	})!;
	return pool.db.get("VM", ref);
}

function otherHost(host: string): string {
	return pool.db.refs("host").find((ref) => ref !== host)!;
}

describe("/rrd_updates", () => {
	it("asks for a login and for a start", async () => {
		const anonymous = await fetch(`${pool.url}/rrd_updates?start=0`);
		expect(anonymous.status).toBe(401);
		expect((await get("/rrd_updates")).status).toBe(400);
		expect((await get("/rrd_updates?start=soon")).status).toBe(400);
		expect((await get("/rrd_updates?start=0&cf=constructor")).status).toBe(400);
	});

	it.each([
		["text/html", "", "text/xml"],
		["text/html", "&json=true", "application/json"],
		["application/json", "", "application/json"],
		["*/*", "", "application/json"],
		["text/xml", "&json=true", "text/xml"],
	])("to Accept %s and query %j answers %s", async (accept, query, type) => {
		const response = await get(`/rrd_updates?start=-30&host=true${query}`, {
			accept,
		});
		expect(response.status).toBe(200);
		expect(response.headers.get("content-type")).toBe(type);
		expect(response.headers.get("access-control-allow-origin")).toBe("*");
		const text = await response.text();
		expect(text.startsWith(type === "text/xml" ? "<?xml" : "{")).toBe(true);
	});

	it("tells of the VMs that live on the host that is asked", async () => {
		for (const ref of pool.db.refs("host")) {
			const host = pool.db.get("host", ref);
			const document = (await (
				await get("/rrd_updates?start=-30&json", { host: ref })
			).json()) as { meta: { legend: string[] } };
			const uuids = new Set(
				document.meta.legend.map((entry) => entry.split(":")[2]!),
			);
			const resident = (host.resident_VMs as string[]).map((vm) =>
				String(pool.db.get("VM", vm).uuid),
			);
			expect([...uuids].sort()).toEqual(resident.sort());
		}
	});

	it("narrows to one VM, and adds an SR", async () => {
		const vm = findVm("Running");
		const sr = pool.db.get("SR", pool.db.refs("SR")[0]!);
		const query = `/rrd_updates?start=-30&json&vm_uuid=${vm.uuid}&sr_uuid=${sr.uuid}`;
		const document = (await (
			await get(query, { host: String(vm.resident_on) })
		).json()) as { meta: { legend: string[] } };
		const owners = new Set(
			document.meta.legend.map((entry) =>
				entry.split(":").slice(1, 3).join(":"),
			),
		);
		expect([...owners]).toEqual([`vm:${vm.uuid}`, `sr:${sr.uuid}`]);
	});
});

describe("whole RRDs", () => {
	it.each(["/host_rrd", "/host_rrds"])(
		"gives the host's own at %s",
		async (url) => {
			const document = (await (await get(`${url}?json`)).json()) as {
				version: string;
				rra: unknown[];
			};
			expect(document).toMatchObject({ version: "0003", step: "5" });
			expect(document.rra).toHaveLength(4);
		},
	);

	it("sends who asks the wrong host to the right one", async () => {
		const vm = findVm("Running");
		const url = `/vm_rrd?uuid=${vm.uuid}&json=true`;
		const here = await get(url, { host: String(vm.resident_on) });
		expect(here.status).toBe(200);
		const there = await get(url, { host: otherHost(String(vm.resident_on)) });
		expect(there.status).toBe(302);
		const address = pool.db.get("host", String(vm.resident_on)).address;
		expect(there.headers.get("location")).toBe(
			`http://${address}:${pool.port}${url}`,
		);
	});

	it("serves halted VMs from the master", async () => {
		const url = `/vm_rrd?uuid=${findVm("Halted").uuid}`;
		const master = pool.pool.masterRef();
		expect((await get(url, { host: master })).status).toBe(200);
		expect((await get(url, { host: otherHost(master) })).status).toBe(302);
	});

	it("knows no RRD of what is not there", async () => {
		expect((await get("/vm_rrd")).status).toBe(400);
		expect((await get("/vm_rrd?uuid=nobody")).status).toBe(404);
		expect((await get("/sr_rrd?uuid=nobody")).status).toBe(404);
	});

	it("gives an SR's where it is plugged", async () => {
		const local = pool.db
			.refs("SR")
			.map((ref) => pool.db.get("SR", ref))
			.find((sr) => sr.type === "ext")!;
		const pbd = pool.db.get("PBD", (local.PBDs as string[])[0]!);
		const url = `/sr_rrd?uuid=${local.uuid}&json`;
		expect((await get(url, { host: String(pbd.host) })).status).toBe(200);
		expect((await get(url, { host: otherHost(String(pbd.host)) })).status).toBe(
			404,
		);
	});
});

describeWithData("against real RRDs", () => {
	it("has the elements of one, in their order", async () => {
		const real = readFileSync(
			path.join(DATA_DIR, "data/rrd/nova-vm_rrd.xml"),
			"utf8",
		);
		const vm = findVm("Running");
		const ours = await (
			await get(`/vm_rrd?uuid=${vm.uuid}`, { host: String(vm.resident_on) })
		).text();
		expect(elementPaths(ours)).toEqual(elementPaths(real));
		const names = (xml: string) =>
			[...xml.matchAll(/<name>(.*?)<\/name>/g)].map((match) => match[1]!);
		const known = names(ours);
		for (const name of [
			"cpu0",
			"memory",
			"memory_target",
			"memory_internal_free",
		]) {
			expect(names(real)).toContain(name);
			expect(known).toContain(name);
		}
	});

	it("has the keys of real updates", async () => {
		const real = JSON.parse(
			readFileSync(
				path.join(DATA_DIR, "data/rrd/xo-rrd_updates-2018-step5.json"),
				"utf8",
			),
		);
		const ours = (await (
			await get("/rrd_updates?start=-30&host=true&json")
		).json()) as typeof real;
		expect(Object.keys(ours)).toEqual(Object.keys(real));
		expect(Object.keys(ours.meta)).toEqual(Object.keys(real.meta));
		expect(Object.keys(ours.data[0])).toEqual(Object.keys(real.data[0]));
	});
});
