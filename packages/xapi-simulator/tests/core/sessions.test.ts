import { ManualClock } from "@xo/std";
import { describe, expect, it } from "vitest";
import type { SimulatedPool } from "../../src/core/simulated-pool.ts";
import type { RunningPool } from "../../src/index.ts";
import { send, signIn, startTestPool } from "./_pool.ts";

const DAY_MS = 86_400_000;
const SUBJECTS = [
	{ name: "olga", password: "o", roles: ["vm-operator"] },
	{ name: "rita", password: "r", roles: ["read-only"] },
	{ name: "vera", password: "v", roles: ["vm-admin"] },
	{ name: "nobody", password: "n", roles: [] },
];

describe("sign-in", () => {
	it("refuses a wrong password and a subject without a role", async () => {
		await using pool = await startTestPool({ subjects: SUBJECTS });
		const login = (name: string, password: string) =>
			send(pool.url, "session.login_with_password", [name, password]);
		expect((await login("root", "wrong")).error?.slice(0, 2)).toEqual([
			"SESSION_AUTHENTICATION_FAILED",
			"root",
		]);
		expect((await login("nobody", "n")).error?.slice(0, 2)).toEqual([
			"RBAC_PERMISSION_DENIED",
			"session.login_with_password",
		]);
	});

	it("lets five seconds pass after a wrong password", async () => {
		const clock = new ManualClock();
		await using pool = await startTestPool({ clock, timeScale: 1 });
		let isDone = false;
		const answer = send(pool.url, "session.login_with_password", [
			"root",
			"wrong",
		]).finally(() => {
			isDone = true;
		});
		await send(pool.url, "system.isAlive", ["x"]);
		expect(isDone).toBe(false);
		const advance = setInterval(() => clock.advance(5000), 5);
		const { error } = await answer.finally(() => clearInterval(advance));
		expect(error?.[0]).toBe("SESSION_AUTHENTICATION_FAILED");
		expect(clock.now()).toBeGreaterThanOrEqual(5000);
	});

	it("describes the session", async () => {
		await using pool = await startTestPool();
		const { call, session } = await signIn(pool);
		expect(await call("session.get_record", session)).toMatchObject({
			auth_user_name: "root",
			is_local_superuser: true,
			this_host: pool.pool.masterRef(),
			pool: false,
			rbac_permissions: [],
		});
	});
});

describe("the end of a session", () => {
	it("comes with logout, and wakes those who wait for events", async () => {
		await using pool = await startTestPool();
		const { call, ask, session } = await signIn(pool);
		const { token } = await call("event.from", ["*"], "", 0);
		const waiting = ask("event.from", ["*"], token, 60);
		await call("VM.get_all");
		await call("session.logout");
		const gone = ["SESSION_INVALID", session];
		expect((await waiting).error).toEqual(gone);
		expect((await ask("VM.get_all")).error).toEqual(gone);
	});

	it("comes after a day without use", async () => {
		const clock = new ManualClock(DAY_MS);
		await using pool = await startTestPool({ clock });
		const idle = await signIn(pool);
		const used = await signIn(pool);
		clock.advance(DAY_MS / 2);
		await used.call("VM.get_all");
		clock.advance(DAY_MS / 2 + 60_000);
		expect((await idle.ask("VM.get_all")).error?.[0]).toBe("SESSION_INVALID");
		expect((await used.ask("VM.get_all")).error).toBeUndefined();
	});
});

describe("roles", () => {
	it("decide per message, and per key of some maps", async () => {
		await using pool = await startTestPool({ subjects: SUBJECTS });
		const [vm] = pool.db.refs("VM");
		const rita = await signIn(pool, ["rita", "r"]);
		const granted = pool.db.get("session", rita.session).rbac_permissions;
		expect(granted).toContain("vm.get_all");
		expect(granted).not.toContain("vm.start");
		expect(await rita.call("VM.get_all")).toHaveLength(2);
		expect((await rita.ask("VM.set_name_label", vm, "x")).error).toEqual([
			"RBAC_PERMISSION_DENIED",
			"vm.set_name_label",
			"No permission in user session. (Roles with this permission: pool-admin, pool-operator, vm-power-admin, vm-admin)",
		]);
		const olga = await signIn(pool, ["olga", "o"]);
		const network = pool.db.create("network", {});
		const method = "network.add_to_other_config";
		await olga.call(method, network, "folder", "/f");
		const denied = await olga.ask(method, network, "other", "x");
		expect(denied.error?.slice(0, 2)).toEqual([
			"RBAC_PERMISSION_DENIED",
			"network.add_to_other_config",
		]);
		expect((await olga.ask("secret.get_all")).error?.[0]).toBe(
			"RBAC_PERMISSION_DENIED",
		);
	});

	it("guard keys of a whole map that is set", async () => {
		await using pool = await startTestPool({ subjects: SUBJECTS });
		const [vm] = pool.db.refs("VM");
		const { ask, call } = await signIn(pool, ["vera", "v"]);
		const set = (map: object) => ask("VM.set_other_config", vm, map);
		await call("VM.set_other_config", vm, { folder: "/y", mine: "1" });
		const denied = [
			"RBAC_PERMISSION_DENIED",
			"vm.set_other_config/key:pci",
			"No permission in user session. (Roles with this permission: pool-admin)",
		];
		expect((await set({ pci: "0/0000:00:1f.2" })).error).toEqual(denied);
		pool.db.update("VM", vm!, { other_config: { pci: "0/0000:00:1f.2" } });
		expect((await set({ pci: "0/0000:00:1f.2", a: "b" })).error).toBe(
			undefined,
		);
		expect((await set({})).error).toEqual(denied);
	});

	it("are records, made of permissions that are records too", async () => {
		await using pool = await startTestPool({ subjects: SUBJECTS });
		const { ask, call } = await signIn(pool);
		const all = await call("role.get_all_records");
		const [admin] = await call("role.get_by_name_label", "pool-admin");
		const [reader] = await call("role.get_by_name_label", "read-only");
		const [start] = await call("role.get_by_name_label", "vm.start");
		expect(admin).toBe("OpaqueRef:0165f154-ba3e-034e-6b27-5d271af109ba");
		expect(await call("role.get_record", start)).toEqual(all[start]);
		expect(all[start]).toMatchObject({ name_label: "vm.start", subroles: [] });
		expect(all[admin].subroles).toContain(start);
		expect(all[reader].subroles).not.toContain(start);
		for (const name of ["http/put_import", "vm.add_to_other_config/key:folder"])
			expect(await call("role.get_permissions_name_label", admin)).toContain(
				name,
			);
		const holders = await call("role.get_by_permission_name_label", "vm.start");
		expect(holders.map((ref: string) => all[ref].name_label)).toEqual([
			"pool-admin",
			"pool-operator",
			"vm-power-admin",
			"vm-admin",
			"vm-operator",
			"vm.start",
		]);
		expect((await ask("role.get_record", "OpaqueRef:x")).error).toEqual([
			"HANDLE_INVALID",
			"role",
			"OpaqueRef:x",
		]);
		const batch = await call("event.from", ["*"], "", 0);
		expect(batch.valid_ref_counts.role).toBe(0);
		const [subject] = await call("subject.get_all");
		await call("subject.add_to_roles", subject, reader);
		expect(await call("subject.get_permissions_name_label", subject)).toContain(
			"vm.get_record",
		);
	});

	it("keep the tasks of others out of reach", async () => {
		await using pool = await startTestPool({ subjects: SUBJECTS });
		const root = await signIn(pool);
		const olga = await signIn(pool, ["olga", "o"]);
		const own = await olga.call("task.create", "own", "");
		const others = await root.call("task.create", "other", "");
		await olga.call("task.cancel", own);
		expect((await olga.ask("task.cancel", others)).error?.slice(0, 2)).toEqual([
			"RBAC_PERMISSION_DENIED",
			"task.destroy/any",
		]);
	});
});

/** The address of a host that is not the master. */
function memberUrl(pool: RunningPool): string {
	const member = pool.db
		.refs("host")
		.find((host) => host !== pool.pool.masterRef())!;
	return `http://${String(pool.db.get("host", member).address)}:${pool.port}`;
}

describe("members of the pool", () => {
	it("send callers to the master", async () => {
		await using pool = await startTestPool();
		const { session } = await signIn(pool);
		const url = memberUrl(pool);
		expect(url).not.toBe(pool.url);
		const isSlave = ["HOST_IS_SLAVE", pool.address];
		const login = ["session.login_with_password", ["root", "wrong"]] as const;
		expect((await send(url, ...login)).error).toEqual(isSlave);
		expect((await send(url, "VM.get_all", [session])).error).toEqual(isSlave);
		expect((await send(url, "VM.get_all", ["x"])).error).toEqual([
			"SESSION_INVALID",
			"x",
		]);
	});

	it("tell the master's fingerprint to those who ask", async () => {
		await using pool = await startTestPool();
		const response = await fetch(`${memberUrl(pool)}/jsonrpc`, {
			method: "POST",
			headers: {
				"x-xenapi-request-host-certificate-thumbprint": "sha-256:master",
			},
			body: JSON.stringify({
				id: 1,
				method: "session.login_with_password",
				params: ["root", "password"],
			}),
		});
		expect(await response.json()).toMatchObject({
			error: ["HOST_IS_SLAVE", pool.address],
		});
		const header = "x-xenapi-response-host-certificate-thumbprint";
		expect(response.headers.get(header)).toBe(pool.fingerprint);
	});

	it("let root in locally, for emergency calls only", async () => {
		await using pool = await startTestPool();
		const url = memberUrl(pool);
		const login = "session.slave_local_login_with_password";
		const { result: session } = await send(url, login, ["root", "password"]);
		const master = pool.pool.masterRef();
		const isSlave = await send(url, "pool.is_slave", [session, master]);
		expect(isSlave.error?.[0]).not.toBe("HOST_IS_SLAVE");
		await send(url, "session.local_logout", [session]);
		const gone = await send(url, "pool.is_slave", [session, master]);
		expect(gone.error).toEqual(["SESSION_INVALID", session]);
	});
});

describe("sessions of hosts", () => {
	it("need the pool's secret", async () => {
		await using pool = await startTestPool();
		const host = pool.pool.masterRef();
		const wrong = await send(pool.url, "session.slave_login", [host, "x"]);
		expect(wrong.error?.[0]).toBe("SESSION_AUTHENTICATION_FAILED");
		const { secret } = pool.pool as SimulatedPool;
		const params = [host, secret];
		const { result } = await send(pool.url, "session.slave_login", params);
		const record = pool.db.get("session", String(result));
		expect(record).toMatchObject({ pool: true });
	});
});
