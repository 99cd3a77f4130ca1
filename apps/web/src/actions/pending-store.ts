import { useSyncExternalStore } from "react";

/** Which objects are becoming something else, by the actions of this page:
 *  shown at once, and taken back when the server is done or refuses. */
class PendingStore {
	readonly #labels = new Map<string, string>();
	readonly #listeners = new Set<() => void>();

	readonly subscribe = (listener: () => void): (() => void) => {
		this.#listeners.add(listener);
		return () => this.#listeners.delete(listener);
	};

	get(id: string): string | undefined {
		return this.#labels.get(id);
	}

	begin(id: string, label: string): void {
		this.#labels.set(id, label);
		this.#notify();
	}

	end(id: string): void {
		if (this.#labels.delete(id)) this.#notify();
	}

	#notify(): void {
		for (const listener of this.#listeners) listener();
	}
}

export const pendingStore = new PendingStore();

/** Key of what an object is becoming ("Starting"), if anything. */
export function usePending(id: string): string | undefined {
	return useSyncExternalStore(pendingStore.subscribe, () =>
		pendingStore.get(id),
	);
}
