const NONE: ReadonlySet<never> = new Set();

/** Several values a key; a key without values is not kept. */
export class MultiMap<K, V> {
	readonly #sets = new Map<K, Set<V>>();

	add(key: K, value: V): void {
		const set = this.#sets.get(key);
		if (set === undefined) this.#sets.set(key, new Set([value]));
		else set.add(value);
	}

	delete(key: K, value: V): void {
		const set = this.#sets.get(key);
		if (set?.delete(value) && set.size === 0) this.#sets.delete(key);
	}

	/** A view: copy it before the next change of the key. */
	get(key: K): ReadonlySet<V> {
		return this.#sets.get(key) ?? NONE;
	}

	keys(): Iterable<K> {
		return this.#sets.keys();
	}

	clear(): void {
		this.#sets.clear();
	}
}
