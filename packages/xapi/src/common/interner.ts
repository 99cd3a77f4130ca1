import { deepEqual } from "./deep-equal.ts";

/** V8 shares shorter strings by itself. */
const SHORTEST = 11;
const LONGEST = 8192;
const MAX_ENTRIES = 65_536;

const EMPTY_ARRAY: readonly never[] = Object.freeze([]);
const EMPTY_OBJECT: Readonly<Record<string, never>> = Object.freeze({});

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

	/** Replaces the fields of a freshly parsed record, in place. */
	internFields(record: Record<string, unknown>): void {
		for (const field in record) record[field] = this.#intern(record[field]);
	}

	string(text: string): string {
		if (text.length < SHORTEST || text.length > LONGEST) return text;
		return this.#strings.share(text, text);
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
		if (!isText) return set;
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
