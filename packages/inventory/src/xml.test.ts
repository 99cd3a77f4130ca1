import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { attributesOf, contentOf } from "./xml.ts";

describe("attributesOf", () => {
	it("reads the attributes of each element of a name", () => {
		const xml = `<?xml version="1.0"?><provision><disk device="0" size='8'
			SR="&lt;&#65;&#x42;&amp;&nope;"/><other a="b"/><disk/></provision>`;
		expect(attributesOf(xml, "disk")).toEqual([
			{ device: "0", size: "8", SR: "<AB&&nope;" },
			{},
		]);
	});

	it("takes what it can of broken text", () => {
		expect(attributesOf("<disk a='1'><disk b=2 c='3' <disk", "disk")).toEqual([
			{ a: "1" },
		]);
	});

	it("never throws", () => {
		fc.assert(
			fc.property(xmlLike, (xml) => {
				for (const attributes of attributesOf(xml, "a")) {
					expect(Object.values(attributes).join("")).toBeTypeOf("string");
				}
			}),
		);
	});
});

describe("contentOf", () => {
	it("makes objects of elements, texts of leaves, lists of repetitions", () => {
		const xml = `<docker_ps><item><entry>a</entry><n>1</n></item>
			<item><entry>b&amp;c</entry></item><empty/></docker_ps>`;
		expect(contentOf(xml, "docker_ps")).toEqual({
			item: [{ entry: "a", n: "1" }, { entry: "b&c" }],
			empty: "",
		});
	});

	it.each([
		["another root", "<a/>"],
		["an open element", "<docker_ps><a></docker_ps>"],
		["a stray end", "</a><docker_ps/>"],
		["too deep a nest", "<a>".repeat(1000)],
		["nothing", ""],
	])("is undefined for %s", (_, xml) => {
		expect(contentOf(xml, "docker_ps")).toBe(undefined);
	});

	it("does not set prototypes", () => {
		const content = contentOf("<a><__proto__><x>1</x></__proto__></a>", "a");
		expect((content as { x?: string }).x).toBe(undefined);
		expect(Object.keys(content ?? {})).toEqual(["__proto__"]);
	});

	it("never throws, and takes linear time", () => {
		fc.assert(fc.property(xmlLike, (xml) => void contentOf(xml, "a")));
		const startedAt = performance.now();
		for (const piece of ["<a ", "a=", "&", '"', "<a>", "< "]) {
			const xml = piece.repeat(200_000);
			attributesOf(xml, "a");
			contentOf(xml, "a");
		}
		expect(performance.now() - startedAt).toBeLessThan(5000);
	});
});

const xmlLike = fc
	.array(
		fc.constantFrom(
			"<",
			">",
			"</",
			"/>",
			"a",
			"b",
			"=",
			'"',
			"'",
			"&",
			";",
			" ",
		),
	)
	.map((parts) => parts.join(""));
