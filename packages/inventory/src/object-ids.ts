/**
 * Which slot shows its object under an id. Two records may claim one id (a
 * database edited by hand): the first wins, the others wait for it to go.
 */
export class ObjectIds {
	readonly #owners = new Map<string, number>();
	readonly #waiting = new Map<string, Set<number>>();

	isOwned(id: string): boolean {
		return this.#owners.has(id);
	}

	/** Whether `slot` may show its object under `id`; if not, it waits. */
	claim(id: string, slot: number): boolean {
		const owner = this.#owners.get(id);
		if (owner === undefined) {
			this.#owners.set(id, slot);
			this.#waiting.get(id)?.delete(slot);
			return true;
		}
		if (owner === slot) return true;
		const waiting = this.#waiting.get(id) ?? new Set();
		this.#waiting.set(id, waiting.add(slot));
		return false;
	}

	/** Gives the id up; answers who waits for it. */
	release(id: string, slot: number): number[] {
		if (this.#owners.get(id) !== slot) return [];
		this.#owners.delete(id);
		const waiting = [...(this.#waiting.get(id) ?? [])];
		this.#waiting.delete(id);
		return waiting;
	}
}
