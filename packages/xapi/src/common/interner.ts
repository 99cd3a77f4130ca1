import { deepEqual } from "./deep-equal.ts";

const REF_PREFIX = "OpaqueRef:";
/** Shorter texts that are no refs are names and dates: rarely met again, or
 *  in the record just before. */
const SHORTEST_TEXT = 64;
const LONGEST_TEXT = 8192;
/** 2 MB of pointers: several pools load at once. */
const TEXT_BITS = 18;
/** Few differ. */
const SHAPE_BITS = 14;
/** Texts that differ do so at their end, mostly: refs are random, names are
 *  numbered. */
const HASHED_CHARACTERS = 6;

const EMPTY_ARRAY: readonly never[] = Object.freeze([]);
const EMPTY_OBJECT: Readonly<Record<string, never>> = Object.freeze({});

function isShared(text: string): boolean {
	return (
		text.startsWith(REF_PREFIX) ||
		(text.length >= SHORTEST_TEXT && text.length <= LONGEST_TEXT)
	);
}

function hashOf(text: string, seed = 0): number {
	const { length } = text;
	let hash = Math.imul(seed, 31) + length;
	for (let i = Math.max(0, length - HASHED_CHARACTERS); i < length; i++) {
		hash = Math.imul(hash, 31) + text.charCodeAt(i);
	}
	return hash;
}

/** What was used lately: a value takes the place of another in its slot. For
 *  hundreds of thousands of texts this is three times faster than a map, which
 *  reads all of each. */
class RecentTable<T> {
	readonly #bits: number;
	#slots: (T | undefined)[] = [];

	/** @param bits so many slots, as a power of two */
	constructor(bits: number) {
		this.#bits = bits;
	}

	/** What is kept and equal; keeps `value` when there is nothing. */
	share(value: T, hash: number, isEqual: (kept: T, value: T) => boolean): T {
		if (this.#slots.length === 0) {
			this.#slots = new Array<T | undefined>(2 ** this.#bits).fill(undefined);
		}
		const slot = Math.imul(hash, 0x9e3779b1) >>> (32 - this.#bits);
		const kept = this.#slots[slot];
		if (kept !== undefined && isEqual(kept, value)) return kept;
		this.#slots[slot] = value;
		return value;
	}

	clear(): void {
		this.#slots = [];
	}
}

function isSameText(a: string, b: string): boolean {
	return a === b;
}

/** Makes equal strings, sets and maps of records one object in memory: a pool
 *  repeats its refs on both sides of a relation, and most of its VMs share
 *  operations, platform and recommendations. The tables are emptied when
 *  nobody holds them any more. */
export class Interner {
	readonly #strings = new RecentTable<string>(TEXT_BITS);
	readonly #sets = new RecentTable<readonly unknown[]>(SHAPE_BITS);
	readonly #maps = new RecentTable<Readonly<Record<string, unknown>>>(
		SHAPE_BITS,
	);
	#holders = 0;

	/** Keeps the tables; dispose when a load ends. */
	hold(): Disposable {
		this.#holders += 1;
		return {
			[Symbol.dispose]: () => {
				this.#holders -= 1;
				if (this.#holders > 0) return;
				this.#strings.clear();
				this.#sets.clear();
				this.#maps.clear();
			},
		};
	}

	/** Replaces the fields of a freshly parsed record, in place. What equals the
	 *  same field of `neighbour`, an interned record of the same class, needs no
	 *  search. */
	internFields(
		record: Record<string, unknown>,
		neighbour: Readonly<Record<string, unknown>> = EMPTY_OBJECT,
	): void {
		for (const field in record) {
			const value = record[field];
			// Only what can be shared is written back: writing costs most here.
			if (typeof value === "string") {
				const beside = neighbour[field];
				if (value === beside) record[field] = beside;
				else if (isShared(value)) record[field] = this.#shareText(value);
			} else if (typeof value === "object" && value !== null) {
				const beside = neighbour[field];
				record[field] = deepEqual(value, beside) ? beside : this.#intern(value);
			}
		}
	}

	string(text: string): string {
		return isShared(text) ? this.#shareText(text) : text;
	}

	#shareText(text: string): string {
		return this.#strings.share(text, hashOf(text), isSameText);
	}

	#intern(value: unknown): unknown {
		if (typeof value === "string") return this.string(value);
		if (typeof value !== "object" || value === null) return value;
		return Array.isArray(value)
			? this.#internSet(value)
			: this.#internMap(value as Record<string, unknown>);
	}

	#internSet(set: unknown[]): readonly unknown[] {
		if (set.length === 0) return EMPTY_ARRAY;
		let hash = 0;
		let isText = true;
		for (let i = 0; i < set.length; i++) {
			const item = this.#intern(set[i]);
			set[i] = item;
			if (typeof item === "string") hash = hashOf(item, hash);
			else isText = false;
		}
		// A set of refs (a VM's VBDs) is its owner's alone.
		if (!isText || String(set[0]).startsWith(REF_PREFIX)) return set;
		return this.#sets.share(set, hash, deepEqual);
	}

	#internMap(map: Record<string, unknown>): Readonly<Record<string, unknown>> {
		let hash = 0;
		let isText = true;
		let isEmpty = true;
		for (const name in map) {
			const item = this.#intern(map[name]);
			map[name] = item;
			isEmpty = false;
			if (typeof item === "string") hash = hashOf(item, hashOf(name, hash));
			else isText = false;
		}
		if (isEmpty) return EMPTY_OBJECT;
		return isText ? this.#maps.share(map, hash, deepEqual) : map;
	}
}
