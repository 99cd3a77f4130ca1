/** One change, as `event.from` and `event.next` report it. */
export interface EventRecord {
	/** Generation number of the change; a number in JSON-RPC of old hosts. */
	readonly id: string | number;
	readonly timestamp: string;
	/** Class name, in lower case in `event.from`. */
	readonly class: string;
	readonly operation: "add" | "mod" | "del";
	readonly ref: string;
	/** The record as it is at the time of the answer; absent for `del`. */
	readonly snapshot?: unknown;
}

/** What `event.from` answers. */
export interface EventBatch {
	readonly events: readonly EventRecord[];
	/** Rows per class (lower-case name). */
	readonly valid_ref_counts: Readonly<Record<string, number>>;
	readonly token: string;
}
