import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readJsonReply } from "./json-reply.ts";
import { XapiError } from "./xapi-error.ts";

describe("readJsonReply", () => {
	it.each([
		['{"result":1,"error":null,"id":1}', { result: 1 }],
		['{"jsonrpc":"2.0","result":"","id":1}', { result: "" }],
		['{"result":{"a":NaN},"error":null,"id":1}', { result: { a: Number.NaN } }],
		['{"result":null,"error":["X","y"],"id":1}', { error: ["X", "y"] }],
		[
			'{"jsonrpc":"2.0","error":{"code":1,"message":"X","data":["y"]},"id":1}',
			{ error: ["X", "y"] },
		],
		[
			'{"jsonrpc":"2.0","error":["HOST_STILL_BOOTING"],"id":0}',
			{ error: ["HOST_STILL_BOOTING"] },
		],
	])("reads %s", (text, outcome) => {
		expect(readJsonReply(text)).toEqual(outcome);
	});

	it.each(["", "[]", "{}", '{"error":3}', "<html>"])("refuses %j", (text) => {
		expect(() => readJsonReply(text)).toThrow("PROTOCOL_ERROR");
	});

	it("fails with its own error on anything", () => {
		fc.assert(
			fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
				try {
					readJsonReply(text);
				} catch (error) {
					expect(error).toBeInstanceOf(XapiError);
				}
			}),
		);
	});
});
