import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { encodeJsonValue } from "./json-encode.ts";
import {
	decodeJsonRpcReply,
	decodeJsonRpcRequest,
	encodeJsonRpcFailure,
	encodeJsonRpcRequest,
	encodeJsonRpcSuccess,
} from "./json-rpc.ts";
import { WireError } from "./wire-error.ts";

describe("JSON-RPC", () => {
	it("reads requests of both versions", () => {
		expect(
			decodeJsonRpcRequest('{"id":1,"method":"m","params":["a"]}'),
		).toEqual({ version: "1.0", id: 1, method: "m", params: ["a"] });
		expect(
			decodeJsonRpcRequest(
				encodeJsonRpcRequest({ id: "x", method: "m", params: [] }),
			),
		).toEqual({ version: "2.0", id: "x", method: "m", params: [] });
		expect(
			decodeJsonRpcRequest(
				'{"jsonrpc":"2.0","id":1,"method":"m","params":{"a":1}}',
			).params,
		).toEqual([{ a: 1 }]);
	});

	it.each([
		"",
		"[]",
		'{"method":"m","params":[]}',
		'{"method":"m","params":[],"id":null}',
		'{"id":1,"params":[]}',
		'{"id":1,"method":"m"}',
		'{"id":1,"method":"m","params":{}}',
		'{"jsonrpc":"3.0","id":1,"method":"m"}',
	])("refuses %s", (text) => {
		expect(() => decodeJsonRpcRequest(text)).toThrow(WireError);
	});

	it("writes answers of both versions as XAPI does", () => {
		const v1 = { version: "1.0", id: 7 } as const;
		const v2 = { version: "2.0", id: 7 } as const;
		expect(encodeJsonRpcSuccess(v1, '"r"')).toBe(
			'{"result":"r","error":null,"id":7}',
		);
		expect(encodeJsonRpcSuccess(v2, '"r"')).toBe(
			'{"jsonrpc":"2.0","result":"r","id":7}',
		);
		expect(encodeJsonRpcFailure(v1, ["C", "p"])).toBe(
			'{"result":null,"error":["C","p"],"id":7}',
		);
		expect(encodeJsonRpcFailure(v2, ["C", "p"])).toBe(
			'{"jsonrpc":"2.0","error":{"code":1,"message":"C","data":["p"]},"id":7}',
		);
	});

	it("reads answers of both versions, and the bare array", () => {
		for (const version of ["1.0", "2.0"] as const) {
			const request = { version, id: 1 };
			expect(decodeJsonRpcReply(encodeJsonRpcSuccess(request, "[1]"))).toEqual({
				result: [1],
			});
			expect(
				decodeJsonRpcReply(encodeJsonRpcFailure(request, ["C", "p"])),
			).toEqual({ error: ["C", "p"] });
		}
		expect(
			decodeJsonRpcReply(
				'{"jsonrpc":"2.0","error":["HOST_STILL_BOOTING"],"id":0}',
			),
		).toEqual({ error: ["HOST_STILL_BOOTING"] });
	});

	it("refuses garbage with its own error only", () => {
		const garbage = fc.oneof(fc.string(), fc.json());
		fc.assert(
			fc.property(garbage, (text) => {
				for (const decode of [decodeJsonRpcRequest, decodeJsonRpcReply]) {
					try {
						decode(text);
					} catch (error) {
						expect(error).toBeInstanceOf(WireError);
					}
				}
			}),
		);
	});
});

describe("encodeJsonValue", () => {
	it("prints floats with a point and non-finite ones as tokens", () => {
		expect(encodeJsonValue("float", 1)).toBe("1.0");
		expect(encodeJsonValue("float", 0.125)).toBe("0.125");
		expect(encodeJsonValue("float", Number.NaN)).toBe("NaN");
		expect(encodeJsonValue("(int -> float) map", { 0: 1 })).toBe('{"0":1.0}');
	});

	it("prints records without internal fields", () => {
		const record = {
			uuid: '"progress":1,',
			session: "s",
			progress: 1,
			other_config: { progress: "1" },
		};
		expect(encodeJsonValue("task record", record)).toBe(
			JSON.stringify({ ...record, session: undefined }).replace(
				/"progress":1,(?="other)/,
				'"progress":1.0,',
			),
		);
		const metrics = { VCPUs_utilisation: { 0: 1, 1: 0.5 }, uuid: "u" };
		expect(encodeJsonValue("VM_metrics record", metrics)).toBe(
			'{"VCPUs_utilisation":{"0":1.0,"1":0.5},"uuid":"u"}',
		);
	});

	it("prints void as an empty string", () => {
		expect(encodeJsonValue("void", undefined)).toBe('""');
	});
});
