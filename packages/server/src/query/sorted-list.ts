const CHUNK_SIZE = 512;
/** Of which the middle one divides a chunk about in halves. */
const SAMPLE_SIZE = 15;

interface Chunk<Item> {
	/** Nothing in the chunk comes before it, and nothing in earlier chunks
	 *  after it. It may have been deleted; the first chunk needs none. */
	readonly from: Item | undefined;
	items: Item[];
	isSorted: boolean;
}

/** A sorted list that finds, inserts and deletes with O(log n) compares and
 *  moves at most one chunk of items; positions cost a walk over the chunks.
 *  It is sorted only where somebody looked: the first rows of many objects
 *  cost a few compares for each. `compare` must give 0 only for items that
 *  may stand for each other. */
export class SortedList<Item> {
	readonly #compare: (a: Item, b: Item) => number;
	readonly #chunks: Chunk<Item>[] = [];
	#size = 0;

	/** Takes the items in any order. */
	constructor(
		compare: (a: Item, b: Item) => number,
		items: readonly Item[] = [],
	) {
		this.#compare = compare;
		this.#size = items.length;
		if (items.length === 0) return;
		this.#chunks.push({ from: undefined, items: [...items], isSorted: false });
	}

	get size(): number {
		return this.#size;
	}

	first(): Item | undefined {
		return this.slice(0, 1)[0];
	}

	last(): Item | undefined {
		return this.slice(this.#size - 1, 1)[0];
	}

	insert(item: Item): void {
		this.#size++;
		if (this.#chunks.length === 0) {
			this.#chunks.push({ from: undefined, items: [item], isSorted: true });
			return;
		}
		const index = this.#findChunk(item);
		const chunk = this.#chunks[index] as Chunk<Item>;
		const { items, isSorted } = chunk;
		if (!isSorted) {
			items.push(item);
			return;
		}
		items.splice(this.#findInChunk(items, item), 0, item);
		if (items.length <= 2 * CHUNK_SIZE) return;
		const upper = items.splice(CHUNK_SIZE);
		this.#chunks.splice(index + 1, 0, {
			from: upper[0],
			items: upper,
			isSorted: true,
		});
	}

	/** Whether an item that compares equal was there. */
	delete(item: Item): boolean {
		if (this.#size === 0) return false;
		let index = this.#settleAround(item);
		let { items } = this.#chunks[index] as Chunk<Item>;
		let position = this.#findInChunk(items, item);
		if (position === items.length && index + 1 < this.#chunks.length) {
			index++;
			while (!this.#settle(index));
			({ items } = this.#chunks[index] as Chunk<Item>);
			position = 0;
		}
		const found = items[position];
		if (found === undefined || this.#compare(found, item) !== 0) return false;
		this.#size--;
		items.splice(position, 1);
		if (items.length < CHUNK_SIZE / 4) this.#shrink(index);
		return true;
	}

	/** How many items come before this one. */
	rankOf(item: Item): number {
		if (this.#size === 0) return 0;
		const chunkIndex = this.#settleAround(item);
		let rank = 0;
		for (let index = 0; index < chunkIndex; index++) {
			rank += this.#chunks[index]?.items.length ?? 0;
		}
		const { items } = this.#chunks[chunkIndex] as Chunk<Item>;
		return rank + this.#findInChunk(items, item);
	}

	/** At most `limit` items from position `offset` on. */
	slice(offset: number, limit: number): Item[] {
		const found: Item[] = [];
		let skip = Math.max(0, offset);
		let index = 0;
		while (found.length < limit) {
			const chunk = this.#chunks[index];
			if (chunk === undefined) break;
			if (skip < chunk.items.length && !this.#settle(index)) continue;
			const end = skip + limit - found.length;
			for (let i = skip; i < end && i < chunk.items.length; i++) {
				found.push(chunk.items[i] as Item);
			}
			skip = Math.max(0, skip - chunk.items.length);
			index++;
		}
		return found;
	}

	*[Symbol.iterator](): Generator<Item> {
		yield* this.slice(0, this.#size);
	}

	/** Sorts the chunk where the item belongs. */
	#settleAround(item: Item): number {
		let index = this.#findChunk(item);
		while (!this.#settle(index)) index = this.#findChunk(item);
		return index;
	}

	/** Sorts a chunk that can be. Otherwise divides it and gives false. */
	#settle(index: number): boolean {
		const chunk = this.#chunks[index] as Chunk<Item>;
		if (chunk.isSorted) return true;
		const { items } = chunk;
		const halves =
			items.length > 2 * CHUNK_SIZE ? this.#divide(items) : undefined;
		if (halves === undefined) {
			items.sort(this.#compare);
			chunk.isSorted = true;
			return true;
		}
		const { lower, from, upper } = halves;
		chunk.items = lower;
		this.#chunks.splice(index + 1, 0, { from, items: upper, isSorted: false });
		return false;
	}

	/** Undefined for items of which about half are equal. */
	#divide(items: readonly Item[]) {
		const step = Math.floor(items.length / SAMPLE_SIZE);
		const sample = items.filter((_, position) => position % step === 0);
		sample.sort(this.#compare);
		const from = sample[sample.length >>> 1] as Item;
		const upper: Item[] = [];
		const lower: Item[] = [];
		for (const item of items) {
			(this.#compare(item, from) < 0 ? lower : upper).push(item);
		}
		return lower.length === 0 ? undefined : { lower, from, upper };
	}

	/** The last chunk that begins before the item. */
	#findChunk(item: Item): number {
		const later = this.#chunks.length - 1;
		return lowerBound(later, (index) => {
			const { from } = this.#chunks[index + 1] as Chunk<Item>;
			return this.#compare(from as Item, item) < 0;
		});
	}

	#findInChunk(items: readonly Item[], item: Item): number {
		return lowerBound(
			items.length,
			(index) => this.#compare(items[index] as Item, item) < 0,
		);
	}

	/** Joins a small chunk with its neighbour, or drops an empty one. */
	#shrink(index: number): void {
		const chunk = this.#chunks[index];
		const next = this.#chunks[index + 1];
		if (chunk === undefined) return;
		if (chunk.items.length === 0) this.#chunks.splice(index, 1);
		else if (
			next?.isSorted &&
			chunk.items.length + next.items.length <= CHUNK_SIZE
		) {
			chunk.items.push(...next.items);
			this.#chunks.splice(index + 1, 1);
		}
	}
}

function lowerBound(length: number, isBefore: (index: number) => boolean) {
	let low = 0;
	let high = length;
	while (low < high) {
		const middle = (low + high) >>> 1;
		if (isBefore(middle)) low = middle + 1;
		else high = middle;
	}
	return low;
}
