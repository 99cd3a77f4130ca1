import { once } from "node:events";
import { PassThrough, Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { type RunningPool, startTestPool } from "@xo/testing";
import { describe, expect, it } from "vitest";
import type { Xapi, XapiOptions } from "../src/index.ts";
import { connectTo, eventually, startRelay } from "./_util.ts";

async function withPool(
	run: (xapi: Xapi, pool: RunningPool) => Promise<void>,
): Promise<void> {
	await using pool = await startTestPool({ hosts: 3, vms: 12 });
	await using xapi = await connectTo(pool, {
		tls: { allowUnauthorized: true },
	});
	await run(xapi, pool);
}

function runningVm(pool: RunningPool, isElsewhere: boolean) {
	const { master } = pool.db.get("pool", pool.db.refs("pool")[0]!);
	return pool.db
		.refs("VM")
		.map((ref) => ({ ref, ...pool.db.get("VM", ref) }))
		.find((vm: Record<string, unknown>) => {
			const isGuest = !vm.is_control_domain && vm.power_state === "Running";
			return isGuest && (vm.resident_on !== master) === isElsewhere;
		}) as { ref: string; uuid: string; resident_on: string } | undefined;
}

describe("statistics", () => {
	it("of a host and its VMs come from the host itself", () =>
		withPool(async (xapi, pool) => {
			const host = runningVm(pool, true)!.resident_on;
			const updates = await xapi.fetchRrdUpdates({
				host,
				start: Date.now() / 1000 - 300,
				cf: "AVERAGE",
				interval: 5,
				includeHost: true,
			});
			expect(updates.stepSeconds).toBe(5);
			expect(updates.timestamps.length).toBeGreaterThan(50);
			expect(updates.timestamps.toSorted()).toEqual(updates.timestamps);
			const cpu = updates.columns.find(
				({ type, name }) => type === "host" && name === "cpu0",
			);
			expect(cpu?.uuid).toBe(pool.db.get("host", host).uuid);
			expect(cpu?.values.at(-1)).toBeGreaterThanOrEqual(0);
			expect(updates.columns.some(({ type }) => type === "vm")).toBe(true);
		}));

	it("of a VM are fetched from wherever it runs", () =>
		withPool(async (xapi, pool) => {
			const rrd = await xapi.fetchVmRrd(runningVm(pool, true)!.uuid);
			expect(rrd.dataSources.map(({ name }) => name)).toContain("memory");
			expect(rrd.archives.map(({ stepSeconds }) => stepSeconds)).toEqual(
				expect.arrayContaining([5, 60, 3600, 86400]),
			);
		}));

	it("of a host, whole", () =>
		withPool(async (xapi, pool) => {
			const rrd = await xapi.fetchHostRrd(pool.address);
			const memory = rrd.dataSources.findIndex(
				({ name }) => name === "memory_total_kib",
			);
			expect(rrd.archives[0]?.values[memory]?.at(-1)).toBeGreaterThan(0);
		}));

	it("of nothing are an error", () =>
		withPool(async (xapi) => {
			await expect(xapi.fetchVmRrd("no-such-vm")).rejects.toMatchObject({
				code: "HTTP_ERROR",
				params: ["404", "/vm_rrd"],
			});
		}));
});

describe("handlers", () => {
	it("are only asked at members of the pool", () =>
		withPool(async (xapi) => {
			const request = { host: "127.66.66.66", path: "/host_rrd" };
			await expect(xapi.request("GET", request)).rejects.toMatchObject({
				code: "REDIRECT_REFUSED",
				params: ["127.66.66.66"],
			});
			const unknown = { host: "OpaqueRef:x", path: "/host_rrd" };
			await expect(xapi.request("GET", unknown)).rejects.toMatchObject({
				code: "HANDLE_INVALID",
			});
		}));

	it("get a new session when theirs expired", () =>
		withPool(async (xapi, pool) => {
			pool.faults.expireSessions();
			const answer = await xapi.request("GET", { path: "/host_rrd" });
			expect(answer.status).toBe(200);
			answer.body.destroy();
		}));
});

describe("uploads", () => {
	async function withReceiver(
		run: (xapi: Xapi, received: string[]) => Promise<void>,
	): Promise<void> {
		await using pool = await startTestPool({ hosts: 1, http: true });
		const received: string[] = [];
		await using relay = await startRelay(pool, (request, response) => {
			if (request.method !== "PUT") return false;
			const { url, headers } = request;
			if (url?.startsWith("/moved")) {
				const location = url.replace("/moved", "/import_raw_vdi");
				response.writeHead(302, { location }).end();
			} else if (url?.startsWith("/abroad")) {
				const location = "https://127.66.66.66/import_raw_vdi";
				response.writeHead(302, { location }).end();
			} else {
				text(request).then((body) => {
					const length = headers["content-length"];
					received.push(`${url} ${length} ${headers.cookie} ${body}`);
					response.end();
				}, response.destroy);
			}
			return true;
		});
		await using xapi = await connectTo(pool, { url: relay.url });
		await run(xapi, received);
	}
	const query = { vdi: "OpaqueRef:v", none: undefined };

	it("send buffers and streams with their length", () =>
		withReceiver(async (xapi, received) => {
			const path = "/import_raw_vdi";
			await xapi.request("PUT", { path, query, body: Buffer.from("abc") });
			const body = Readable.from([Buffer.from("de"), Buffer.from("fg")]);
			await xapi.request("PUT", { path, query, body, bodyBytes: 4 });
			const line = (rest: string) =>
				expect.stringMatching(
					new RegExp(
						`^/import_raw_vdi\\?vdi=OpaqueRef%3Av ${rest.replace(" ", " session_id=OpaqueRef:\\S+ ")}$`,
					),
				);
			expect(received).toEqual([line("3 abc"), line("4 defg")]);
		}));

	it("follow redirects, but not with a stream, nor out of the pool", () =>
		withReceiver(async (xapi, received) => {
			const body = Buffer.from("abc");
			await xapi.request("PUT", { path: "/moved", query, body });
			expect(received).toEqual([expect.stringMatching(/^\/import_raw_vdi\?/)]);
			const refused = { code: "REDIRECT_REFUSED" };
			await expect(
				xapi.request("PUT", { path: "/abroad", body }),
			).rejects.toMatchObject({ ...refused, params: ["127.66.66.66"] });
			const stream = Readable.from([body]);
			await expect(
				xapi.request("PUT", { path: "/moved", body: stream, bodyBytes: 3 }),
			).rejects.toMatchObject(refused);
		}));
});

describe("uploads of unknown length", () => {
	const END = "the end";
	/** Reads up to the end that the format has, then answers and hangs up. */
	async function withReceiver(
		run: (xapi: Xapi, received: string[]) => Promise<void>,
		limits: XapiOptions["limits"] = {},
	): Promise<void> {
		await using pool = await startTestPool({ hosts: 1, http: true });
		const received: string[] = [];
		await using relay = await startRelay(pool, (request, response) => {
			if (request.method !== "PUT") return false;
			let body = "";
			request.on("data", (chunk) => {
				body += chunk;
				if (!body.endsWith(END)) return;
				received.push(`${request.headers["content-length"]} ${body}`);
				response.end("imported");
			});
			request.on("error", () => received.push("cut"));
			return true;
		});
		await using xapi = await connectTo(pool, { url: relay.url, limits });
		await run(xapi, received);
	}

	it("end with the answer", () =>
		withReceiver(async (xapi, received) => {
			const body = Readable.from([Buffer.from("bytes "), Buffer.from(END)]);
			const answer = await xapi.request("PUT", { path: "/import", body });
			expect(await text(answer.body)).toBe("imported");
			expect(received[0]).toBe(`${2 ** 50} bytes ${END}`);
			await eventually(() => expect(body.destroyed).toBe(true));
			expect(await xapi.call("VM.get_all")).not.toHaveLength(0);
		}));

	it("fail when the answer never comes", () =>
		withReceiver(
			async (xapi, received) => {
				const body = Readable.from([Buffer.from("and then nothing")]);
				await expect(
					xapi.request("PUT", { path: "/import", body }),
				).rejects.toMatchObject({ code: "TIMEOUT", params: ["answer"] });
				await eventually(() => expect(received).toEqual(["cut"]));
			},
			{ callTimeoutMs: 200 },
		));

	it("fail with what they come from, or by their signal", () =>
		withReceiver(async (xapi, received) => {
			const body = new PassThrough();
			body.write("bytes");
			const sending = xapi.request("PUT", { path: "/import", body });
			body.destroy(Object.assign(new Error("disk"), { code: "EIO" }));
			await expect(sending).rejects.toMatchObject({ code: "EIO" });
			const stop = new AbortController();
			const { signal } = stop;
			const endless = new PassThrough();
			endless.write("bytes");
			const stopped = xapi.request("PUT", {
				path: "/import",
				body: endless,
				signal,
			});
			stop.abort();
			await expect(stopped).rejects.toMatchObject({ code: "ABORTED" });
			await eventually(() => expect(endless.destroyed).toBe(true));
			expect(received.filter((line) => line !== "cut")).toEqual([]);
		}));
});

describe("consoles", () => {
	function consoleOf(pool: RunningPool, isElsewhere: boolean) {
		const vm = pool.db.get("VM", runningVm(pool, isElsewhere)!.ref);
		const [console] = vm.consoles as string[];
		return new URL(String(pool.db.get("console", console!).location));
	}

	it("are raw bytes both ways, wherever the VM runs", () =>
		withPool(async (xapi, pool) => {
			for (const isElsewhere of [false, true]) {
				const { host, pathname, searchParams } = consoleOf(pool, isElsewhere);
				const query = Object.fromEntries(searchParams);
				pool.faults.expireSessions();
				const socket = await xapi.openTunnel({ host, path: pathname, query });
				await once(socket, "readable");
				expect(String(socket.read())).toBe("RFB 003.008\n");
				socket.write("RFB 003.003\n");
				await once(socket, "readable");
				expect(socket.read()).toEqual(Buffer.from([0, 0, 0, 1]));
				socket.destroy();
			}
		}));

	it("are closed by a signal", () =>
		withPool(async (xapi, pool) => {
			const { host, pathname, searchParams } = consoleOf(pool, true);
			const query = Object.fromEntries(searchParams);
			const stop = new AbortController();
			const { signal } = stop;
			const options = { host, path: pathname, query, signal };
			const socket = await xapi.openTunnel(options);
			stop.abort();
			await once(socket, "close");
			await expect(xapi.openTunnel(options)).rejects.toMatchObject({
				code: "ABORTED",
			});
		}));

	it("that do not exist are an error", () =>
		withPool(async (xapi) => {
			await expect(
				xapi.openTunnel({ path: "/console", query: { uuid: "no-such" } }),
			).rejects.toMatchObject({ code: "HTTP_ERROR" });
		}));
});
