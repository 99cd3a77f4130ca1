import type { CachedObject } from "./types.ts";

/** Objects whose id another source has taken first, in order of arrival. */
export class WaitingObjects {
	readonly #byId = new Map<string, Map<string, CachedObject>>();

	set(object: CachedObject, source: string): void {
		const sources = this.#byId.get(object.id);
		if (sources === undefined) {
			this.#byId.set(object.id, new Map([[source, object]]));
		} else {
			sources.set(source, object);
		}
	}

	delete(id: string, source: string): void {
		const sources = this.#byId.get(id);
		if (sources?.delete(source) && sources.size === 0) {
			this.#byId.delete(id);
		}
	}

	deleteSource(source: string): void {
		for (const id of [...this.#byId.keys()]) this.delete(id, source);
	}

	/** Removes and gives the one that waits longest. */
	take(id: string): { object: CachedObject; source: string } | undefined {
		const first = this.#byId.get(id)?.entries().next().value;
		if (first === undefined) return undefined;
		const [source, object] = first;
		this.delete(id, source);
		return { object, source };
	}
}
