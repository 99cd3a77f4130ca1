import { readFile, writeFile } from "node:fs/promises";
import type { ServerResponse } from "node:http";
import { describe, expect, it } from "vitest";
import { useCli } from "./_use-cli.ts";

const cli = useCli();
const run = (...args: string[]) => cli.run("rest", ...args);

function json(response: ServerResponse, value: unknown) {
	response.setHeader("content-type", "application/json; charset=utf-8");
	response.end(JSON.stringify(value));
}

describe("rest get", () => {
	it("signs in by cookie and strips the prefix from lists", async () => {
		cli.server.routes["GET /rest/v0/vms"] = (_request, response) =>
			json(response, ["/rest/v0/vms/a", { id: "b", href: "/rest/v0/vms/b" }]);
		expect(await run("get", "vms")).toEqual({
			code: 0,
			stdout: "[ 'vms/a', { id: 'b', href: 'vms/b' } ]\n",
			stderr: "",
		});
		expect(cli.server.requests[0]?.headers.cookie).toBe(
			"authenticationToken=good-token",
		);
		for (const words of [
			["--json", "get", "/rest/v0/vms"],
			["get", "--json", "vms"],
			["get", "vms", "--json"],
		]) {
			const { stdout } = await run(...words);
			expect(JSON.parse(stdout)).toEqual(["vms/a", { id: "b", href: "vms/b" }]);
		}
	});

	it("puts parameters into the query", async () => {
		cli.server.routes["GET /rest/v0/vms"] = (_request, response) =>
			json(response, []);
		await run("get", "vms?limit=1", "filter=name_label:a b", "wait", "x=true");
		expect(cli.server.requests[0]?.line).toBe(
			"GET /rest/v0/vms?limit=1&filter=name_label%3Aa+b&wait=&x=true",
		);
	});

	it("prints ndjson line by line", async () => {
		cli.server.routes["GET /rest/v0/vms"] = (_request, response) => {
			response.setHeader("content-type", "application/x-ndjson");
			response.end('{"id":"a"}\n{"id":"b"}\n');
		};
		expect(await run("get", "vms", "ndjson=true")).toMatchObject({
			code: 0,
			stdout: '{"id":"a"}\n{"id":"b"}\n',
		});
	});

	it("fails on an answer that is cut short", async () => {
		cli.server.routes["GET /rest/v0/vms"] = (_request, response) => {
			response.setHeader("content-type", "application/x-ndjson");
			response.write('{"id":"a"}\n');
			setTimeout(() => response.destroy(), 50);
		};
		const { code, stdout, stderr } = await run("get", "vms");
		expect({ code, stdout }).toEqual({ code: 1, stdout: '{"id":"a"}\n' });
		expect(stderr).toContain("✖ aborted");
	});

	it("writes other answers to a new file only", async () => {
		cli.server.routes["GET /rest/v0/vms/a.xva"] = (_request, response) => {
			response.setHeader("content-type", "application/octet-stream");
			response.setHeader(
				"content-disposition",
				'attachment; filename="../../.x.xva"',
			);
			response.end("disk");
		};
		const refused = await run("get", "vms/a.xva");
		expect(refused.code).toBe(1);
		expect(refused.stderr).toContain("--output <file>");
		expect(await run("get", "--output", "-", "vms/a.xva")).toMatchObject({
			stdout: "disk",
		});
		expect(
			await run("get", "-o", `${cli.home.folder}/`, "vms/a.xva"),
		).toMatchObject({
			code: 0,
		});
		expect(await readFile(cli.home.path("x.xva"), "utf8")).toBe("disk");
		const again = await run("get", "-o", cli.home.path("x.xva"), "vms/a.xva");
		expect(again.stderr).toBe(`✖ ${cli.home.path("x.xva")} exists already\n`);
	});

	it.each([
		[404, "gone", "✖ 404 Not Found\n  gone\n"],
		[
			404,
			'{"error":"no such VM x","data":{"id":"x"}}',
			'✖ 404 Not Found: no such VM x\n  {"id":"x"}\n',
		],
		[
			404,
			'{"error":"Cannot GET /rest/v0/vms/x"}',
			"✖ 404 Not Found: Cannot GET /rest/v0/vms/x\nhint: `xo-cli rest get docs/swagger.json` lists the paths of this server\n",
		],
		[
			422,
			'{"error":{"limit":{"message":"not a number","value":"a"}},"data":{}}',
			"✖ 422 Unprocessable Entity\n  limit: not a number\n",
		],
		[
			401,
			"",
			"✖ 401 Unauthorized\nhint: the token has expired or was revoked: use `xo-cli register` again\n",
		],
	])("fails with status and message: %i %s", async (status, body, stderr) => {
		cli.server.routes["GET /rest/v0/vms/x"] = (_request, response) => {
			response.writeHead(status).end(body);
		};
		expect(await run("get", "vms/x")).toEqual({ code: 1, stdout: "", stderr });
	});

	it("shows the fields of one object that were asked for", async () => {
		cli.server.routes["GET /rest/v0/vms/a"] = (_request, response) =>
			json(response, { id: "a", name_label: "web", tags: [] });
		expect(await run("get", "vms/a", "fields=id,nmae_label")).toEqual({
			code: 0,
			stdout: "{ id: 'a' }\n",
			stderr:
				"hint: there is no property nmae_label here: did you mean name_label?\n",
		});
	});

	it("follows redirections within the server only", async () => {
		cli.server.routes["GET /rest/v0/users/me"] = (_request, response) => {
			response.writeHead(307, { location: "/rest/v0/users/u1" }).end();
		};
		cli.server.routes["GET /rest/v0/users/u1"] = (_request, response) =>
			json(response, { id: "u1" });
		expect(await run("get", "users/me")).toMatchObject({
			stdout: "{ id: 'u1' }\n",
		});
		cli.server.routes["GET /rest/v0/users/me"] = (_request, response) => {
			response.writeHead(307, { location: "http://127.0.0.2:1/" }).end();
		};
		const { code, stderr } = await run("get", "users/me");
		expect(code).toBe(1);
		expect(stderr).toContain("which is not followed");
	});

	it.each([
		"../../api/x",
		"vms/../../../x",
		"%2e%2e/%2e%2e/x",
		"/rest/v0/../x",
	])("refuses to leave the API with %s", async (path) => {
		const { code, stderr } = await run("get", path);
		expect(code).toBe(1);
		expect(stderr).toContain("not a path of the REST API");
		expect(cli.server.requests).toEqual([]);
	});
});

describe("rest post, patch, put, del", () => {
	it.each(["post", "patch", "put"])("%s sends a JSON body", async (verb) => {
		const line = `${verb.toUpperCase()} /rest/v0/servers`;
		cli.server.routes[line] = (_request, response) =>
			response.end("/rest/v0/servers/a");
		const { stdout } = await run(
			verb,
			"servers",
			"a.b=true",
			"a.c=json:1",
			"d=x=y",
		);
		expect(stdout).toBe("servers/a\n");
		expect(cli.server.requests[0]).toMatchObject({
			line,
			headers: { "content-type": "application/json" },
		});
		expect(JSON.parse(cli.server.requests[0]?.body ?? "")).toEqual({
			a: { b: "true", c: 1 },
			d: "x=y",
		});
	});

	it("says where sync belongs", async () => {
		cli.server.routes["POST /rest/v0/vms/a/actions/start"] = (
			_request,
			response,
		) =>
			response
				.writeHead(422)
				.end('{"error":{"body.sync":{"message":"is not allowed"}}}');
		const { stderr } = await run("post", "vms/a/actions/start", "sync=true");
		expect(stderr).toBe(
			"✖ 422 Unprocessable Entity\n  body.sync: is not allowed\nhint: sync belongs to the path: xo-cli rest post 'vms/a/actions/start?sync=true'\n",
		);
	});

	it("without a verb prints the help and fails", async () => {
		const { code, stdout, stderr } = await cli.home.run(["rest"]);
		expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
		expect(stderr).toMatch(/^Usage: xo-cli rest /);
	});

	it("sends a file, with parameters in the query", async () => {
		await writeFile(cli.home.path("disk.raw"), "bytes");
		cli.server.routes["PUT /rest/v0/vdis/a.raw"] = (_request, response) =>
			response.writeHead(204).end();
		const result = await run(
			"put",
			"--input",
			cli.home.path("disk.raw"),
			"vdis/a.raw",
			"k=v",
		);
		expect(result).toEqual({ code: 0, stdout: "", stderr: "" });
		expect(cli.server.requests[0]).toMatchObject({
			line: "PUT /rest/v0/vdis/a.raw?k=v",
			body: "bytes",
			headers: {
				"content-length": "5",
				"content-type": "application/octet-stream",
			},
		});
	});

	it("deletes", async () => {
		cli.server.routes["DELETE /rest/v0/vms/a"] = (_request, response) =>
			response.writeHead(204).end();
		expect(await run("del", "vms/a")).toEqual({
			code: 0,
			stdout: "",
			stderr: "",
		});
	});
});
