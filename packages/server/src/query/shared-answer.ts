import type { LiveQueryPatch, LiveQueryResult } from "@xo/contract";
import { diffResults } from "./result-diff.ts";
import type { Projection, WindowRow } from "./window-rows.ts";

/** A result, and what its rows were made from. */
export interface Answer {
	readonly project: Projection;
	readonly window: readonly WindowRow[];
	readonly result: LiveQueryResult;
}

/** The answer to one question, computed once however many ask it; what changed
 *  is told once too, to those who had the same answer before. */
export class SharedAnswer {
	#answer: Answer | undefined;
	#isStale = false;
	#change:
		| {
				readonly before: LiveQueryResult;
				readonly after: LiveQueryResult;
				readonly patch: LiveQueryPatch | undefined;
		  }
		| undefined;

	/** Something that it depends on changed. */
	invalidate(): void {
		this.#isStale = true;
	}

	/** The result as of a revision. `compute` gets the answer before. */
	at(
		revision: number,
		compute: (before: Answer | undefined) => Answer,
	): LiveQueryResult {
		const known = this.#answer;
		if (known && !this.#isStale && known.result.revision === revision) {
			return known.result;
		}
		this.#answer = compute(known);
		this.#isStale = false;
		return this.#answer.result;
	}

	/** What turns an earlier result into another, if they differ. */
	patch(
		before: LiveQueryResult,
		after: LiveQueryResult,
	): LiveQueryPatch | undefined {
		const known = this.#change;
		if (known?.before === before && known.after === after) return known.patch;
		const changes = diffResults(before, after);
		const patch = changes && { revision: after.revision, ...changes };
		this.#change = { before, after, patch };
		return patch;
	}
}
