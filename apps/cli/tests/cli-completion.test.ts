import { readdir } from "node:fs/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
	type FakeServer,
	methodsInfo,
	startFakeServer,
} from "./_fake-server.ts";
import { CliHome } from "./_run-cli.ts";

let server: FakeServer;
let home: CliHome;

beforeEach(async () => {
	server = await startFakeServer();
	server.methods["system.getMethodsInfo"] = () => methodsInfo;
	server.methods["xo.getAllObjects"] = () => ({
		"aa-1": { name_label: "web\u001b[31m server" },
		"$(reboot)": { name_label: "evil" },
	});
	home = await CliHome.create();
	await home.run(["register", "--token", "good-token", server.url]);
});
afterEach(async () => {
	await server[Symbol.asyncDispose]();
	await home[Symbol.asyncDispose]();
});

async function complete(shell: string, ...words: string[]) {
	const { stdout } = await home.run(["__complete", shell, ...words]);
	return stdout.split("\n").slice(0, -1);
}

describe("__complete", () => {
	it("gives commands and methods, then asks its cache", async () => {
		expect(await complete("fish", "vm.s")).toEqual([
			"vm.start\tStart the VM",
			"vm.stop\tStop the VM",
			"vm.set",
		]);
		expect(await complete("bash", "reg")).toEqual(["register"]);
		expect(server.calls).toHaveLength(1);
		expect(await readdir(home.path(".cache/xo-cli"))).toHaveLength(1);
	});

	it("gives parameters and ids, as each shell wants them", async () => {
		expect(await complete("zsh", "vm.start", "f")).toEqual([
			"force=\tboolean, optional",
		]);
		expect(await complete("zsh", "vm.start", "id=a")).toEqual([
			"id=aa-1\tweb server",
		]);
		expect(await complete("bash", "vm.start", "id", "=", "a")).toEqual([
			"aa-1",
		]);
		expect(server.calls.at(-1)?.params).toMatchObject({
			filter: { type: "VM" },
		});
	});

	it("never gives what a shell would run", async () => {
		expect(await complete("bash", "vm.start", "id", "=")).toEqual(["aa-1"]);
	});

	it("is silent without a server", async () => {
		await home.run(["unregister"]);
		expect(await complete("bash", "vm.start", "id", "=")).toEqual([]);
		expect(await complete("bash", "list-o")).toEqual(["list-objects"]);
	});
});
