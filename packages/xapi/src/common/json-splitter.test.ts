import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { JsonSplitter } from "./json-splitter.ts";

/** Feeds `text` in pieces of `pieceBytes`; gives the members and the rest. */
function split(
	text: string,
	{
		path,
		pieceBytes = 7,
		groupBytes = 0,
	}: { path: string[]; pieceBytes?: number; groupBytes?: number },
) {
	const groups: unknown[] = [];
	const splitter = new JsonSplitter({
		path,
		groupBytes,
		onGroup: (group) => groups.push(JSON.parse(group)),
	});
	const bytes = new TextEncoder().encode(text);
	for (let i = 0; i < bytes.length; i += pieceBytes) {
		splitter.push(bytes.slice(i, i + pieceBytes));
	}
	return { groups, rest: JSON.parse(splitter.finish()) as unknown };
}

/** Of a group of records, which may come as refs and records by turns. */
function membersOf(group: object): object {
	if (!Array.isArray(group)) return group;
	const odd = group.filter((_, index) => index % 2 === 1);
	return Object.fromEntries(odd.map((item, i) => [group[2 * i], item]));
}

describe("JsonSplitter", () => {
	it("hands over members and keeps the rest", () => {
		const reply = { jsonrpc: "2.0", result: { a: { x: 1 }, b: {} }, id: 1 };
		expect(split(JSON.stringify(reply), { path: ["result"] })).toEqual({
			groups: [{ a: { x: 1 } }, { b: {} }],
			rest: { jsonrpc: "2.0", result: {}, id: 1 },
		});
	});

	it("finds a nested array", () => {
		const reply = {
			result: { events: [{ ref: "a" }, { ref: "]" }], token: "t" },
		};
		const { groups, rest } = split(JSON.stringify(reply), {
			path: ["result", "events"],
		});
		expect(groups.flat()).toEqual(reply.result.events);
		expect(rest).toEqual({ result: { events: [], token: "t" } });
	});

	it.each([
		{ error: { code: 1, message: "X", data: ["result"] } },
		{ result: null },
		{ result: "result" },
		{ other: { result: { a: 1 } }, result: 3 },
		{ result: [{ events: [1] }] },
		{ result: { other: { events: [1] } } },
	])("leaves %j whole", (reply) => {
		const path = ["result", "events"];
		expect(split(JSON.stringify(reply), { path })).toEqual({
			groups: [],
			rest: reply,
		});
	});

	it("puts members together up to a size", () => {
		const reply = {
			result: Object.fromEntries([..."abcdef"].map((k) => [k, k])),
		};
		const { groups } = split(JSON.stringify(reply), {
			path: ["result"],
			groupBytes: 15,
		});
		expect(groups).toEqual([
			{ a: "a", b: "b" },
			{ c: "c", d: "d" },
			{ e: "e", f: "f" },
		]);
	});

	it("fails at the end of a truncated document", () => {
		const text = '{"result":{"a":{"x":1},"b":';
		expect(() => split(text, { path: ["result"] })).toThrow(SyntaxError);
	});

	it("finds records by their boundaries, wherever the pieces end", () => {
		const result = Object.fromEntries(
			Array.from({ length: 50 }, (_, index) => [
				`OpaqueRef:${index}`,
				{
					name: `},"OpaqueRef: ${"x".repeat(index)}`,
					operations: { "OpaqueRef:a": "clone", "OpaqueRef:b": "copy" },
				},
			]),
		);
		const text = Buffer.from(JSON.stringify({ jsonrpc: "2.0", result, id: 1 }));
		for (let pieceBytes = 1; pieceBytes < 200; pieceBytes += 7) {
			const groups: string[] = [];
			const splitter = new JsonSplitter({
				path: ["result"],
				onGroup: (group) => groups.push(group),
			});
			for (let at = 0; at < text.length; at += pieceBytes) {
				splitter.push(text.subarray(at, at + pieceBytes));
			}
			const rest = JSON.parse(splitter.finish());
			expect(rest).toEqual({ jsonrpc: "2.0", result: {}, id: 1 });
			const members = groups.map((group) => membersOf(JSON.parse(group)));
			expect(Object.assign({}, ...members)).toEqual(result);
			expect(groups.length).toBeGreaterThan(40 / Math.max(1, pieceBytes / 20));
		}
	});

	it("loses nothing, however the document is cut", () => {
		fc.assert(
			fc.property(
				fc.record({
					members: fc.dictionary(fc.string(), fc.jsonValue(), { maxKeys: 8 }),
					other: fc.jsonValue(),
					pieceBytes: fc.integer({ min: 1, max: 40 }),
					groupBytes: fc.integer({ min: 0, max: 60 }),
					indent: fc.constantFrom(undefined, 1),
				}),
				({ members, other, pieceBytes, groupBytes, indent }) => {
					const document = { "re\\sult": 1, other, result: members, id: other };
					const text = JSON.stringify(document, null, indent);
					const parts = split(text, {
						path: ["result"],
						pieceBytes,
						groupBytes,
					});
					const expected = JSON.parse(text) as { result: unknown };
					const merged = new Map(
						parts.groups.flatMap((group) => Object.entries(group as object)),
					);
					expect(Object.fromEntries(merged)).toEqual(
						Object.fromEntries(Object.entries(expected.result as object)),
					);
					expect(parts.rest).toEqual({ ...expected, result: {} });
				},
			),
		);
	});
});
