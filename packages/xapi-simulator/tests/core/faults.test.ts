import { createDeferred } from "@xo/std";
import { describe, expect, it } from "vitest";
import { send, signIn, startTestPool } from "./_pool.ts";

describe("faults", () => {
	it("fail calls as often as asked", async () => {
		await using pool = await startTestPool();
		const { ask, call } = await signIn(pool);
		pool.faults.failCalls("VM.get_all", ["SR_FULL", "1", "2"], 2);
		expect(await call("host.get_all")).toHaveLength(2);
		const full = { error: ["SR_FULL", "1", "2"] };
		expect(await ask("VM.get_all")).toEqual(full);
		expect(await ask("VM.get_all")).toEqual(full);
		expect(await call("VM.get_all")).toHaveLength(2);
	});

	it("drop a call, and all connections", async () => {
		await using pool = await startTestPool();
		const { call } = await signIn(pool);
		pool.faults.dropCalls("*");
		await expect(call("VM.get_all")).rejects.toThrow();
		const { token } = await call("event.from", ["*"], "", 0);
		const waiting = call("event.from", ["*"], token, 60);
		await call("VM.get_all");
		pool.faults.dropConnections();
		await expect(waiting).rejects.toThrow();
		expect(await call("VM.get_all")).toHaveLength(2);
	});

	it("delay a call", async () => {
		await using pool = await startTestPool();
		const { call } = await signIn(pool);
		const { promise, resolve } = createDeferred();
		pool.faults.delayCalls("VM.get_all", promise);
		let isDone = false;
		const delayed = call("VM.get_all").finally(() => {
			isDone = true;
		});
		await call("host.get_all");
		expect(isDone).toBe(false);
		resolve();
		expect(await delayed).toHaveLength(2);
	});

	it("lose deletions, which only the counts show", async () => {
		await using pool = await startTestPool();
		const { call } = await signIn(pool);
		const { token } = await call("event.from", ["vm"], "", 0);
		pool.db.destroy("VM", pool.db.refs("VM")[0]!);
		pool.faults.loseEvents();
		const batch = await call("event.from", ["vm"], token, 0);
		expect(batch.events).toEqual([]);
		expect(batch.valid_ref_counts.vm).toBe(1);
	});

	it("expire sessions", async () => {
		await using pool = await startTestPool();
		const { ask, session } = await signIn(pool);
		pool.faults.expireSessions();
		expect((await ask("VM.get_all")).error).toEqual([
			"SESSION_INVALID",
			session,
		]);
	});

	it("replace the master", async () => {
		await using pool = await startTestPool();
		await signIn(pool);
		const { url } = pool;
		const successor = await pool.faults.killMaster();
		expect(pool.pool.masterRef()).toBe(successor);
		expect(pool.url).not.toBe(url);
		await expect(send(url, "system.isAlive", ["x"])).rejects.toThrow();
		const { call } = await signIn(pool);
		expect(await call("pool.get_master", pool.pool.poolRef())).toBe(successor);
	});

	it("let a killed master come back as a member", async () => {
		await using pool = await startTestPool();
		const { db } = pool;
		const old = pool.pool.masterRef();
		const metrics = db.create("host_metrics", { live: true });
		db.update("host", old, { metrics });
		const [vm] = db.refs("VM");
		db.update("VM", vm!, { power_state: "Running", resident_on: old });
		const { url } = pool;
		await expect(pool.faults.reviveHost(old)).rejects.toThrow("not stopped");
		await pool.faults.killMaster();
		expect(db.get("host_metrics", metrics).live).toBe(false);

		const { ask, call } = await signIn(pool);
		const offline = ["HOST_OFFLINE", old];
		expect((await ask("VM.pause", vm)).error).toEqual(offline);
		expect((await ask("host.get_servertime", old)).error).toEqual(offline);

		await pool.faults.reviveHost(old);
		expect(db.get("host_metrics", metrics).live).toBe(true);
		await call("host.get_servertime", old);
		const login = await send(url, "session.login_with_password", ["root", "x"]);
		expect(login.error).toEqual(["HOST_IS_SLAVE", pool.address]);
	});

	it("swap the certificate", async () => {
		await using pool = await startTestPool({ http: false });
		const old = pool.fingerprint;
		expect(pool.faults.swapCertificate()).toBe(pool.fingerprint);
		expect(pool.fingerprint).not.toBe(old);
	});
});
