/** Who depends on what, found by what changed. */
export class Dependents<Dependent> {
	readonly #byKey = new Map<unknown, Set<Dependent>>();

	add(key: unknown, dependent: Dependent): void {
		const others = this.#byKey.get(key);
		if (others === undefined) this.#byKey.set(key, new Set([dependent]));
		else others.add(dependent);
	}

	delete(key: unknown, dependent: Dependent): void {
		const others = this.#byKey.get(key);
		if (others?.delete(dependent) && others.size === 0) this.#byKey.delete(key);
	}

	of(key: unknown): Iterable<Dependent> {
		return this.#byKey.get(key) ?? [];
	}
}
