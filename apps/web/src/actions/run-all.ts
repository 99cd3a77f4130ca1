import type { LiveRow } from "@xo/contract";
import type { Action, ActionInput, Caller } from "./action.ts";

const AT_ONCE = 6;

export interface Outcome {
	readonly row: LiveRow;
	/** Undefined when it was done. */
	readonly error?: unknown;
}

/** Runs an action on each object, a few at a time; one that fails does not
 *  keep the others from theirs. Outcomes are in the order of the objects. */
export async function runAll(
	work: {
		readonly action: Action;
		readonly rows: readonly LiveRow[];
		readonly input: ActionInput;
	},
	call: Caller,
	onOutcome: (outcome: Outcome) => void = () => undefined,
): Promise<readonly Outcome[]> {
	const { action, rows, input } = work;
	const outcomes: Outcome[] = [];
	const waiting = rows.entries();
	const runSome = async () => {
		for (const [index, row] of waiting) {
			let outcome: Outcome = { row };
			try {
				await action.run(call, row, input);
			} catch (error) {
				outcome = { row, error };
			}
			outcomes[index] = outcome;
			onOutcome(outcome);
		}
	};
	await Promise.all(Array.from({ length: AT_ONCE }, runSome));
	return outcomes;
}
