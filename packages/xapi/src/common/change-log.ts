import type { AnyRecord, MirrorStore } from "./mirror-store.ts";

/** A record that was added, changed or removed; the mirror tells which. */
export interface XapiChange {
	readonly class: string;
	readonly ref: string;
}

/** Writes to a mirror and remembers what is different since the last drain.
 *  What ends as it began is no change. */
export class ChangeLog {
	readonly #mirror: MirrorStore;
	readonly #before = new Map<string, Map<string, AnyRecord | undefined>>();

	constructor(mirror: MirrorStore) {
		this.#mirror = mirror;
	}

	write(className: string, ref: string, record: AnyRecord): void {
		const before = this.#mirror.find(className, ref);
		const after = this.#mirror.write(className, ref, record);
		if (after !== before) this.#note(className, ref, before);
	}

	remove(className: string, ref: string): void {
		const before = this.#mirror.find(className, ref);
		if (before === undefined) return;
		this.#mirror.remove(className, ref);
		this.#note(className, ref, before);
	}

	/** Removes the records of a class that a complete answer did not have. */
	removeAllBut(className: string, seen: ReadonlySet<string>): void {
		for (const ref of this.#mirror.records(className).keys()) {
			if (!seen.has(ref)) this.remove(className, ref);
		}
	}

	get isEmpty(): boolean {
		return this.#before.size === 0;
	}

	drain(): XapiChange[] {
		const changes: XapiChange[] = [];
		for (const [className, refs] of this.#before) {
			for (const [ref, before] of refs) {
				if (this.#mirror.find(className, ref) === before) continue;
				changes.push({ class: className, ref });
			}
		}
		this.#before.clear();
		return changes;
	}

	#note(className: string, ref: string, before: AnyRecord | undefined): void {
		let refs = this.#before.get(className);
		if (refs === undefined) {
			refs = new Map();
			this.#before.set(className, refs);
		}
		if (!refs.has(ref)) refs.set(ref, before);
	}
}
