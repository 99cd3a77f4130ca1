/** Listeners by event name; each subscription gives its own end. */
export class Emitter<Events extends object> {
	readonly #listeners = new Map<keyof Events, Set<(event: never) => void>>();

	on<E extends keyof Events>(
		name: E,
		listener: (event: Events[E]) => void,
	): () => void {
		const listeners = this.#listeners.get(name) ?? new Set();
		this.#listeners.set(name, listeners);
		// Its own function: the same listener may be given twice.
		const entry = (event: Events[E]) => listener(event);
		listeners.add(entry);
		return () => {
			listeners.delete(entry);
		};
	}

	emit<E extends keyof Events>(name: E, event: Events[E]): void {
		for (const listener of [...(this.#listeners.get(name) ?? [])]) {
			(listener as (event: Events[E]) => void)(event);
		}
	}
}
