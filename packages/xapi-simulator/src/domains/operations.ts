import { linkSignals } from "../core/linked-signal.ts";
import {
	type CallContext,
	type Pool,
	type Ref,
	XapiFailure,
} from "../core/types.ts";
import { recomputeAround, refuseOperation } from "./recompute.ts";
import { map, without } from "./record.ts";
import { raise } from "./rules/refusal.ts";

export interface Operation {
	readonly className: string;
	readonly ref: Ref;
	readonly operation: string;
	/** Simulated time spent before the work. */
	readonly durationMs?: number;
}

interface Running {
	readonly task: string;
	readonly operation: string;
	readonly abort: AbortController;
	readonly done: Promise<unknown>;
}

const runningOf = new WeakMap<Pool, Map<Ref, Set<Running>>>();

function runningOn(pool: Pool, ref: Ref): Set<Running> {
	const all = runningOf.get(pool) ?? new Map<Ref, Set<Running>>();
	runningOf.set(pool, all);
	const running = all.get(ref) ?? new Set<Running>();
	all.set(ref, running);
	return running;
}

/** @throws XapiFailure when the operation is impossible now */
export function assertPossible(
	pool: Pool,
	target: { readonly className: string; readonly ref: Ref },
	operation: string,
): void {
	pool.db.get(target.className, target.ref);
	raise(refuseOperation(pool, target, operation));
}

function begin(pool: Pool, target: Operation, task: string): void {
	const { className, ref, operation } = target;
	const current = map(pool.db.get(className, ref), "current_operations");
	pool.db.update(className, ref, {
		current_operations: { ...current, [task]: operation },
	});
	recomputeAround(pool, className, ref);
}

function end(pool: Pool, target: Operation, task: string): void {
	const { className, ref } = target;
	const record = pool.db.find(className, ref);
	if (record === undefined) return;
	const current = map(record, "current_operations");
	pool.db.update(className, ref, {
		current_operations: without(current, task),
	});
	recomputeAround(pool, className, ref);
}

/** Runs an operation as XAPI does: check, enter `current_operations`, refresh
 *  what is allowed here and around, spend the time, work, and leave again. The
 *  work gets a context that a hard shutdown can abort.
 *  @throws XapiFailure when the operation is impossible now */
export async function withOperation<T>(
	context: CallContext,
	target: Operation,
	work: (context: CallContext) => Promise<T> | T,
): Promise<T> {
	const { pool } = context;
	const { className, ref, operation } = target;
	assertPossible(pool, target, operation);
	const task =
		context.task ?? `DummyRef:|${pool.newUuid()}|${className}.${operation}`;
	begin(pool, target, task);
	const abort = new AbortController();
	using linked = linkSignals([context.signal, abort.signal]);
	const inner: CallContext = {
		...context,
		signal: linked.signal,
	};
	const { promise: done, resolve } = Promise.withResolvers<void>();
	const running: Running = { task, operation, abort, done };
	const set = runningOn(pool, ref);
	set.add(running);
	try {
		if (target.durationMs) await pool.spend(inner, target.durationMs);
		return await work(inner);
	} finally {
		set.delete(running);
		if (set.size === 0) runningOf.get(pool)?.delete(ref);
		end(pool, target, task);
		resolve();
	}
}

/** Aborts those of the named operations that run on the object and waits until
 *  they have left. */
export async function cancelOperations(
	pool: Pool,
	ref: Ref,
	operations: ReadonlySet<string>,
): Promise<void> {
	const running = [...runningOn(pool, ref)].filter((it) =>
		operations.has(it.operation),
	);
	for (const { abort, task } of running) {
		abort.abort(new XapiFailure("TASK_CANCELLED", [task]));
	}
	await Promise.all(running.map(({ done }) => done));
	if (runningOn(pool, ref).size === 0) runningOf.get(pool)?.delete(ref);
}
