import { type RunningPool, startTestPool } from "@xo/testing";
import { afterEach, describe, expect, it } from "vitest";
import { connectTo, eventually, Follower, rowsOf } from "./_util.ts";

const CLASSES = ["VM", "VBD", "VDI", "host", "pool", "SR", "Certificate"];

/** A pool of its own and somebody who follows it. */
async function follow(options: { hosts?: number; http?: boolean } = {}) {
	const pool = await startTestPool({ http: true, ...options });
	resources.push(pool);
	const xapi = await connectTo(pool);
	resources.push(xapi);
	const follower = new Follower(xapi, CLASSES);
	await follower.loaded();
	return { pool, xapi, follower };
}

const resources: AsyncDisposable[] = [];
afterEach(async () => {
	for (const resource of resources.splice(0).reverse()) {
		await resource[Symbol.asyncDispose]();
	}
});

async function expectEqual(
	follower: Follower,
	pool: RunningPool,
): Promise<void> {
	await eventually(() => {
		for (const className of CLASSES) {
			expect(follower.records(className)).toEqual(rowsOf(pool, className));
		}
	});
	expect(follower.repeated).toEqual([]);
}

describe("watch", () => {
	it("begins with everything in one batch", async () => {
		const { pool, xapi, follower } = await follow();
		const [batch] = follower.batches;
		expect(batch?.isInitial).toBe(true);
		const keys = batch?.changes.map(({ ref }) => ref) ?? [];
		expect(new Set(keys).size).toBe(keys.length);
		await expectEqual(follower, pool);
		expect(xapi.mirror.records("network").size).toBe(0);
	});

	it("mirrors every class that the pool lists", async () => {
		await using pool = await startTestPool({ hosts: 1, http: true });
		await using xapi = await connectTo(pool);
		const follower = new Follower(xapi);
		await follower.loaded();
		expect([...xapi.mirror.classNames()].length).toBeGreaterThan(50);
		for (const className of [
			"VIF",
			"PIF",
			"network",
			"VM_metrics",
			"message",
		]) {
			const count = pool.db.refs(className).length;
			expect(Object.keys(follower.records(className))).toHaveLength(count);
		}
	});

	it("follows changes, each once, and keeps what did not change", async () => {
		const { pool, xapi, follower } = await follow();
		const [vm = "", other = ""] = pool.db.refs("VM");
		const before = xapi.mirror.find("VM", vm);
		const untouched = xapi.mirror.find("VM", other);
		pool.db.update("VM", vm, { name_label: "new name" });
		await eventually(() =>
			expect(xapi.mirror.find("VM", vm)?.name_label).toBe("new name"),
		);
		expect(follower.batches.at(-1)?.changes).toEqual([
			{ class: "VM", ref: vm },
		]);
		expect(xapi.mirror.find("VM", vm)?.platform).toBe(before?.platform);
		expect(xapi.mirror.find("VM", other)).toBe(untouched);
	});

	it.each<[string, (pool: RunningPool) => unknown]>([
		["expired sessions", ({ faults }) => faults.expireSessions()],
		["dropped connections", ({ faults }) => faults.dropConnections()],
		[
			"lost events",
			({ faults }) => faults.failCalls("event.from", ["EVENTS_LOST"]),
		],
		[
			"a pool that boots",
			({ faults }) => faults.failCalls("*", ["HOST_STILL_BOOTING"], 5),
		],
		[
			"half of a load",
			({ faults }) => {
				faults.expireSessions();
				faults.dropCalls("VDI.get_all_records");
			},
		],
		["a new master", ({ faults }) => faults.killMaster()],
	])("recovers from %s", async (_name, fail) => {
		const { pool, follower } = await follow({ hosts: 2 });
		await fail(pool);
		const [vm = "", gone = ""] = pool.db.refs("VM");
		pool.db.update("VM", vm, { name_label: "changed meanwhile" });
		pool.db.destroy("VM", gone);
		await expectEqual(follower, pool);
		expect(follower.batches.filter(({ isInitial }) => isInitial)).toHaveLength(
			1,
		);
	});

	it("leaves a master that went silent, and comes back to it", async () => {
		await using pool = await startTestPool({ http: true });
		await using xapi = await connectTo(pool, {
			limits: { eventTimeoutSeconds: 0.1, eventGraceMs: 200 },
		});
		const follower = new Follower(xapi, CLASSES);
		await follower.loaded();
		const never = Promise.withResolvers<void>();
		pool.faults.delayCalls("event.from", never.promise);
		await eventually(() =>
			expect(follower.states).toContain("disconnected TIMEOUT"),
		);
		const [vm = ""] = pool.db.refs("VM");
		pool.db.update("VM", vm, { name_label: "changed meanwhile" });
		await expectEqual(follower, pool);
		expect(follower.states.at(-1)).toBe("connected");
		never.resolve();
	});

	it("finds deletions that the events do not tell", async () => {
		const { pool, follower } = await follow();
		const [gone = ""] = pool.db.refs("VDI");
		pool.db.destroy("VDI", gone);
		pool.faults.loseEvents();
		await expectEqual(follower, pool);
	});

	it("follows the master to a member it has never spoken to", async () => {
		const { pool, xapi, follower } = await follow({ hosts: 3, http: false });
		const old = xapi.masterAddress;
		await pool.faults.killMaster();
		await eventually(() => expect(xapi.masterAddress).toBe(pool.address));
		expect(xapi.masterAddress).not.toBe(old);
		await expectEqual(follower, pool);
		expect(follower.states).toContain("connected");
	});

	it("refuses a certificate that changed, and says so", async () => {
		await using pool = await startTestPool({ hosts: 1 });
		await using xapi = await connectTo(pool);
		// Without the class that tells of renewed certificates.
		const follower = new Follower(xapi, ["VM"]);
		await follower.loaded();
		pool.faults.swapCertificate();
		await eventually(() =>
			expect(follower.states).toContain("disconnected CERTIFICATE_CHANGED"),
		);
		expect(xapi.state).not.toBe("connected");
	});
});
