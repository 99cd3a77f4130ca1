import { forAllTests, startTestServer } from "@xo/testing";
import { describe, expect, it } from "vitest";
import { connectRpc, signInRpc } from "./_rpc-client.ts";

const server = await forAllTests(startTestServer());
const client = await forAllTests(signInRpc(server));

const version = { jsonrpc: "2.0", method: "system.getVersion" };

describe("frames", () => {
	for (const id of [0, -9007199254740991, 1.5, "text", ""]) {
		it(`answers with the id ${JSON.stringify(id)} as it came`, async () => {
			const answer = await client.exchange(JSON.stringify({ ...version, id }));
			expect(answer).toEqual({ jsonrpc: "2.0", id, result: "0.1" });
		});
	}

	const malformed: [string, string | Buffer, number, unknown][] = [
		["no JSON", "{", -32700, null],
		["nothing", "", -32700, null],
		["a binary frame", Buffer.from("{}"), -32700, null],
		["JSON too deep", "[".repeat(200) + "]".repeat(200), -32700, null],
		["a number", "1", -32600, null],
		["null", "null", -32600, null],
		["an empty object", "{}", -32600, null],
		["a batch", "[{}]", -32600, null],
		["another version", '{"id":7,"jsonrpc":"1.0","method":"x"}', -32600, 7],
		["no version", '{"id":7,"method":"x"}', -32600, 7],
		["no method", '{"id":7,"jsonrpc":"2.0"}', -32600, 7],
		[
			"a method that is no string",
			'{"id":7,"jsonrpc":"2.0","method":1}',
			-32600,
			7,
		],
		["a stray result", '{"id":7,"jsonrpc":"2.0","result":1}', -32600, 7],
		[
			"params of text",
			'{"id":7,"jsonrpc":"2.0","method":"x","params":"y"}',
			-32600,
			7,
		],
		[
			"null params",
			'{"id":7,"jsonrpc":"2.0","method":"x","params":null}',
			-32600,
			7,
		],
		[
			"a key that assigns a prototype",
			'{"id":7,"jsonrpc":"2.0","method":"x","params":{"a":[{"__proto__":{}}]}}',
			10,
			7,
		],
		[
			"the same with escapes",
			'{"id":7,"jsonrpc":"2.0","method":"x","params":{"\\u005f_pr\\u006fto__":1}}',
			10,
			7,
		],
		["an id of null", '{"id":null,"jsonrpc":"2.0","method":"x"}', -32600, null],
		[
			"an id that is an object",
			'{"id":{},"jsonrpc":"2.0","method":"x"}',
			-32600,
			null,
		],
	];
	for (const [what, frame, code, id] of malformed) {
		it(`answers ${code} to ${what}, and goes on`, async () => {
			const answer = await client.exchange(frame);
			expect(answer).toMatchObject({ jsonrpc: "2.0", id, error: { code } });
			expect(await client.call("system.getVersion")).toBe("0.1");
		});
	}

	it("answers nothing to a call without id, not even an error", async () => {
		const before = client.answers.length;
		client.sendText(JSON.stringify({ jsonrpc: "2.0", method: "nope" }));
		client.sendText(JSON.stringify(version));
		await client.call("system.getVersion");
		expect(client.answers).toHaveLength(before + 1);
	});

	it("ignores members that it does not know", async () => {
		const frame = JSON.stringify({ ...version, id: 9, extra: true });
		expect(await client.exchange(frame)).toMatchObject({ result: "0.1" });
	});

	it("cannot be misled by special names", async () => {
		const frame =
			'{"jsonrpc":"2.0","id":9,"method":"group.create","params":{"name":"g","__proto__":{"id":"x"}}}';
		expect(await client.exchange(frame)).toMatchObject({ error: { code: 10 } });
		for (const name of ["__proto__", "constructor", "toString", ""]) {
			expect(await client.fail(name)).toMatchObject({ code: -32601 });
		}
	});

	it("closes a connection that sends more than 16 MiB at once", async () => {
		await using other = await connectRpc(server);
		const name = "x".repeat(17 * 1024 * 1024);
		other.sendText(JSON.stringify({ ...version, id: 1, params: { name } }));
		await other.whenClosed();
		expect(await client.call("system.getVersion")).toBe("0.1");
	});

	it("takes a big frame below that", async () => {
		const pad = "x".repeat(8 * 1024 * 1024);
		expect(await client.call("system.getVersion", { pad })).toBe("0.1");
	});

	it("refuses more than 256 calls at once, and recovers", async () => {
		const calls = [...new Array(400).keys()].map((index) =>
			client.call("group.create", { name: `group ${index}` }),
		);
		const outcomes = await Promise.allSettled(calls);
		const refused = outcomes.filter(({ status }) => status === "rejected");
		expect(refused.length).toBeGreaterThan(0);
		expect(refused.length).toBeLessThanOrEqual(400 - 256);
		for (const outcome of refused) {
			expect(outcome).toMatchObject({ reason: { code: 29 } });
		}
		expect(await client.call("system.getVersion")).toBe("0.1");
	});
});

describe("parameters", () => {
	it("drops an ignorable one that it does not know", async () => {
		const params = { "name?": "ignorable", "bogus?": 1, "toString?": 2 };
		const id = await client.call("group.create", params);
		await client.call("group.delete", { "id?": id });
	});

	it("refuses both forms of one", async () => {
		const params = { name: "a", "name?": "b" };
		expect(await client.fail("group.create", params)).toMatchObject({
			code: 10,
		});
	});

	it("takes the name of the namespace for the id", async () => {
		const id = await client.call("group.create", { name: "short" });
		expect(await client.call("group.delete", { group: id })).toBe(true);
		expect(await client.fail("vm.start", { vm: "nope" })).toEqual({
			code: 1,
			message: "no such VM nope",
			data: { id: "nope", type: "VM" },
		});
	});

	it("ignores _log", async () => {
		expect(await client.call("role.getAll", { _log: true })).toHaveLength(3);
	});

	const cases: [string, object, object[]][] = [
		[
			"user.create",
			{},
			[
				{
					instancePath: "",
					schemaPath: "#/required",
					keyword: "required",
					params: { missingProperty: "email" },
					message: "must have required property 'email'",
				},
				{ keyword: "required", params: { missingProperty: "password" } },
			],
		],
		[
			"user.create",
			{ email: 1, password: "x" },
			[{ instancePath: "/email", keyword: "type", message: "must be string" }],
		],
		[
			"group.create",
			{ name: "" },
			[
				{
					instancePath: "/name",
					keyword: "minLength",
					message: "must NOT have fewer than 1 characters",
				},
			],
		],
		[
			"group.create",
			{ name: "a", bogus: 1 },
			[
				{
					instancePath: "",
					keyword: "additionalProperties",
					params: { additionalProperty: "bogus" },
					message: "must NOT have additional properties",
				},
			],
		],
		[
			"tag.set",
			{ id: "t", color: "red" },
			[{ instancePath: "/color", keyword: "pattern" }],
		],
		[
			"user.create",
			{ email: "a", password: "b", permission: "king" },
			[{ instancePath: "/permission", keyword: "enum" }],
		],
		[
			"xo.getAllObjects",
			{ filter: 3 },
			[{ instancePath: "/filter", keyword: "anyOf" }],
		],
		["xo.getAllObjects", { limit: -1 }, [{ keyword: "minimum" }]],
		["group.create", ["a"], [{ keyword: "type" }]],
	];
	for (const [method, params, errors] of cases) {
		it(`tells what is wrong with ${method} ${JSON.stringify(params)}`, async () => {
			const error = await client.fail(method, params);
			expect(error).toMatchObject({ code: 10, message: "invalid parameters" });
			const { errors: problems } = error.data as { errors: object[] };
			for (const expected of errors) {
				expect(problems).toContainEqual(expect.objectContaining(expected));
			}
		});
	}
});

describe("introspection", () => {
	it("needs no sign-in", async () => {
		await using other = await connectRpc(server);
		const info = await other.call("system.getMethodsInfo");
		const methods = await other.call("system.listMethods");
		expect(Object.keys(info)).toEqual(methods);
		expect(info["acl.add"]).toMatchObject({
			permission: "admin",
			params: { subject: { type: "string" } },
		});
		expect(info["vm.start"].permission).toBeUndefined();
		expect(info["vm.start"].params.force).toMatchObject({ optional: true });
		expect(info["token.createRecord"]).toBeUndefined();
		expect(
			await other.call("system.methodSignature", { method: "acl.add" }),
		).toEqual([{ name: "acl.add", ...info["acl.add"] }]);
		expect(await other.call("system.getServerVersion")).toMatch(/^\d+\.\d+/);
		expect(await other.fail("system.getServerTimezone")).toEqual({
			code: 2,
			message: "not enough permissions",
			data: { object: {} },
		});
		expect(
			await other.fail("system.methodSignature", { method: "nope" }),
		).toMatchObject({ code: 1 });
	});

	it("hides what only REST has", async () => {
		const params = { description: "x" };
		expect(await client.fail("token.createRecord", params)).toEqual({
			code: -32601,
			message: "method not found: token.createRecord",
			data: "token.createRecord",
		});
	});
});

it.each(["constructor", "toString", "hasOwnProperty"])(
	"a parameter named %s is none",
	async (key) => {
		for (const method of ["session.signIn", "user.set", "xo.getAllObjects"]) {
			expect(await client.fail(method, { [key]: 1 })).toMatchObject({
				code: 10,
				message: `"${key}" is no parameter of ${method}`,
			});
		}
	},
);

it("tells of a key deeper down like of any other", async () => {
	const { id } = await client.call("session.getUser");
	const preferences = { constructor: 1, filters: { valueOf: 2 } };
	await client.call("user.set", { id, preferences });
	expect((await client.call("session.getUser")).preferences).toEqual(
		preferences,
	);
});
