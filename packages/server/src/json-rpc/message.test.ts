import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseMessage } from "./message.ts";

describe("parseMessage", () => {
	it("gives every call as it was written", () => {
		const call = fc.record({
			id: fc.option(fc.oneof(fc.integer(), fc.string()), { nil: undefined }),
			method: fc.string(),
			params: fc.option(
				fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 5 })),
				{
					nil: undefined,
				},
			),
		});
		fc.assert(
			fc.property(call, ({ id, method, params }) => {
				const text = JSON.stringify({ jsonrpc: "2.0", id, method, params });
				fc.pre(!text.includes("__proto__"));
				const plain = JSON.parse(text);
				expect(parseMessage(text)).toEqual({
					kind: "request",
					id: plain.id,
					method: plain.method,
					params: plain.params,
				});
			}),
		);
	});

	it("never throws, and calls only a request a request", () => {
		const noise = fc.oneof(
			fc.string(),
			fc.json(),
			fc.string().map((text) => `{"jsonrpc":"2.0","method":${text}`),
			fc.nat(500).map((depth) => "[".repeat(depth)),
			fc.nat(500).map((depth) => '{"a":'.repeat(depth)),
		);
		fc.assert(
			fc.property(noise, (text) => {
				const message = parseMessage(text);
				if (message.kind === "invalid") {
					expect([-32700, -32600]).toContain(message.code);
				} else expect(typeof message.method).toBe("string");
			}),
		);
	});

	it("counts nesting outside of strings only", () => {
		const deep = (text: string) =>
			`{"jsonrpc":"2.0","id":1,"method":"m","params":{"a":${text}}}`;
		const quoted = JSON.stringify(`${"[".repeat(500)}\\"{`);
		expect(parseMessage(deep(quoted)).kind).toBe("request");
		const nested = "[".repeat(98) + "]".repeat(98);
		expect(parseMessage(deep(nested)).kind).toBe("request");
		expect(parseMessage(deep(`[${nested}]`))).toMatchObject({ code: -32700 });
	});
});
