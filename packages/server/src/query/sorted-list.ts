const CHUNK_SIZE = 512;

/** A sorted list that finds, inserts and deletes with O(log n) compares and
 *  moves at most one chunk of items; positions cost a walk over the chunks.
 *  `compare` must give 0 only for items that may stand for each other. */
export class SortedList<Item> {
	readonly #compare: (a: Item, b: Item) => number;
	readonly #chunks: Item[][] = [];
	#size = 0;

	/** Takes the items in any order. */
	constructor(
		compare: (a: Item, b: Item) => number,
		items: readonly Item[] = [],
	) {
		this.#compare = compare;
		const sorted = items.toSorted(compare);
		for (let start = 0; start < sorted.length; start += CHUNK_SIZE) {
			this.#chunks.push(sorted.slice(start, start + CHUNK_SIZE));
		}
		this.#size = sorted.length;
	}

	get size(): number {
		return this.#size;
	}

	first(): Item | undefined {
		return this.#chunks[0]?.[0];
	}

	last(): Item | undefined {
		return this.#chunks.at(-1)?.at(-1);
	}

	insert(item: Item): void {
		this.#size++;
		if (this.#chunks.length === 0) {
			this.#chunks.push([item]);
			return;
		}
		const chunkIndex = Math.min(this.#findChunk(item), this.#chunks.length - 1);
		const chunk = this.#chunks[chunkIndex] ?? [];
		chunk.splice(this.#findInChunk(chunk, item), 0, item);
		if (chunk.length > 2 * CHUNK_SIZE) {
			this.#chunks.splice(chunkIndex + 1, 0, chunk.splice(CHUNK_SIZE));
		}
	}

	/** Whether an item that compares equal was there. */
	delete(item: Item): boolean {
		const chunkIndex = this.#findChunk(item);
		const chunk = this.#chunks[chunkIndex];
		if (chunk === undefined) return false;
		const position = this.#findInChunk(chunk, item);
		const found = chunk[position];
		if (found === undefined || this.#compare(found, item) !== 0) return false;
		this.#size--;
		chunk.splice(position, 1);
		if (chunk.length < CHUNK_SIZE / 4) this.#shrink(chunkIndex);
		return true;
	}

	/** How many items come before this one. */
	rankOf(item: Item): number {
		const chunkIndex = this.#findChunk(item);
		let rank = 0;
		for (let index = 0; index < chunkIndex; index++) {
			rank += this.#chunks[index]?.length ?? 0;
		}
		const chunk = this.#chunks[chunkIndex];
		return chunk === undefined ? rank : rank + this.#findInChunk(chunk, item);
	}

	/** At most `limit` items from position `offset` on. */
	slice(offset: number, limit: number): Item[] {
		const items: Item[] = [];
		let skip = offset;
		for (const chunk of this.#chunks) {
			if (items.length >= limit) break;
			if (skip >= chunk.length) {
				skip -= chunk.length;
				continue;
			}
			const end = skip + limit - items.length;
			for (let i = skip; i < end && i < chunk.length; i++) {
				items.push(chunk[i] as Item);
			}
			skip = 0;
		}
		return items;
	}

	*[Symbol.iterator](): Generator<Item> {
		for (const chunk of this.#chunks) yield* chunk;
	}

	/** The first chunk whose last item is not before `item`. */
	#findChunk(item: Item): number {
		return lowerBound(this.#chunks.length, (index) => {
			const last = this.#chunks[index]?.at(-1) as Item;
			return this.#compare(last, item) < 0;
		});
	}

	#findInChunk(chunk: readonly Item[], item: Item): number {
		return lowerBound(
			chunk.length,
			(index) => this.#compare(chunk[index] as Item, item) < 0,
		);
	}

	/** Joins a small chunk with its neighbour, or drops an empty one. */
	#shrink(index: number): void {
		const chunk = this.#chunks[index];
		const next = this.#chunks[index + 1];
		if (chunk === undefined) return;
		if (chunk.length === 0) this.#chunks.splice(index, 1);
		else if (next && chunk.length + next.length <= CHUNK_SIZE) {
			this.#chunks.splice(index, 2, [...chunk, ...next]);
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
