import type {
	OperationName,
	ParsedParamsOf,
	ResultOf,
	XoObject,
} from "@xo/contract";
import type { TaskHandle } from "../tasks/task-handle.ts";
import type { Caller } from "./caller.ts";

/** What a handler gets: everything parsed, resolved and permitted. */
export interface Call<N extends OperationName = OperationName> {
	readonly params: ParsedParamsOf<N>;
	/** By the names of the operation's object rules; absent parameters are
	 *  absent here. */
	readonly objects: Readonly<Record<string, XoObject | undefined>>;
	readonly caller: Caller;
	/** Aborted when the caller goes away or cancels. */
	readonly signal: AbortSignal;
	/** Absent for operations that only read. */
	readonly task: TaskHandle | undefined;
}

/** A result that is sent piece by piece instead of being serialised whole. */
export class StreamedResult {
	/** JSON text in pieces. */
	readonly chunks: AsyncIterable<Buffer>;

	constructor(chunks: AsyncIterable<Buffer>) {
		this.chunks = chunks;
	}
}

type HandlerResult<N extends OperationName> =
	| (ResultOf<N> extends true ? undefined | true : ResultOf<N>)
	| StreamedResult;

export type Handler<N extends OperationName> = (
	call: Call<N>,
) =>
	| HandlerResult<N>
	| Promise<HandlerResult<N>>
	| (ResultOf<N> extends true ? Promise<void> | void : never);

/** One handler for each operation; a missing one does not compile. */
export type Handlers = { readonly [N in OperationName]: Handler<N> };

type StatsOperation = Extract<OperationName, `${string}.stats`>;

/** The handlers of one domain. */
export type HandlersOf<Prefix extends string> = {
	readonly [N in Exclude<
		Extract<OperationName, `${Prefix}.${string}`>,
		StatsOperation
	>]: Handler<N>;
};

/** Statistics are a domain of their own, whatever they are about. */
export type StatsHandlers = { readonly [N in StatsOperation]: Handler<N> };
