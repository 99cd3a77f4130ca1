import { readFile, writeFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { methodsInfo, Refusal } from "./_fake-server.ts";
import { useCli } from "./_use-cli.ts";

const cli = useCli((server) => {
	server.methods["system.getMethodsInfo"] = () => methodsInfo;
	server.methods["x.echo"] = (params) => params;
});
const { run } = cli;

describe("a method", () => {
	it("gets text, booleans and JSON", async () => {
		await run(
			"x.echo",
			"a=b=c",
			"n=42",
			"t=true",
			"f=false",
			"o=null",
			'j=json:[1,{"x":null}]',
			"opt?=1",
		);
		expect(cli.server.calls.at(-1)).toEqual({
			method: "x.echo",
			params: {
				a: "b=c",
				n: "42",
				t: true,
				f: false,
				o: "null",
				j: [1, { x: null }],
				"opt?": "1",
			},
		});
	});

	it.each([
		[[], { a: ["x", 1] }, "{ a: [ 'x', 1 ] }\n"],
		[["--json"], { a: 1 }, '{\n  "a": 1\n}\n'],
		[["--output=yaml"], { a: [1] }, "a:\n  - 1\n"],
		[["--output=ndjson"], [{ a: 1 }, 2], '{"a":1}\n2\n'],
		[["--output=table"], [{ id: "x", size: 1 }], "id  size\nx    1 B\n"],
		[[], "plain \u001b[31mtext", "plain \u001b[31mtext\n"],
		[[], true, "true\n"],
		[["--json"], "text", '"text"\n'],
		[["--json"], 7, "7\n"],
		[["a=b", "--json"], { a: 1 }, '{\n  "a": 1\n}\n'],
		[["a=b", "-o", "ndjson"], { a: 1 }, '{"a":1}\n'],
	])("%j prints %j", async (flags, result, stdout) => {
		cli.server.methods["x.give"] = () => result;
		expect(await run("x.give", ...flags)).toEqual({
			code: 0,
			stdout,
			stderr: "",
		});
	});

	it("has its integer result as exit code", async () => {
		cli.server.methods["x.count"] = () => 3;
		expect(await run("x.count")).toEqual({
			code: 3,
			stdout: "3\n",
			stderr: "",
		});
	});

	it("lists what is wrong with its parameters, and how to write them", async () => {
		cli.server.methods["vm.set"] = () => {
			throw new Refusal(10, "invalid parameters", {
				errors: [
					{
						instancePath: "/CPUs",
						keyword: "type",
						params: { type: "number" },
						message: "must be number",
					},
					{
						instancePath: "",
						keyword: "additionalProperties",
						params: { additionalProperty: "tag" },
						message: "must NOT have additional properties",
					},
				],
			});
		};
		const { code, stdout, stderr } = await run(
			"vm.set",
			"id=x",
			"CPUs=4",
			"tag=a",
		);
		expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
		expect(stderr.split("\n")).toEqual([
			"✖ invalid parameters",
			"  property @.CPUs: must be number",
			"  property @.tag: is not known here",
			"hint: use CPUs=json:4",
			"      did you mean tags?",
			"      usage: vm.set id=<string> [CPUs=<number>] [tags=<array>]",
			"",
		]);
	});

	it("names what is missing, and never shows a regular expression", async () => {
		cli.server.methods["vm.set"] = () => {
			throw new Refusal(10, "invalid parameters", {
				errors: [
					{
						instancePath: "",
						keyword: "required",
						params: { missingProperty: "id" },
						message: "must have required property 'id'",
					},
					{
						instancePath: "/CPUs",
						keyword: "pattern",
						params: { pattern: "^(a+)+$" },
						message: 'must match pattern "^(a+)+$"',
					},
				],
			});
		};
		cli.server.methods["system.getMethodsInfo"] = () => ({
			"vm.set": { params: { CPUs: { type: "string", description: "count" } } },
		});
		const { stderr } = await run("vm.set");
		expect(stderr).toBe(
			[
				"✖ invalid parameters",
				"  property @.id: is required",
				"  property @.CPUs: is not in the expected form",
				"hint: CPUs: count",
				"      usage: vm.set CPUs=<string>",
				"",
			].join("\n"),
		);
	});

	it("breaks its usage on a terminal", async () => {
		cli.server.methods["vm.start"] = () => {
			throw new Refusal(10, "invalid parameters", {
				errors: [{ instancePath: "/id", keyword: "type", message: "no" }],
			});
		};
		const { stderr } = await cli.home.run(
			["--url", cli.server.urlWithToken, "vm.start"],
			{ columns: 50 },
		);
		expect(stderr).toContain(
			"usage: vm.start id=<string>\n      [force=<boolean>] [host=<string>]\n",
		);
	});

	it("without guest tools may be forced", async () => {
		cli.server.methods["vm.start"] = () => {
			throw new Refusal(14, "VM lacks feature", { objectId: "x" });
		};
		expect((await run("vm.start", "id=x")).stderr).toContain(
			"force=true does without",
		);
		const { stderr } = await run("vm.start", "id=x", "force=true");
		expect(stderr).toContain("install them in the VM");
	});

	it("shows code and data of other errors, not the server's stack", async () => {
		cli.server.methods["vm.start"] = () => {
			throw new Refusal(1, "no such VM \u001b]0;x\u0007y", {
				id: "y",
				type: "VM",
				stack: "secret place",
			});
		};
		expect(await run("vm.start", "id=y")).toEqual({
			code: 1,
			stdout: "",
			stderr: '✖ no such VM y\n  code 1, {"id":"y","type":"VM"}\n',
		});
	});

	it("that does not exist gives the nearest", async () => {
		const { code, stderr } = await run("vm.strat", "id=x");
		expect(code).toBe(1);
		expect(stderr).toBe(
			"✖ method not found: vm.strat\nhint: did you mean vm.start?\n",
		);
	});

	it("that is unlike any shows where to look", async () => {
		expect((await run("vm.teleport")).stderr).toContain(
			"hint: `xo-cli list-commands 'vm.*'` lists the methods of vm\n",
		);
		expect((await run("nope.it")).stderr).toContain(
			"hint: `xo-cli list-commands` lists",
		);
	});

	it("has its help from the server", async () => {
		expect(await run("vm.start", "--help")).toEqual({
			code: 0,
			stderr: "",
			stdout: [
				"Usage: xo-cli vm.start id=<string> [force=<boolean>] [host=<string>]",
				"",
				"Start the VM",
				"",
				"parameter  type     needed    description",
				"id         string   required",
				"force      boolean",
				"host       string",
				"",
			].join("\n"),
		});
		expect((await run("vm.strt", "-h")).stderr).toContain(
			"did you mean vm.start",
		);
	});

	it.each([
		[["x.echo", "novalue"], "✖ not name=value: novalue"],
		[["x.echo", "a=json:{"], "✖ value of a is not valid JSON"],
		[["regster"], "✖ no command regster\nhint: did you mean register"],
		[["--output", "xml", "x.echo"], "argument 'xml' is invalid"],
		[["--otput", "xml"], "unknown option '--otput'"],
	])("%j fails before anything is sent", async (args, message) => {
		const { code, stderr } = await run(...args);
		expect(code).toBe(1);
		expect(stderr).toContain(message);
		expect(cli.server.calls).toEqual([]);
	});

	it("whose connection is lost says so", async () => {
		cli.server.methods["x.hang"] = (_params, socket) => {
			socket.terminate();
			return new Promise(() => {});
		};
		const { code, stderr } = await run("x.hang");
		expect(code).toBe(1);
		expect(stderr).toContain("✖ x.hang: the server closed the connection");
	});

	it("explains a token that is no longer valid", async () => {
		const url = cli.server.urlWithToken.replace("good-token", "old");
		const { code, stderr } = await cli.home.run(["--url", url, "x.echo"]);
		expect(code).toBe(1);
		expect(stderr).toContain("the token has expired or was revoked");
	});
});

describe("a file", () => {
	it("is downloaded, to a file or to standard output", async () => {
		cli.server.methods["vm.export"] = () => ({ $getFrom: "/api/secret/a.xva" });
		cli.server.routes["GET /api/secret/a.xva"] = (_request, response) => {
			response.end("content");
		};
		expect(await run("vm.export", "vm=x", "@=-")).toMatchObject({
			code: 0,
			stdout: "content",
		});
		expect(cli.server.calls.at(-1)?.params).toEqual({ vm: "x" });
		expect(cli.server.requests[0]?.headers.cookie).toBeUndefined();
		expect(
			await run("vm.export", "vm=x", `@=${cli.home.path("out.xva")}`),
		).toMatchObject({
			code: 0,
			stdout: "",
		});
		expect(await readFile(cli.home.path("out.xva"), "utf8")).toBe("content");
	});

	it("is uploaded with its length", async () => {
		await writeFile(cli.home.path("in.xva"), "12345");
		cli.server.methods["vm.import"] = () => ({ $sendTo: "/api/place" });
		cli.server.routes["POST /api/place"] = (_request, response) => {
			response.end('{"id":0,"jsonrpc":"2.0","result":"new-id"}');
		};
		const result = await run(
			"vm.import",
			"sr=x",
			`@=${cli.home.path("in.xva")}`,
		);
		expect(result).toMatchObject({
			code: 0,
			stdout: '{"id":0,"jsonrpc":"2.0","result":"new-id"}\n',
		});
		expect(cli.server.requests[0]).toMatchObject({
			body: "12345",
			headers: { "content-length": "5" },
		});
		const args = ["--url", cli.server.urlWithToken, "vm.import", "@=-"];
		expect(await cli.home.run(args, { stdin: "from stdin" })).toMatchObject({
			code: 0,
		});
		expect(cli.server.requests[1]).toMatchObject({ body: "from stdin" });
		expect(cli.server.requests[1]?.headers["content-length"]).toBeUndefined();
	});

	it("that the server refuses fails with its words", async () => {
		await writeFile(cli.home.path("in.xva"), "12345");
		cli.server.methods["vm.import"] = () => ({ $sendTo: "/api/place" });
		cli.server.routes["POST /api/place"] = (_request, response) => {
			response.writeHead(500).end("unknown error");
		};
		expect(await run("vm.import", `@=${cli.home.path("in.xva")}`)).toEqual({
			code: 1,
			stdout: "",
			stderr: "✖ 500 Internal Server Error\n  unknown error\n",
		});
	});

	it("is required", async () => {
		cli.server.methods["vm.export"] = () => ({ $getFrom: "/api/secret" });
		const { code, stderr } = await run("vm.export", "vm=x");
		expect(code).toBe(1);
		expect(stderr).toContain("✖ vm.export needs a file\nhint: add @=<file>");
	});

	it("never comes from another server", async () => {
		cli.server.methods["vm.export"] = () => ({
			$getFrom: "http://127.0.0.2:1/x",
		});
		const { code, stderr } = await run("vm.export", "@=-");
		expect(code).toBe(1);
		expect(stderr).toContain("the server points elsewhere");
	});
});
