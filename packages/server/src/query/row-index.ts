import type { LiveWindow } from "@xo/contract";
import type { Changing } from "./follower.ts";
import type { RowSource } from "./ordered-index.ts";

/** An order of objects that windows look at. */
export interface RowIndex extends Changing {
	/** How many objects match. */
	readonly size: number;
	/** Of all that match. */
	ids(): Iterable<string>;
	window(
		window: LiveWindow,
		expanded: readonly string[],
	): { length: number; rows: readonly RowSource[] };
}
