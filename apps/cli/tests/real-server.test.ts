import { EventEmitter, once } from "node:events";
import { followObjects, XoClient } from "@xo/client";
import { isPlainObject } from "@xo/std";
import {
	forAllTests,
	startTestPool,
	startTestServer,
	TEST_ADMIN,
} from "@xo/testing";
import { describe, expect, it } from "vitest";
import { CliHome } from "./_run-cli.ts";

const pool = await forAllTests(startTestPool());
const server = await forAllTests(startTestServer());
await server.connect(pool);
const home = await forAllTests(CliHome.create());
const { email, password } = TEST_ADMIN;
const result = await home.run(["register", server.url, email, password]);
expect(result).toEqual({
	code: 0,
	stdout: "",
	stderr: `Successfully logged with ${email}\n`,
});

async function run(...args: string[]): Promise<string> {
	const result = await home.run(args);
	expect(result.stderr).toBe("");
	expect(result.code).toBe(0);
	return result.stdout;
}

async function fail(...args: string[]): Promise<string> {
	const { code, stdout, stderr } = await home.run(args);
	expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
	return stderr;
}

describe("the CLI with the daemon", () => {
	it("creates tokens that work", async () => {
		const { email, password } = TEST_ADMIN;
		const { stdout } = await home.run([
			"create-token",
			server.url,
			email,
			password,
		]);
		const url = server.url.replace("//", `//${stdout.trim()}@`);
		expect(await run("--url", url, "session.getUser", "--json")).toContain(
			email,
		);
	});

	it("lists methods and objects", async () => {
		expect(await run("list-commands", "vm.st*")).toContain(
			"vm.start id=<string>",
		);
		const vms = JSON.parse(
			await run("list-objects", "--id", "--power_state", "type=VM"),
		);
		expect(vms).toHaveLength(4);
	});

	it("starts and stops a VM", async () => {
		const [vm] = JSON.parse(
			await run("list-objects", "--id", "type=VM", "power_state=Halted"),
		);
		expect(await run("vm.start", `id=${vm.id}`)).toBe("true\n");
		expect(await run("vm.stop", `id=${vm.id}`, "force=true")).toBe("true\n");
	});

	it("explains what was wrong", async () => {
		expect(await fail("vm.strat", "id=x")).toContain("did you mean vm.start");
		expect(await fail("vm.start", "id=nope")).toContain("✖ no such VM nope");
		const numbers = await fail("vm.set", "id=x", "CPUs=4", "name_lable=y");
		expect(numbers).toContain("✖ invalid parameters");
		expect(numbers).toContain("did you mean name_label?");
		expect(numbers).toContain("json:4");
	});

	it("downloads the inventory", async () => {
		const lines = (await run("xo.getAllObjects", "ndjson=true", "@=-"))
			.trim()
			.split("\n");
		const types = new Set(lines.map((line) => JSON.parse(line).type));
		expect(types).toContain("VM");
		expect(types).toContain("host");
	});

	it("adds, disables and removes a pool connection", async () => {
		const id = (
			await run(
				"server.add",
				"host=127.0.0.1:9",
				"username=root",
				"password=x",
				"autoConnect=false",
			)
		).trim();
		expect(id).not.toContain(" ");
		expect(await run("-o", "json", "server.getAll")).toContain(id);
		expect(await run("server.remove", `id=${id}`)).toBe("true\n");
	});

	it("uses REST", async () => {
		expect(await run("rest", "get", "ping")).toContain("pong");
		const hosts = JSON.parse(await run("rest", "--json", "get", "hosts"));
		expect(hosts).toHaveLength(2);
		expect(await run("rest", "get", hosts[0])).toContain("type: 'host'");
		const user = JSON.parse(
			await run(
				"rest",
				"post",
				"users",
				"name=u@example.org",
				"password=correct horse",
			),
		);
		expect(await run("rest", "get", "users/me", "fields=email")).toContain(
			TEST_ADMIN.email,
		);
		expect(await run("rest", "del", `users/${user.id}`)).toBe("");
		expect(await fail("rest", "get", "vms/nope")).toContain("✖ 404 Not Found");
	});
});

describe("the client with the daemon", () => {
	it("works on the WebSocket that Node.js and browsers have", async () => {
		await using client = new XoClient({
			url: server.url,
			credentials: TEST_ADMIN,
		});
		expect(await client.open()).toMatchObject({ permission: "admin" });
		expect(await client.call("system.getVersion")).toBe("0.1");
		await expect(
			client.call("user.create", { email: "", password: "x" }),
		).rejects.toMatchObject({
			name: "XoError",
			code: 10,
		});
	});

	it("follows objects through changes and a lost connection", async () => {
		await using client = new XoClient({
			url: server.url,
			credentials: TEST_ADMIN,
		});
		await client.open();
		const objects = new Map<string, unknown>();
		const changed = new EventEmitter();
		const stop = followObjects(client, (event) => {
			if (event.type === "reset") {
				objects.clear();
				for (const entry of Object.entries(event.objects))
					objects.set(...entry);
			} else if (event.type === "enter") {
				for (const entry of Object.entries(event.items)) objects.set(...entry);
			} else if (event.type === "exit") {
				for (const id of event.ids) objects.delete(id);
			}
			changed.emit(event.type);
		});
		await once(changed, "reset");
		const vm = [...objects.values()].find(
			(each): each is { id: string } =>
				isPlainObject(each) &&
				each.type === "VM" &&
				each.power_state === "Halted",
		);
		if (vm === undefined) throw new Error("no halted VM");
		const state = () =>
			(objects.get(vm.id) as { power_state: string }).power_state;
		await client.call("vm.start", { id: vm.id });
		while (state() !== "Running") await once(changed, "enter");
		const isBack = once(changed, "reset");
		server.context.connections.terminateAll();
		await isBack;
		await client.call("vm.stop", { id: vm.id, force: true });
		while (state() !== "Halted") await once(changed, "enter");
		stop();
	});
});
