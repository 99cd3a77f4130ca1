/** A XAPI reference, `OpaqueRef:<uuid>`. */
export type Ref = string;

/** What a field holds, in the JSON form of the wire (ints are numbers, dates
 *  are `YYYYMMDDTHH:MM:SSZ` strings, maps are objects, sets are arrays). */
export type FieldValue =
	| string
	| number
	| boolean
	| readonly FieldValue[]
	| { readonly [key: string]: FieldValue };

/** One row: XAPI field names as `get_record` gives them (`name_label`). */
export type DbRecord = Readonly<Record<string, FieldValue>>;

/** The pool's database: every class of the datamodel, every relation's
 *  computed end, a generation number per change. Readers see plain records;
 *  nothing but these methods may change them. */
export interface Database {
	/** The number of the last change. */
	readonly generation: number;
	/** Adds a row; absent fields get the datamodel's default, `uuid` a fresh
	 *  one. Gives the ref (`options.ref` when given). */
	create(
		className: string,
		fields: Readonly<Record<string, FieldValue>>,
		options?: { readonly ref?: Ref },
	): Ref;
	/** @throws XapiFailure `HANDLE_INVALID` */
	destroy(className: string, ref: Ref): void;
	/** The record with its computed sides (`VM.VBDs`, `VM.snapshots`…).
	 *  @throws XapiFailure `HANDLE_INVALID` */
	get(className: string, ref: Ref): DbRecord;
	find(className: string, ref: Ref): DbRecord | undefined;
	findByUuid(className: string, uuid: string): Ref | undefined;
	/** Refs of all rows, in order of creation. */
	refs(className: string): Ref[];
	/** Writes the fields that differ; equal values make no event. Computed
	 *  ends are refused.
	 *  @throws XapiFailure `HANDLE_INVALID` */
	update(
		className: string,
		ref: Ref,
		fields: Readonly<Record<string, FieldValue>>,
	): void;
	/** Called after each change with the row that changed, synchronously. */
	onChange(listener: (change: DbChange) => void): Disposable;
}

export interface DbChange {
	readonly className: string;
	readonly ref: Ref;
	readonly operation: "add" | "mod" | "del";
	readonly generation: number;
}

/** Who calls, and where the answer goes. */
export interface CallContext {
	readonly pool: Pool;
	readonly db: Database;
	/** Ref of the session; "" for the few calls that need none. */
	readonly session: Ref;
	/** Ref of the task of an `Async.` call. */
	readonly task: Ref | undefined;
	/** Ref of the host that was called. */
	readonly host: Ref;
	/** Aborted by `task.cancel`, and when the pool stops. */
	readonly signal: AbortSignal;
}

/** Arguments come parsed and type-checked against the datamodel, without the
 *  session; absent optional ones hold their default. `undefined` is void. */
export type MessageHandler = (
	context: CallContext,
	// biome-ignore lint/suspicious/noExplicitAny: each message has its own argument types, checked by the dispatcher
	...args: any[]
) => FieldValue | undefined | Promise<FieldValue | undefined>;

/** Keys are wire names: `VM.start`. */
export type HandlerTable = Readonly<Record<string, MessageHandler>>;

/** One simulated pool, as its domains see it. */
export interface Pool {
	readonly db: Database;
	/** Milliseconds; operations take simulated time on it. */
	readonly clock: import("@xo/std").Clock;
	/** Multiplies the duration of operations; 0 makes them immediate. */
	readonly timeScale: number;
	/** Deterministic, from the pool's seed: 0 <= x < 1. */
	random(): number;
	/** Deterministic when the pool has a seed. */
	newUuid(): string;
	/** Now, `YYYYMMDDTHH:MM:SSZ`. */
	nowIso(): string;
	/** Ref of the pool record, and of the current master. */
	poolRef(): Ref;
	masterRef(): Ref;
	/** Runs one message as its caller would (domains call each other so). */
	invoke(
		context: CallContext,
		method: string,
		args: unknown[],
	): Promise<FieldValue | undefined>;
	/** Spends `durationMs` of simulated time (times `timeScale`), moving the
	 *  progress of the context's task; rejects TASK_CANCELLED. */
	spend(context: CallContext, durationMs: number): Promise<void>;
}

/** What a call fails with: XAPI's code and string parameters. */
export class XapiFailure extends Error {
	readonly code: string;
	readonly params: readonly string[];

	constructor(code: string, params: readonly string[] = []) {
		super(`${code}(${params.join(", ")})`);
		this.name = "XapiFailure";
		this.code = code;
		this.params = params;
	}
}
