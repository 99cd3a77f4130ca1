/** Tells who sends objects that somebody's rights have changed. */
export class RightsNotifier {
	readonly #listeners = new Set<() => void>();

	subscribe(listener: () => void): Disposable {
		this.#listeners.add(listener);
		return { [Symbol.dispose]: () => this.#listeners.delete(listener) };
	}

	notify(): void {
		for (const listener of this.#listeners) listener();
	}
}
