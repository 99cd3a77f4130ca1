import type { Draft, Origin } from "./draft.ts";

/** What each part of the form gets. */
export interface PartProps {
	readonly origin: Origin;
	readonly draft: Draft;
	readonly onChange: (change: Partial<Draft>) => void;
	/** What is wrong with a field, in words. */
	readonly problem: (field: string) => string | undefined;
}
