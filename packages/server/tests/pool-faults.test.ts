import { once } from "node:events";
import { connect, createServer } from "node:net";
import type { XoServer } from "@xo/contract";
import { ManualClock } from "@xo/std";
import {
	forAllTests,
	type RunningPool,
	startTestPool,
	startTestServer,
} from "@xo/testing";
import { beforeEach, describe, expect, it } from "vitest";
import { startDaemon } from "./_daemon.ts";
import { signInRpc } from "./_rpc-client.ts";

const server = await forAllTests(startTestServer());
const admin = await forAllTests(signInRpc(server));

beforeEach(async () => {
	for (const { id } of await servers())
		await admin.call("server.remove", { id });
});

function servers(): Promise<XoServer[]> {
	return admin.call("server.getAll");
}

async function only(): Promise<XoServer> {
	const [first] = await servers();
	if (first === undefined) throw new Error("there is no pool connection");
	return first;
}

const eventually = (read: () => Promise<unknown>) =>
	expect.poll(read, { timeout: 15_000, interval: 20 });

function settingsOf(pool: RunningPool) {
	const { username, password, url } = pool;
	return { host: new URL(url).host, username, password };
}

/** The port of nobody. */
async function closedPort(): Promise<number> {
	const listener = createServer().listen(0, "127.0.0.1");
	await once(listener, "listening");
	const { port } = listener.address() as { port: number };
	listener.close();
	await once(listener, "close");
	return port;
}

describe("server.*", () => {
	it("adds, connects, shows, and removes with all objects", async () => {
		await using pool = await startTestPool();
		const id = await admin.call("server.add", {
			...settingsOf(pool),
			label: "lab",
			allowUnauthorized: true,
		});
		expect(id).toEqual(expect.any(String));
		await eventually(only).toMatchObject({
			id,
			host: new URL(pool.url).host,
			label: "lab",
			username: "root",
			allowUnauthorized: true,
			enabled: true,
			readOnly: false,
			status: "connected",
			poolId: expect.any(String),
			master: expect.any(String),
			poolNameLabel: "test pool",
			poolMembersAddresses: expect.arrayContaining([pool.address]),
		});
		expect(await only()).not.toHaveProperty("password");
		expect(await admin.fail("server.enable", { id })).toEqual({
			code: 25,
			message: "incorrect state",
			data: {
				actual: "connected",
				expected: "disconnected",
				object: id,
				property: "status",
			},
		});
		expect(await admin.call("server.disable", { id })).toBe(true);
		expect(await only()).toMatchObject({
			enabled: false,
			status: "disconnected",
		});
		expect(server.context.cache.size).toBe(0);
		expect(await admin.call("server.enable", { id })).toBe(true);
		await admin.until(() => admin.objects.size > 0);
		await admin.call("server.set", { id, label: "renamed" });
		expect(await only()).toMatchObject({
			label: "renamed",
			status: "connected",
		});
		expect(await admin.call("server.remove", { id })).toBe(true);
		await admin.until(() => admin.objects.size === 0);
		expect(await servers()).toEqual([]);
	});

	it("refuses a host that is there, and ids that are not", async () => {
		const settings = { host: "192.0.2.9", username: "root", password: "x" };
		const add = () =>
			admin.fail("server.add", { ...settings, autoConnect: false });
		const added = { ...settings, autoConnect: false };
		const objectId = await admin.call("server.add", added);
		expect(await add()).toEqual({
			code: 16,
			message: `server already exists: 192.0.2.9 has the id ${objectId}; change it with server.set id=${objectId}`,
			data: { objectId, objectType: "server" },
		});
		for (const method of ["enable", "disable", "remove", "set"]) {
			expect(await admin.fail(`server.${method}`, { id: "nope" })).toEqual({
				code: 1,
				message: "no such xenServer nope",
				data: { id: "nope", type: "xenServer" },
			});
		}
		const host = "http://user:secret@192.0.2.1/path";
		expect(await admin.fail("server.add", { ...settings, host })).toMatchObject(
			{
				code: 10,
			},
		);
	});

	it("connects a pool once only", async () => {
		await using pool = await startTestPool();
		const settings = { ...settingsOf(pool), allowUnauthorized: true };
		const first = await admin.call("server.add", settings);
		await eventually(only).toMatchObject({ poolId: expect.any(String) });
		const { poolId } = await only();
		const port = new URL(pool.url).port;
		const member = pool.db
			.refs("host")
			.map((ref) => String(pool.db.get("host", ref).address))
			.find((address) => address !== pool.address);
		const second = await admin.call("server.add", {
			...settings,
			host: `${member}:${port}`,
			autoConnect: false,
		});
		expect(await admin.fail("server.enable", { id: second })).toEqual({
			code: -32000,
			message: "this pool is already connected",
			data: {
				name: "PoolAlreadyConnected",
				message: "this pool is already connected",
				poolId,
				connectedServerId: first,
				connectingServerId: second,
			},
		});
		const listed = (await servers()).find(({ id }) => id === second);
		expect(listed).toMatchObject({
			enabled: true,
			status: "disconnected",
			error: { message: "this pool is already connected" },
		});
		expect(server.context.cache.size).toBeGreaterThan(0);
		await admin.call("server.remove", { id: second });
		expect((await only()).status).toBe("connected");
	});
});

describe("a pool that cannot be reached", () => {
	it("is told of", async () => {
		const port = await closedPort();
		const where = {
			code: "ECONNREFUSED",
			syscall: "connect",
			address: "127.0.0.1",
			port,
			call: {
				method: "session.login_with_password",
				params: "* obfuscated *",
			},
		};
		const id = await admin.call("server.add", {
			host: `127.0.0.1:${port}`,
			username: "root",
			password: "password",
			allowUnauthorized: true,
		});
		await eventually(only).toMatchObject({
			status: "disconnected",
			enabled: true,
			error: where,
		});
		expect(JSON.stringify(await servers())).not.toContain('"password"');
		expect(await admin.fail("server.enable", { id })).toMatchObject({
			code: -32000,
			message: `connect ECONNREFUSED 127.0.0.1:${port}`,
			data: where,
		});
		await admin.call("server.disable", { id });
		expect(await only()).toMatchObject({
			enabled: false,
			error: { code: "ECONNREFUSED" },
		});
	});

	it("is tried again until it is there", async () => {
		await using pool = await startTestPool({ hosts: 1 });
		const port = await closedPort();
		await admin.call("server.add", {
			...settingsOf(pool),
			host: `127.0.0.1:${port}`,
			allowUnauthorized: true,
		});
		await eventually(only).toMatchObject({ error: { code: "ECONNREFUSED" } });
		const way = createServer((socket) => {
			const onward = connect(pool.port, pool.address);
			for (const end of [socket, onward]) end.on("error", () => end.destroy());
			socket.pipe(onward).pipe(socket);
		});
		way.listen(port, "127.0.0.1");
		try {
			await eventually(only).toMatchObject({ status: "connected" });
			expect(await only()).not.toHaveProperty("error");
		} finally {
			way.close();
		}
	});
});

describe("a wrong password", () => {
	it("is told of without being shown, and tried again", async () => {
		await using pool = await startTestPool();
		const password = "wrong canary";
		const id = await admin.call("server.add", {
			...settingsOf(pool),
			password,
			allowUnauthorized: true,
		});
		await eventually(only).toMatchObject({
			status: expect.stringMatching(/^(dis)?connect/),
			error: { code: "SESSION_AUTHENTICATION_FAILED" },
		});
		expect(JSON.stringify(await servers())).not.toContain("canary");
		expect(await admin.fail("server.enable", { id })).toMatchObject({
			code: 8,
			message: "authentication failed",
		});
		await admin.call("server.set", { id, password: pool.password });
		await eventually(only).toMatchObject({ status: "connected" });
		expect(await only()).not.toHaveProperty("error");
		expect(await only()).toMatchObject({ lastConnectedAt: expect.any(Number) });
	});

	it("is not tried again for minutes, but at once when enabled", async () => {
		const clock = new ManualClock(Date.now());
		await using pool = await startTestPool();
		await using daemon = await startDaemon({ clock });
		await using client = await signInRpc(daemon);
		const id = await client.call("server.add", {
			...settingsOf(pool),
			password: "wrong",
			allowUnauthorized: true,
		});
		const refused = {
			status: "disconnected",
			error: { code: "SESSION_AUTHENTICATION_FAILED" },
		};
		const read = () => daemon.context.pools.find(id);
		await expect.poll(read, { timeout: 10_000 }).toMatchObject(refused);
		// Whatever is tried now would succeed.
		await daemon.context.store.poolConnections.update(id, {
			password: pool.password,
		});
		clock.advance(149_999);
		expect(read()).toMatchObject(refused);
		await daemon.context.pools.enable(id);
		expect(read()).toMatchObject({ status: "connected" });
	});
});

describe("certificates", () => {
	it("are refused when unknown, with the fingerprint, before any password", async () => {
		await using pool = await startTestPool();
		const settings = settingsOf(pool);
		expect(await admin.fail("server.add", settings)).toMatchObject({
			code: 10,
			message: expect.stringContaining(pool.fingerprint),
			data: { code: "CERTIFICATE_UNTRUSTED", fingerprint: pool.fingerprint },
		});
		expect(await servers()).toEqual([]);
		expect(pool.db.refs("session")).toEqual([]);
		await admin.call("server.add", {
			...settings,
			fingerprint: pool.fingerprint.toLowerCase(),
		});
		await eventually(only).toMatchObject({ status: "connected" });
	});

	it("are refused when changed, with both fingerprints and no password", async () => {
		await using pool = await startTestPool();
		const before = pool.fingerprint;
		const settings = { ...settingsOf(pool), fingerprint: before };
		const id = await admin.call("server.add", settings);
		await eventually(only).toMatchObject({ poolId: expect.any(String) });
		await admin.call("server.disable", { id });
		const after = pool.faults.swapCertificate();
		pool.faults.expireSessions();
		expect(await admin.fail("server.enable", { id })).toMatchObject({
			message: expect.stringContaining(after),
		});
		const { error } = await only();
		expect(JSON.stringify(error)).toContain(before);
		expect(JSON.stringify(error)).toContain(after);
		expect(pool.db.refs("session")).toEqual([]);
		await admin.call("server.set", { id, fingerprint: after });
		await eventually(only).toMatchObject({ status: "connected" });
	});
});

describe("a pool that is lost", () => {
	it("in the middle of a call ends it with an error", async () => {
		await using pool = await startTestPool();
		await server.connect(pool);
		const [vm] = [...server.context.objects.ofType("VM")].filter(
			({ power_state }) => power_state === "Running",
		);
		pool.faults.dropCalls("VM.pause", 1_000);
		const error = await admin.fail("vm.pause", { id: vm?.id });
		expect(error.code).not.toBe(0);
		expect(error.message).not.toBe("");
		expect(await admin.call("system.getVersion")).toBe("0.1");
	});

	it("answers that it is not connected, and comes back by itself", async () => {
		await using pool = await startTestPool();
		await server.connect(pool);
		pool.faults.expireSessions();
		pool.faults.dropConnections();
		const ref = pool.db.refs("VM")[0] ?? "";
		pool.db.update("VM", ref, { name_label: "changed meanwhile" });
		const { uuid } = pool.db.get("VM", ref);
		await admin.until(
			() =>
				(admin.objects.get(String(uuid)) as { name_label?: string })
					?.name_label === "changed meanwhile",
		);
		await eventually(only).toMatchObject({ status: "connected" });
	});

	it("with its master is found again through a member", async () => {
		await using pool = await startTestPool({ hosts: 3 });
		await server.connect({ ...pool, url: pool.url, password: pool.password });
		const before = await only();
		const next = await pool.faults.killMaster();
		await eventually(only).toMatchObject({
			status: "connected",
			master: String(pool.db.get("host", next).uuid),
		});
		expect((await only()).master).not.toBe(before.master);
		expect(await admin.call("system.getVersion")).toBe("0.1");
	});

	it("is unreachable for calls on its objects once disabled meanwhile", async () => {
		await using pool = await startTestPool();
		const id = await server.connect(pool);
		const [vm] = [...server.context.objects.ofType("VM")];
		const call = admin.fail("vm.start", { id: vm?.id });
		await Promise.all([
			call.catch(() => undefined),
			admin.call("server.disable", { id }),
		]);
		expect(await admin.fail("vm.start", { id: vm?.id })).toMatchObject({
			code: 1,
		});
	});
});
