import fc from "fast-check";
import { expect, it } from "vitest";
import type { RestItem } from "./collection.ts";
import { Pages } from "./pages.ts";

const rowOf = ({ id }: RestItem) => `,"${id}é"`;
const textOf = (pages: Pages, items: readonly RestItem[]) =>
	String(Buffer.concat([...pages.of(items)]));

it("writes any selection of items, whatever was written before", () => {
	const all = Array.from({ length: 2_000 }, (_, id) => ({ id: `${id}` }));
	const selections = fc.array(
		fc.tuple(fc.nat(2_000), fc.nat(2_000), fc.integer({ min: 1, max: 5 })),
		{ minLength: 1, maxLength: 5 },
	);
	fc.assert(
		fc.property(selections, (bounds) => {
			const pages = new Pages(rowOf);
			for (const [from, to, every] of bounds) {
				const items = all.slice(from, to).filter((_, i) => i % every === 0);
				expect(textOf(pages, items)).toBe(items.map(rowOf).join(""));
			}
		}),
	);
});

it("writes only the page anew in which an item came, went or changed", () => {
	let written = 0;
	const pages = new Pages((item) => {
		written++;
		return rowOf(item);
	});
	const items: RestItem[] = Array.from({ length: 5_000 }, (_, index) => ({
		id: (Math.imul(index, 2_654_435_761) >>> 0).toString(16).padStart(8, "0"),
	}));
	textOf(pages, items);
	expect(written).toBe(5_000);
	for (const [position, removed, added] of [
		[1_000, 1, [{ ...(items[1_000] as RestItem) }]],
		[2_000, 1, []],
		[3_000, 0, [{ id: "another" }]],
	] as const) {
		items.splice(position, removed, ...added);
		written = 0;
		expect(textOf(pages, items)).toBe(items.map(rowOf).join(""));
		expect(written).toBeLessThan(600);
	}
});
