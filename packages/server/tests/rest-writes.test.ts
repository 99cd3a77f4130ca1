import { basicOf, forAllTests, TEST_ADMIN } from "@xo/testing";
import { describe, expect, it } from "vitest";
import { restOf, startRestStack } from "./_rest.ts";

const stack = await forAllTests(startRestStack({ hosts: 2, vms: 12 }));
const admin = stack.admin;

async function vmThatIs(powerState: string): Promise<string> {
	const query = `filter=power_state:${powerState}&fields=id&limit=1`;
	const { body } = await admin("GET", `/vms?${query}`);
	return body[0].id;
}

describe("bodies", () => {
	it("names every problem of a body", async () => {
		const missing = await admin("POST", "/users", { body: {} });
		expect([missing.status, missing.body]).toEqual([
			422,
			{
				error: {
					"body.name": { message: "'name' is required" },
					"body.password": { message: "'password' is required" },
				},
				data: {},
			},
		]);
		const user = { name: "n@example.org", password: "a password", bogus: 1 };
		const excess = await admin("POST", "/users", { body: user });
		expect(excess.status).toBe(422);
		expect(excess.body.error).toEqual({
			"body.bogus": {
				message: '"bogus" is an excess property and therefore is not allowed',
				value: "bogus",
			},
		});
		const list = await admin("POST", "/users", { body: [] });
		expect(list.status).toBe(422);
	});

	it("refuses what is no JSON", async () => {
		const malformed = await admin("POST", "/users", { body: "{x" });
		expect(malformed.status).toBe(400);
		expect(malformed.body.error).toMatch(/^the body is not valid JSON: /);
		const deep = "[".repeat(101) + "]".repeat(101);
		const tooDeep = await admin("POST", "/users", { body: deep });
		expect(tooDeep.status).toBe(400);
		expect(tooDeep.body.error).toContain("100 levels");
		for (const type of [
			"text/plain",
			"application/x-www-form-urlencoded",
			"application/octet-stream",
			"application/xml",
		]) {
			const headers = { "content-type": type };
			const answer = await admin("POST", "/users", { body: "{}", headers });
			expect([type, answer.status]).toEqual([type, 415]);
		}
	});

	it("refuses what is too large", async () => {
		const body = { name: "x".repeat(5_000_000), password: "p" };
		expect((await admin("POST", "/users", { body })).status).toBe(413);
	});

	it("takes an empty body of a stated type", async () => {
		const id = await vmThatIs("Running");
		const url = `/vms/${id}/actions/snapshot?sync=true`;
		const headers = { "content-type": "application/json" };
		expect((await admin("POST", url, { headers })).status).toBe(201);
	});
});

describe("users and groups", () => {
	it("creates, changes and deletes", async () => {
		const body = { name: "u@example.org", password: "a password" };
		const created = await admin("POST", "/users", { body });
		expect(created.status).toBe(201);
		const { id } = created.body;
		expect(created.headers.get("location")).toBe(`/rest/v0/users/${id}`);
		expect((await admin("POST", "/users", { body })).status).toBe(409);
		expect((await admin("GET", `/users/${id}`)).body).toEqual({
			id,
			email: "u@example.org",
			name: "u@example.org",
			permission: "none",
			groups: [],
			preferences: {},
			pw_hash: "***obfuscated***",
		});
		const patch = { body: { preferences: { theme: "dark" } } };
		const changed = await admin("PATCH", `/users/${id}`, patch);
		expect([changed.status, changed.text]).toEqual([204, ""]);
		const group = (await admin("POST", "/groups", { body: { name: "ops" } }))
			.body.id;
		const twin = await admin("POST", "/groups", { body: { name: "ops" } });
		expect(twin.status).toBe(409);
		expect(twin.body.data).toMatchObject({ objectType: "group" });
		const member = `/groups/${group}/users/${id}`;
		expect((await admin("PUT", member)).status).toBe(204);
		const users = await admin("GET", `/groups/${group}/users`);
		expect(users.body).toEqual([`/rest/v0/users/${id}`]);
		const groups = await admin("GET", `/users/${id}/groups`);
		expect(groups.body).toEqual([`/rest/v0/groups/${group}`]);
		expect((await admin("DELETE", member)).status).toBe(204);
		expect((await admin("DELETE", `/users/${id}`)).status).toBe(204);
		expect((await admin("DELETE", `/users/${id}`)).status).toBe(404);
		const self = await admin("DELETE", `/users/${stack.server.adminId}`);
		expect(self.status).toBe(422);
	});

	it("names the privileges that are missing", async () => {
		const { id, rest } = await stack.addUser();
		const user = { name: "x", password: "a password" };
		const create = await rest("POST", "/users", { body: user });
		expect([create.status, create.body]).toEqual([
			403,
			{
				error: "not enough privileges",
				data: { missingPrivileges: [{ resource: "user", action: "create" }] },
			},
		]);
		const body = { permission: "admin", name: "z" };
		const promote = await rest("PATCH", `/users/${id}`, { body });
		expect(promote.status).toBe(403);
		expect(promote.body.data.missingPrivileges).toEqual([
			{ resource: "user", action: "update:permission", objectId: id },
			{ resource: "user", action: "update:name", objectId: id },
		]);
		const own = { body: { preferences: { a: 1 } } };
		const other = await rest("PATCH", `/users/${stack.server.adminId}`, own);
		expect(other.status).toBe(403);
		const missing = await rest("PATCH", "/users/nope", own);
		expect([missing.status, missing.text]).toEqual([
			403,
			other.text.replaceAll(stack.server.adminId, "nope"),
		]);
		expect((await rest("PATCH", `/users/${id}`, own)).status).toBe(204);
	});

	it("keeps tokens to their owner", async () => {
		const { id, rest } = await stack.addUser();
		const url = `/users/${id}/authentication_tokens`;
		const body = { description: "x", client: { id: "c9" }, expiresIn: "1h" };
		const made = await rest("POST", url, { body });
		expect(made.status).toBe(201);
		expect(made.body.token).toMatchObject({ user_id: id, description: "x" });
		const other = await admin("GET", url);
		expect([other.status, other.body]).toEqual([
			403,
			{
				error: "forbidden operation: get authentication tokens",
				data: {
					operation: "get authentication tokens",
					reason: "can only see own authentication tokens",
				},
			},
		]);
		const own = await rest("GET", url);
		expect(own.body).toHaveLength(1);
		expect(own.text).not.toContain(made.body.token.id);
		const cookie = `authenticationToken=${made.body.token.id}`;
		const byToken = restOf(stack.server.url, { cookie });
		expect((await byToken("GET", `/users/${id}`)).status).toBe(200);
	});
});

describe("credentials", () => {
	it("refuses two at once, bad and missing ones", async () => {
		const authorization = basicOf(TEST_ADMIN);
		const both = { authorization, cookie: "token=x" };
		const { url } = stack.server;
		expect((await restOf(url, both)("GET", "/vms")).status).toBe(400);
		const bad: Record<string, string>[] = [
			{},
			{ cookie: "token=nope" },
			{ authorization: "Bearer x" },
			{ authorization: basicOf({ email: "nobody", password: "x" }) },
		];
		for (const credentials of bad) {
			const answer = await restOf(url, credentials)("GET", "/vms");
			expect(answer.status).toBe(401);
			expect(answer.body.error).toMatch(/^invalid credentials/);
			expect(answer.headers.get("www-authenticate")).toBe('Basic realm="xo"');
		}
		const malformed = restOf(url, { authorization: "Basic eHg=" });
		expect((await malformed("GET", "/vms")).status).toBe(400);
	});

	it("refuses writes from pages of other sites", async () => {
		const { store } = stack.server.context;
		const before = store.groups.list().length;
		const origin = "https://evil.example";
		const options = { body: { name: "evil" }, headers: { origin } };
		expect((await admin("POST", "/groups", options)).status).toBe(403);
		const token = await admin(
			"POST",
			`/users/${stack.server.adminId}/authentication_tokens`,
		);
		const cookie = `token=${token.body.token.id}`;
		const browser = restOf(stack.server.url, { cookie });
		expect((await browser("POST", "/groups", options)).status).toBe(403);
		expect(store.groups.list()).toHaveLength(before);
		const own = { origin: stack.server.url };
		const kept = { body: { name: "own" }, headers: own };
		expect((await browser("POST", "/groups", kept)).status).toBe(201);
	});

	it("forgets a verified password when it changes", async () => {
		const { id, rest } = await stack.addUser();
		const time = async () => {
			const start = process.cpuUsage();
			expect((await rest("GET", `/users/${id}`)).status).toBe(200);
			const { user, system } = process.cpuUsage(start);
			return user + system;
		};
		const first = await time();
		const again = [await time(), await time(), await time()];
		expect(Math.min(...again)).toBeLessThan(first / 2);
		const body = { password: "another one" };
		await admin("PATCH", `/users/${id}`, { body });
		expect((await rest("GET", `/users/${id}`)).status).toBe(401);
	});
});

describe("actions", () => {
	it("starts a task and says where it is", async () => {
		const id = await vmThatIs("Running");
		const started = await admin("POST", `/vms/${id}/actions/pause`);
		const { taskId } = started.body;
		expect(started.status).toBe(202);
		const location = started.headers.get("location");
		expect(location).toBe(`/rest/v0/tasks/${taskId}`);
		const { body } = await admin("GET", `/tasks/${taskId}?wait=true`);
		expect(body).toMatchObject({
			id: taskId,
			status: "success",
			properties: {
				name: "REST API: pause VM",
				type: "xo:rest-api:action",
				objectId: id,
				objectType: "VM",
				userId: stack.server.adminId,
			},
		});
		const ofVm = await admin("GET", `/vms/${id}/tasks`);
		expect(ofVm.body).toContain(location);
		const back = await admin("POST", `/vms/${id}/actions/unpause?sync=true`);
		expect([back.status, back.text]).toEqual([204, ""]);
	});

	it("tells of a failure after 202 only in the task", async () => {
		const id = await vmThatIs("Halted");
		const pause = `/vms/${id}/actions/pause`;
		const started = await admin("POST", pause);
		expect(started.status).toBe(202);
		const url = `/tasks/${started.body.taskId}?wait=true`;
		const { body } = await admin("GET", url);
		expect(body.status).toBe("failure");
		expect(body.result).toMatchObject({ message: expect.any(String) });
		const sync = await admin("POST", `${pause}?sync=true`);
		expect(sync.status).toBe(500);
		expect(sync.body).toMatchObject({ info: "XAPI error" });
		expect((await admin("POST", `${pause}?sync=yes`)).status).toBe(422);
	});

	it("snapshots, reverts, clones, changes and deletes", async () => {
		const id = await vmThatIs("Halted");
		const snapshot = await admin("POST", `/vms/${id}/actions/snapshot?sync=1`);
		expect(snapshot.status).toBe(422);
		const body = { name_label: "before" };
		const url = `/vms/${id}/actions`;
		const taken = await admin("POST", `${url}/snapshot?sync=true`, { body });
		expect(taken.status).toBe(201);
		const snapshotId = taken.body.id;
		const there = async () =>
			(await admin("GET", `/vm-snapshots/${snapshotId}`)).body.name_label;
		await expect.poll(there).toBe("before");
		const nameLabel = "changed";
		const patched = await admin("PATCH", `/vms/${id}`, {
			body: { nameLabel, cpus: 1 },
		});
		expect(patched.status).toBe(204);
		const now = async () => (await admin("GET", `/vms/${id}`)).body;
		await expect.poll(now).toMatchObject({ name_label: nameLabel });
		const wrong = await admin("PATCH", `/vms/${id}`, { body: { nope: 1 } });
		expect(wrong.status).toBe(422);
		const back = { body: { snapshotId, snapshotBefore: true } };
		const reverted = await admin(
			"POST",
			`${url}/revert_snapshot?sync=true`,
			back,
		);
		expect(reverted.status).toBe(204);
		await expect
			.poll(async () => (await now()).snapshots)
			.toHaveLength((await now()).snapshots.length);
		const other = await vmThatIs("Running");
		const foreign = `/vms/${other}/actions/revert_snapshot?sync=true`;
		expect((await admin("POST", foreign, back)).status).toBe(404);
		const cloned = await admin("POST", `${url}/clone?sync=true`);
		expect(cloned.status).toBe(201);
		const cloneUrl = `/vms/${cloned.body.id}`;
		const clone = async () => (await admin("GET", cloneUrl)).body.name_label;
		await expect.poll(clone).toMatch(/_clone$/);
		expect((await admin("DELETE", cloneUrl)).status).toBe(204);
		await expect
			.poll(async () => (await admin("GET", cloneUrl)).status)
			.toBe(404);
		const asTemplate = await admin("DELETE", `/vm-templates/${id}`);
		expect(asTemplate.status).toBe(404);
	});

	it("adds and removes tags, odd ones too", async () => {
		const id = await vmThatIs("Running");
		const tag = "a/b c%";
		const url = `/vms/${id}/tags/${encodeURIComponent(tag)}`;
		const tags = async () => (await admin("GET", `/vms/${id}`)).body.tags;
		expect((await admin("PUT", url)).status).toBe(204);
		await expect.poll(tags).toContain(tag);
		expect((await admin("DELETE", url)).status).toBe(204);
		await expect.poll(tags).not.toContain(tag);
	});
});
