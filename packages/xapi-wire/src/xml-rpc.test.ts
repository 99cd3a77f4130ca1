import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { coerceValue } from "./coerce.ts";
import { WireError } from "./wire-error.ts";
import type { WireValue } from "./wire-value.ts";
import {
	decodeXmlRpcReply,
	decodeXmlRpcRequest,
	decodeXmlRpcValue,
} from "./xml-rpc-decode.ts";
import {
	encodePlainXmlRpcValue,
	encodeXmlRpcFailure,
	encodeXmlRpcRequest,
	encodeXmlRpcSuccess,
	encodeXmlRpcValue,
} from "./xml-rpc-encode.ts";
import { decodeXmlRpcOutcome } from "./xml-rpc-outcome.ts";

const text = fc
	.string({ unit: "grapheme" })
	.filter((value) => !/\p{Cc}|\p{Cn}/u.test(value));
const { value } = fc.letrec<{ value: WireValue }>((tie) => ({
	value: fc.oneof(
		{ maxDepth: 4 },
		text,
		fc.boolean(),
		fc.double({ noNaN: true, noInteger: true, noDefaultInfinity: true }),
		fc.constant(null),
		fc.array(tie("value"), { maxLength: 4 }),
		fc.dictionary(text, tie("value"), { maxKeys: 4, noNullPrototype: true }),
	),
}));

/** Doubles travel with 16 digits. */
function rounded(item: WireValue): WireValue {
	if (typeof item === "number") return Number(item.toPrecision(16));
	if (typeof item !== "object" || item === null) return item;
	if (Array.isArray(item)) return item.map(rounded);
	return Object.fromEntries(
		Object.entries(item).map(([key, inner]) => [key, rounded(inner)]),
	);
}

describe("XML-RPC", () => {
	it("gives back the values of a request", () => {
		fc.assert(
			fc.property(fc.array(value, { maxLength: 3 }), (params) => {
				const xml = encodeXmlRpcRequest("VM.start", params);
				expect(decodeXmlRpcRequest(xml)).toEqual({
					method: "VM.start",
					params: params.map(rounded),
				});
			}),
		);
	});

	it("writes what XAPI writes", () => {
		expect(encodeXmlRpcValue("int", 12)).toBe("<value>12</value>");
		expect(encodeXmlRpcValue("float", 1)).toBe(
			"<value><double>1</double></value>",
		);
		expect(encodeXmlRpcValue("float", Number.NEGATIVE_INFINITY)).toBe(
			"<value><double>-inf</double></value>",
		);
		expect(encodeXmlRpcValue("bool", true)).toBe(
			"<value><boolean>1</boolean></value>",
		);
		expect(encodeXmlRpcValue("void", undefined)).toBe("<value></value>");
		expect(encodeXmlRpcValue("datetime", "20260821T15:31:45Z")).toBe(
			"<value><dateTime.iso8601>20260821T15:31:45Z</dateTime.iso8601></value>",
		);
		expect(encodeXmlRpcValue("VM ref set", ["a", "b"])).toBe(
			"<value><array><data><value>a</value><value>b</value></data></array></value>",
		);
		expect(encodeXmlRpcValue("string", 'a<b>&"c"\u0001')).toBe(
			"<value>a&lt;b&gt;&amp;&quot;c&quot;</value>",
		);
	});

	it("writes the fields of a record without the internal ones", () => {
		const xml = encodeXmlRpcValue("task record", {
			progress: 0.5,
			session: "OpaqueRef:secret",
		});
		expect(xml).toContain("<name>progress</name><value><double>0.5</double>");
		expect(xml).not.toContain("secret");
	});

	it("writes params by their type, so that 60 can be a float", () => {
		const xml = encodeXmlRpcRequest(
			"event.from",
			["s", 60],
			["string", "float"],
		);
		expect(xml).toContain("<value><double>60</double></value>");
		expect(encodeXmlRpcRequest("m", [60])).toContain("<value>60</value>");
	});

	it("reads every spelling of a value", () => {
		const read = (inner: string) =>
			decodeXmlRpcValue(`<value>${inner}</value>`);
		expect(read("plain")).toBe("plain");
		expect(read("<string>s &lt; t</string>")).toBe("s < t");
		expect(read("<i4> 12 </i4>")).toBe("12");
		expect(read("<i8>9223372036854775807</i8>")).toBe("9223372036854775807");
		expect(read("<double>nan</double>")).toBeNaN();
		expect(read("<boolean>0</boolean>")).toBe(false);
		expect(read("<nil/>")).toBeNull();
		expect(read("")).toBe("");
		expect(read("<string/>")).toBe("");
		expect(read("<struct/>")).toEqual({});
		expect(read("<array/>")).toEqual([]);
		expect(read("<array><data>\n</data></array>")).toEqual([]);
		expect(
			read(
				"\n<struct>\n<member><name>a</name>\n<value>1</value></member></struct>",
			),
		).toEqual({ a: "1" });
	});

	it("keeps a member called __proto__ an ordinary one", () => {
		const struct = decodeXmlRpcValue(
			"<value><struct><member><name>__proto__</name><value>x</value></member></struct></value>",
		);
		expect(Object.keys(struct as object)).toEqual(["__proto__"]);
	});

	it("tells success from failure", () => {
		const success = encodeXmlRpcSuccess(encodeXmlRpcValue("string", "r"));
		expect(decodeXmlRpcOutcome(success)).toEqual({ result: "r" });
		const failure = encodeXmlRpcFailure(["HANDLE_INVALID", "VM", "x"]);
		expect(decodeXmlRpcOutcome(failure)).toEqual({
			error: ["HANDLE_INVALID", "VM", "x"],
		});
		expect(() =>
			decodeXmlRpcReply(
				"<methodResponse><fault><value>no</value></fault></methodResponse>",
			),
		).toThrow("fault");
	});

	it("refuses garbage with its own error only", () => {
		const tags = [
			"<value>",
			"</value>",
			"<struct>",
			"</struct>",
			"<array>",
			"</array>",
			"<data>",
			"</data>",
			"<member>",
			"</member>",
			"<name>",
			"</name>",
			"<methodCall>",
			"</methodCall>",
			"<i4>",
			"</i4>",
			"&amp;",
			"&x;",
			"<!DOCTYPE a>",
			"x",
			"<",
		];
		const garbage = fc
			.array(fc.constantFrom(...tags), { maxLength: 20 })
			.map((parts) => parts.join(""));
		for (const decode of [
			decodeXmlRpcRequest,
			decodeXmlRpcReply,
			decodeXmlRpcValue,
		]) {
			fc.assert(
				fc.property(garbage, (xml) => {
					try {
						decode(xml);
					} catch (error) {
						expect(error).toBeInstanceOf(WireError);
					}
				}),
			);
		}
	});

	it("bounds the depth", () => {
		const deep = "<value><array><data>".repeat(10_000);
		expect(() => decodeXmlRpcValue(deep)).toThrow("too deep");
	});

	it("turns text into numbers where the datamodel says so", () => {
		const xml = encodePlainXmlRpcValue({
			memory_static_max: 4096,
			tags: ["a"],
		});
		const record = coerceValue("VM record", decodeXmlRpcValue(xml), {
			isStrict: false,
		});
		expect(record).toEqual({ memory_static_max: 4096, tags: ["a"] });
	});
});
