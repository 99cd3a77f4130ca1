import { inspect } from "node:util";
import { type RunningPool, startTestPool } from "@xo/testing";
import { describe, expect, it } from "vitest";
import type { Xapi } from "../src/index.ts";
import { connectTo, Follower, rowsOf, startRelay } from "./_util.ts";

async function withPool(
	run: (xapi: Xapi, pool: RunningPool) => Promise<void>,
): Promise<void> {
	await using pool = await startTestPool({ hosts: 2, http: true });
	await using xapi = await connectTo(pool);
	await run(xapi, pool);
}

const fails = (code: string, ...params: string[]) =>
	expect.objectContaining({ code, ...(params.length > 0 && { params }) });

describe("calls", () => {
	it("give values in their JSON forms", () =>
		withPool(async (xapi, pool) => {
			const records = await xapi.call("VM.get_all_records");
			expect(records).toEqual(rowsOf(pool, "VM"));
			const [ref = ""] = Object.keys(records);
			const maximum = await xapi.call("VM.get_memory_static_max", ref);
			expect(maximum).toBe(pool.db.get("VM", ref).memory_static_max);
			await xapi.call("VM.set_name_label", ref, "ü\u{1F600}<&>");
			expect(pool.db.get("VM", ref).name_label).toBe("ü\u{1F600}<&>");
		}));

	it("are given up by a signal or after a time, each by itself", () =>
		withPool(async (xapi) => {
			const { token } = (await xapi.call("event.from", ["vm"], "", 0)) as {
				token: string;
			};
			const wait = (limits: Parameters<Xapi["callWith"]>[2]) =>
				xapi.callWith("event.from", [["vm"], token, 30], limits);
			const abort = new AbortController();
			const waiting = wait({ signal: abort.signal });
			await expect(wait({ timeoutMs: 50 })).rejects.toEqual(fails("TIMEOUT"));
			abort.abort(new Error("enough"));
			await expect(waiting).rejects.toEqual(fails("ABORTED"));
			expect(await xapi.call("VM.get_all")).not.toHaveLength(0);
		}));

	it("fail with XAPI's code, parameters and the call", () =>
		withPool(async (xapi) => {
			const error = await xapi
				.call("VM.get_record", "OpaqueRef:x")
				.catch((e) => e);
			expect(error).toEqual(fails("HANDLE_INVALID", "VM", "OpaqueRef:x"));
			expect(error.call).toEqual({
				method: "VM.get_record",
				durationMs: expect.any(Number),
			});
		}));

	it("renew an expired session, all with one sign-in", () =>
		withPool(async (xapi, pool) => {
			pool.faults.expireSessions();
			const pools = Array.from({ length: 20 }, () => xapi.call("pool.get_all"));
			expect(await Promise.all(pools)).toHaveLength(20);
			expect(pool.db.refs("session").length).toBeLessThanOrEqual(1);
		}));

	it("never tell the session", () =>
		withPool(async (xapi, pool) => {
			await xapi.call("pool.get_all");
			const [session = ""] = pool.db.refs("session");
			const echo = ["INTERNAL_ERROR", `session ${session} is odd`];
			pool.faults.failCalls("pool.get_all", echo);
			const error = await xapi.call("pool.get_all").catch((e) => e);
			expect(error).toEqual(fails("INTERNAL_ERROR", "session *** is odd"));
			expect(inspect(error, { depth: 9 })).not.toContain(session);
		}));

	it("wait for a host that boots", () =>
		withPool(async (xapi, pool) => {
			pool.faults.failCalls("VM.set_name_label", ["HOST_STILL_BOOTING"], 2);
			const [ref = ""] = pool.db.refs("VM");
			await xapi.call("VM.set_name_label", ref, "patient");
			expect(pool.db.get("VM", ref).name_label).toBe("patient");
		}));

	it("are repeated after a lost connection when they only read", () =>
		withPool(async (xapi, pool) => {
			pool.faults.dropCalls("VM.get_all");
			expect(await xapi.call("VM.get_all")).toEqual(pool.db.refs("VM"));
			const [ref = ""] = pool.db.refs("VM");
			pool.faults.dropCalls("VM.set_name_label");
			await expect(xapi.call("VM.set_name_label", ref, "x")).rejects.toEqual(
				fails("ECONNRESET"),
			);
		}));

	it("end with the connection", () =>
		withPool(async (xapi, pool) => {
			const never = Promise.withResolvers<void>();
			pool.faults.delayCalls("pool.get_all", never.promise);
			const pending = expect(xapi.call("pool.get_all")).rejects.toEqual(
				fails("CLOSED"),
			);
			await xapi[Symbol.asyncDispose]();
			await pending;
			never.resolve();
		}));
});

describe("XML-RPC", () => {
	it("is spoken with old hosts, and gives the same", async () => {
		await using pool = await startTestPool({ hosts: 1, http: true });
		await using old = await startRelay(pool, (request, response) => {
			if (request.url !== "/jsonrpc") return false;
			response.writeHead(404).end("no such thing");
			return true;
		});
		await using xapi = await connectTo(pool, { url: old.url });
		const follower = new Follower(xapi, ["VM", "VDI", "host", "pool", "SR"]);
		await follower.loaded();
		for (const className of ["VM", "VDI", "host", "SR"]) {
			expect(follower.records(className)).toEqual(rowsOf(pool, className));
		}
		const [ref = ""] = pool.db.refs("VM");
		await expect(xapi.call("VM.get_VCPUs_max", ref)).resolves.toBe(
			pool.db.get("VM", ref).VCPUs_max,
		);
		await expect(xapi.call("VM.get_record", "OpaqueRef:x")).rejects.toEqual(
			fails("HANDLE_INVALID", "VM", "OpaqueRef:x"),
		);
	});
});
