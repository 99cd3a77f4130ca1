import { deepEqual } from "./deep-equal.ts";

const REF_PREFIX = "OpaqueRef:";
/** Shorter texts that are no refs are names and dates: rarely met again, or
 *  in the record just before. */
const SHORTEST_TEXT = 64;
const LONGEST_TEXT = 8192;
const MAX_ENTRIES = 65_536;

const EMPTY_ARRAY: readonly never[] = Object.freeze([]);
const EMPTY_OBJECT: Readonly<Record<string, never>> = Object.freeze({});

function isShared(text: string): boolean {
	return (
		text.startsWith(REF_PREFIX) ||
		(text.length >= SHORTEST_TEXT && text.length <= LONGEST_TEXT)
	);
}

/** What was used lately, and what was a while ago; older things are dropped. */
class RecentTable<T> {
	#young = new Map<string, T>();
	#old = new Map<string, T>();

	/** What is kept under the key; keeps `value` when there is nothing. */
	share(key: string, value: T): T {
		const young = this.#young.get(key);
		if (young !== undefined) return young;
		const shared = this.#old.get(key) ?? value;
		if (this.#young.size >= MAX_ENTRIES) {
			this.#old = this.#young;
			this.#young = new Map();
		}
		this.#young.set(key, shared);
		return shared;
	}

	clear(): void {
		this.#young.clear();
		this.#old.clear();
	}
}

/** Makes equal strings, sets and maps of records one object in memory: a pool
 *  repeats its refs on both sides of a relation, and most of its VMs share
 *  operations, platform and recommendations. The tables are emptied when
 *  nobody holds them any more. */
export class Interner {
	readonly #strings = new RecentTable<string>();
	readonly #sets = new RecentTable<readonly unknown[]>();
	readonly #maps = new RecentTable<Readonly<Record<string, unknown>>>();
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
				else if (isShared(value))
					record[field] = this.#strings.share(value, value);
			} else if (typeof value === "object" && value !== null) {
				const beside = neighbour[field];
				record[field] = deepEqual(value, beside) ? beside : this.#intern(value);
			}
		}
	}

	string(text: string): string {
		return isShared(text) ? this.#strings.share(text, text) : text;
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
		let isText = true;
		for (let i = 0; i < set.length; i++) {
			set[i] = this.#intern(set[i]);
			isText &&= typeof set[i] === "string";
		}
		// A set of refs (a VM's VBDs) is its owner's alone.
		if (!isText || String(set[0]).startsWith(REF_PREFIX)) return set;
		const shared = this.#sets.share(set.join("\0"), set);
		// The key of a set is ambiguous when its texts contain the separator.
		return deepEqual(shared, set) ? shared : set;
	}

	#internMap(map: Record<string, unknown>): Readonly<Record<string, unknown>> {
		let key = "";
		let isText = true;
		for (const name in map) {
			const item = this.#intern(map[name]);
			map[name] = item;
			isText &&= typeof item === "string";
			if (isText) key += `${name}\0${item}\0`;
		}
		if (!isText) return map;
		if (key === "") return EMPTY_OBJECT;
		const shared = this.#maps.share(key, map);
		return deepEqual(shared, map) ? shared : map;
	}
}
