/** V8 shares shorter strings by itself. */
const SHORTEST = 11;
const LONGEST = 8192;
const MAX_ENTRIES = 65_536;

const EMPTY_ARRAY: readonly never[] = Object.freeze([]);
const EMPTY_OBJECT: Readonly<Record<string, never>> = Object.freeze({});

/** Makes equal strings, sets and maps of records one object in memory: a pool
 *  repeats its refs on both sides of a relation, and most of its VMs share
 *  operations, platform and recommendations. The table keeps what was used
 *  lately and is emptied when nobody holds it any more. */
export class Interner {
	#young = new Map<string, unknown>();
	#old = new Map<string, unknown>();
	#holders = 0;

	/** Keeps the table; dispose when a load ends. */
	hold(): Disposable {
		this.#holders += 1;
		return {
			[Symbol.dispose]: () => {
				this.#holders -= 1;
				if (this.#holders > 0) return;
				this.#young.clear();
				this.#old.clear();
			},
		};
	}

	/** Replaces the fields of a freshly parsed record, in place. */
	internFields(record: Record<string, unknown>): void {
		for (const field in record) record[field] = this.#intern(record[field]);
	}

	string(text: string): string {
		if (text.length < SHORTEST || text.length > LONGEST) return text;
		return this.#share(text, text);
	}

	#intern(value: unknown): unknown {
		if (typeof value === "string") return this.string(value);
		if (typeof value !== "object" || value === null) return value;
		if (Array.isArray(value)) {
			if (value.length === 0) return EMPTY_ARRAY;
			const items = value.map((item) => this.#intern(item));
			return items.every((item) => typeof item === "string")
				? this.#share(`[${items.join("\0")}`, items)
				: items;
		}
		return this.#internMap(value as Record<string, unknown>);
	}

	#internMap(map: Record<string, unknown>): unknown {
		let signature = "{";
		for (const key in map) {
			const item = this.#intern(map[key]);
			map[key] = item;
			if (typeof item !== "string") signature = "";
			if (signature !== "") signature += `${key}\0${item}\0`;
		}
		if (signature === "{") return EMPTY_OBJECT;
		return signature === "" ? map : this.#share(signature, map);
	}

	#share<T>(key: string, value: T): T {
		const young = this.#young.get(key);
		if (young !== undefined) return young as T;
		const shared = (this.#old.get(key) as T | undefined) ?? value;
		if (this.#young.size >= MAX_ENTRIES) {
			this.#old = this.#young;
			this.#young = new Map();
		}
		this.#young.set(key, shared);
		return shared;
	}
}
