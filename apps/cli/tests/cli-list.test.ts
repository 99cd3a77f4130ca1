import { once } from "node:events";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { methodsInfo } from "./_fake-server.ts";
import { useCli } from "./_use-cli.ts";

const cli = useCli((server) => {
	server.methods["system.getMethodsInfo"] = () => methodsInfo;
	server.methods["xo.getAllObjects"] = () => ({
		a: { id: "a", type: "VM", name_label: "web", tags: ["x"] },
		b: { id: "b", type: "VM", name_label: "db", tags: [] },
	});
});
const { run } = cli;

describe("list-commands", () => {
	it("prints names, parameters and descriptions, sorted", async () => {
		const { code, stdout } = await run("list-commands", "vm.s*", "user.*");
		expect(code).toBe(0);
		expect(stdout).toBe(
			[
				"user.getAll\n    All users\n",
				"vm.set id=<string> [CPUs=<number>] [tags=<array>]\n",
				"vm.start id=<string> [force=<boolean>] [host=<string>]\n    Start the VM\n",
				"vm.stop id=<string>\n    Stop the VM\n",
			].join("\n"),
		);
	});

	it("prints JSON", async () => {
		const { stdout } = await run("list-commands", "--json", "vm.stop");
		expect(JSON.parse(stdout)).toEqual({ "vm.stop": methodsInfo["vm.stop"] });
	});

	it("in the old spelling", async () => {
		const args = ["--list-commands", "--json", "user.*"];
		const config = ["register", "--token", "good-token", cli.server.url];
		await cli.home.run(config);
		const { stdout, stderr } = await cli.home.run(args);
		expect(Object.keys(JSON.parse(stdout))).toEqual(["user.getAll"]);
		expect(stderr).toContain("`--list-commands` is deprecated");
	});
});

describe("list-objects", () => {
	it("sends the values as a filter and prints a JSON array", async () => {
		const { stdout } = await run(
			"list-objects",
			"type=VM",
			"on=true",
			"n=json:2",
		);
		expect(cli.server.calls.at(-1)?.params).toEqual({
			filter: { type: "VM", on: true, n: 2 },
		});
		expect(JSON.parse(stdout)).toHaveLength(2);
	});

	it("without values sends no filter", async () => {
		await run("list-objects");
		expect(cli.server.calls.at(-1)?.params).toEqual({});
	});

	it("restricts the properties", async () => {
		const { stdout, stderr } = await run(
			"list-objects",
			"--id",
			"type=VM",
			"--nmae_label",
			"--mainIpAddress",
		);
		expect(JSON.parse(stdout)).toEqual([{ id: "a" }, { id: "b" }]);
		expect(stderr).toBe(
			"hint: no object has a property nmae_label: did you mean name_label?\n",
		);
	});

	it("says why it finds nothing", async () => {
		cli.server.methods["xo.getAllObjects"] = () => ({});
		const listing = async (...args: string[]) => {
			const { code, stdout, stderr } = await run("list-objects", ...args);
			expect({ code, stdout }).toEqual({ code: 0, stdout: "[]\n" });
			return stderr;
		};
		expect(await listing("type=Vm")).toBe(
			"hint: there is no type of object Vm: did you mean VM?\n",
		);
		expect(await listing("type=VM", "power_sate=Running")).toBe(
			"hint: no object has a property power_sate: did you mean power_state?\n",
		);
		expect(await listing("type=VM", "power_state=Paused")).toBe("");
	});

	it.each([
		["list-objects", "type=VM", "--id", "--output=ndjson"],
		["list-objects", "--output", "ndjson", "--id"],
		["list-objects", "--id", "-o", "ndjson"],
	])("takes the format anywhere: %s %s %s %s", async (...args) => {
		expect((await run(...args)).stdout).toBe('{"id":"a"}\n{"id":"b"}\n');
	});

	it("prints its table on a terminal that does not know its width", async () => {
		const { stdout } = await cli.home.run(
			["--url", cli.server.urlWithToken, "list-objects", "--name_label"],
			{ columns: 0, env: { NO_COLOR: "1" } },
		);
		expect(stdout).toBe("name_label\nweb\ndb\n");
	});

	it("prints a table of them", async () => {
		const { stdout } = await run(
			"list-objects",
			"--output=table",
			"--name_label",
			"--tags",
		);
		expect(stdout).toBe("name_label  tags\nweb         x\ndb\n");
	});

	it("prints ndjson by the global option", async () => {
		const { stdout } = await run("-o", "ndjson", "list-objects", "--id");
		expect(stdout).toBe('{"id":"a"}\n{"id":"b"}\n');
	});
});

describe("watch", () => {
	let timer: NodeJS.Timeout;

	beforeEach(() => {
		// Nothing tells when a client listens.
		timer = setInterval(() => {
			for (const socket of cli.server.sockets) {
				socket.send(
					'{"jsonrpc":"2.0","method":"all","params":{"type":"exit","items":{"a":0}}}',
				);
			}
		}, 10);
	});
	afterEach(() => clearInterval(timer));

	it("prints notifications and, when interrupted, their number", async () => {
		const args = ["--url", cli.server.urlWithToken, "watch", "--ndjson"];
		const { child, result } = cli.home.start(args);
		await once(child.stdout, "data");
		child.kill("SIGINT");
		const { code, stdout, stderr } = await result;
		expect(code).toBe(0);
		expect(JSON.parse(stdout.split("\n")[0] ?? "")).toEqual({
			method: "all",
			params: { type: "exit", items: { a: 0 } },
		});
		expect(stderr).toMatch(/^all: \d+\n$/);
	});

	it("goes on after a lost connection", async () => {
		const args = ["--url", cli.server.urlWithToken, "watch"];
		const { child, result } = cli.home.start(args);
		await once(child.stdout, "data");
		const isBack = new Promise<void>((resolve) => {
			child.stderr.on("data", (text) => {
				if (String(text).includes("connected again")) resolve();
			});
		});
		for (const socket of cli.server.sockets) socket.terminate();
		await isBack;
		child.kill("SIGINT");
		const { code, stdout, stderr } = await result;
		expect(code).toBe(0);
		expect(stdout).toContain('all {"type":"exit","items":{"a":0}}\n');
		expect(stderr).toMatch(/closed the connection.*; next attempt in 1 s/);
	});
});
