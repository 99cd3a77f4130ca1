import type { RestItem } from "./collection.ts";

/** About as many rows make a page. */
const PAGE_ROWS = 64;
const MAX_PAGE_ROWS = 4 * PAGE_ROWS;

interface Page {
	readonly items: readonly RestItem[];
	readonly bytes: Buffer;
}

/** Rows of text that were written once, kept in pages as long as their items:
 *  an answer makes only those pages anew in which something is another. */
export class Pages {
	readonly #write: (item: RestItem) => string;
	/** By their first item. */
	readonly #pages = new WeakMap<RestItem, Page>();

	/** `write` gives the row of an item that does not change in place. */
	constructor(write: (item: RestItem) => string) {
		this.#write = write;
	}

	/** The rows of the items, in order. */
	*of(items: readonly RestItem[]): Generator<Buffer> {
		let start = 0;
		for (let first = items[0]; first !== undefined; first = items[start]) {
			let page = this.#pages.get(first);
			if (page === undefined || !continuesWith(items, start, page.items)) {
				page = this.#make(items.slice(start, pageEnd(items, start)));
				this.#pages.set(first, page);
			}
			yield page.bytes;
			start += page.items.length;
		}
	}

	#make(items: readonly RestItem[]): Page {
		return { items, bytes: Buffer.from(items.map(this.#write).join("")) };
	}
}

/** Compares identities alone: the items are not touched. */
function continuesWith(
	items: readonly RestItem[],
	start: number,
	expected: readonly RestItem[],
): boolean {
	for (let index = 0; index < expected.length; index++) {
		if (items[start + index] !== expected[index]) return false;
	}
	return true;
}

/** Pages end at certain ids, so that an item more or less changes one page,
 *  not all that follow. */
function pageEnd(items: readonly RestItem[], start: number): number {
	const max = Math.min(items.length, start + MAX_PAGE_ROWS);
	for (let index = start; index < max; index++) {
		const id = items[index]?.id ?? "";
		const [last, other] = [id.charCodeAt(id.length - 1), id.charCodeAt(0)];
		if ((last * 16 + other) % PAGE_ROWS === 0) return index + 1;
	}
	return max;
}
