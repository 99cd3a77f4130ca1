import type { Icon } from "@tabler/icons-react";
import type { CallParams, CallResult, MethodName } from "@xo/client";
import type { LiveRow } from "@xo/contract";
import type { Refusal } from "@xo/rules";

/** How an action calls the server. */
export type Caller = <N extends MethodName>(
	method: N,
	params: CallParams<N>,
) => Promise<CallResult<N>>;

/** What is asked of the user before an action with a dialogue runs. */
export interface ActionInput {
	readonly name?: string;
	readonly description?: string;
	readonly withMemory?: boolean;
	readonly fullCopy?: boolean;
	readonly snapshotBefore?: boolean;
	/** Where a copy or a disk goes. */
	readonly sr?: string;
	/** Where a VM goes. */
	readonly move?: Omit<CallParams<"vm.migrate">, "vm">;
}

/** A dialogue that asks before an action runs. */
export interface ActionDialogProps {
	readonly action: Action;
	readonly rows: readonly LiveRow[];
	/** What the button that runs it says. */
	readonly confirmLabel: string;
	readonly onConfirm: (input: ActionInput) => void;
	readonly onCancel: () => void;
}

/** Something that can be done with objects. It is declared once, and shown by
 *  pages, lists, the tree and the palette. */
export interface Action {
	readonly id: string;
	readonly types: readonly string[];
	readonly icon: Icon;
	/** Key of the verb: "Start". */
	readonly label: string;
	/** Key of the question, with `name`, where the verb alone does not do. */
	readonly question?: string;
	readonly section: "power" | "copy" | "plug" | "other" | "remove";
	/** Right on the object that it takes. */
	readonly right: "operate" | "administrate";
	/** Why not now; undefined when it is possible. */
	readonly whyNot: (row: LiveRow) => Refusal | undefined;
	readonly run: (
		call: Caller,
		row: LiveRow,
		input: ActionInput,
	) => Promise<unknown>;
	/** Key of the state shown while it runs: "Starting". */
	readonly becoming?: string;
	/** What it takes away does not come back. */
	readonly isDestructive?: true;
	/** Asks first, in words that name what it costs. */
	readonly loses?: {
		/** Key of the sentence below the list of names. */
		readonly text: string;
		/** Key and values of what is lost with this object, beside its name. */
		readonly of?: (row: LiveRow) =>
			| {
					readonly key: string;
					readonly values: Readonly<Record<string, number>>;
			  }
			| undefined;
	};
	/** Asks for these first. */
	readonly asks?:
		| "snapshot"
		| "clone"
		| "revert"
		| "copy"
		| "moveDisk"
		| "migrate";
}
