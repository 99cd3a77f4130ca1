import type { MirrorStore } from "./mirror-store.ts";

/** Finds deletions that the event stream lost: a pool keeps only its last few
 *  hundred deletions, but tells with each answer how many objects exist. */
export class CountCheck {
	/** Difference (theirs - ours) last seen, by class. */
	readonly #suspected = new Map<string, number>();
	/** Differences that fetching anew did not cure: rows that the API hides. */
	readonly #accepted = new Map<string, number>();
	readonly #refetched = new Set<string>();
	/** Lower-case names: this runs for each answer. */
	readonly #countName = new Map<string, string>();

	/** Call it after each answer was applied.
	 *  @param counts by class name in lower case, as `event.from` gives them.
	 *  @returns the classes that differed in the same way twice in a row; the
	 *  caller fetches them anew, and what then still differs is accepted. */
	check(
		counts: Readonly<Record<string, unknown>>,
		mirror: MirrorStore,
	): string[] {
		const lost: string[] = [];
		for (const className of mirror.classNames()) {
			const expected = counts[this.#nameInCounts(className)];
			// `message` is no table of the database and has no count.
			if (expected === undefined) continue;
			const difference = Number(expected) - mirror.records(className).size;
			if (this.#refetched.size > 0 && this.#refetched.delete(className)) {
				this.#accepted.set(className, difference);
			}
			if (difference === (this.#accepted.get(className) ?? 0)) {
				if (this.#suspected.size > 0) this.#suspected.delete(className);
			} else if (this.#suspected.get(className) === difference) {
				this.#suspected.delete(className);
				this.#refetched.add(className);
				lost.push(className);
			} else {
				this.#suspected.set(className, difference);
			}
		}
		return lost;
	}

	#nameInCounts(className: string): string {
		let name = this.#countName.get(className);
		if (name === undefined) {
			name = className.toLowerCase();
			this.#countName.set(className, name);
		}
		return name;
	}

	/** Whether an answer is wanted soon, to confirm or clear a suspicion. */
	get isSuspicious(): boolean {
		return this.#suspected.size > 0 || this.#refetched.size > 0;
	}

	/** After a reconnection nothing is known any more. */
	reset(): void {
		this.#suspected.clear();
		this.#accepted.clear();
		this.#refetched.clear();
	}
}
