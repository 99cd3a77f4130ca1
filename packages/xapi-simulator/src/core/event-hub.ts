import { createDeferred } from "@xo/std";
import type { MemoryDatabase } from "./database.ts";
import { batchReply, collectEvents, currentToken } from "./event-batch.ts";
import { parseSubscription } from "./event-subscription.ts";
import { parseEventToken } from "./event-token.ts";
import type { PreparedReply } from "./reply.ts";
import { stampWhenSent } from "./send-stamp.ts";

export interface EventQuery {
	readonly classes: readonly string[];
	readonly token: string;
	readonly timeoutSeconds: number;
	/** Ends the wait with its reason. */
	readonly signal: AbortSignal;
}

export interface EventHubOptions {
	/** How long changes are gathered before an answer. */
	readonly delayMs: number;
	/** Whether stamps of VMs say when they were sent. */
	readonly isStamped: boolean;
}

const MAX_WAIT_MS = 86_400_000;
const FIRST_BACKOFF_SHARE = 1 / 8;

/** Answers `event.from`. Waiting and batching take real time, whatever clock
 *  the pool's operations run on: they belong to the wire. */
export class EventHub {
	readonly #db: MemoryDatabase;
	readonly #delayMs: number;
	readonly #isStamped: boolean;
	readonly #waiters = new Set<() => void>();

	constructor(db: MemoryDatabase, options: EventHubOptions) {
		this.#db = db;
		this.#delayMs = options.delayMs;
		this.#isStamped = options.isStamped;
		db.onChange(() => this.#wake());
	}

	async from(query: EventQuery): Promise<PreparedReply> {
		const { signal } = query;
		const start = parseEventToken(query.token);
		const subscription = parseSubscription(query.classes);
		const seconds = query.timeoutSeconds;
		const timeoutMs = Number.isFinite(seconds) ? seconds * 1000 : MAX_WAIT_MS;
		const deadline = performance.now() + Math.min(timeoutMs, MAX_WAIT_MS);
		const delayMs = subscription.isOnlyTasks ? 0 : this.#delayMs;
		let backoffMs = this.#delayMs * FIRST_BACKOFF_SHARE;
		await pause(Math.min(delayMs, timeoutMs), signal);
		let cursor = start;
		for (;;) {
			signal.throwIfAborted();
			const now = currentToken(this.#db);
			const events = collectEvents(this.#db, subscription, cursor);
			if (events.length > 0) {
				const reply = batchReply(this.#db, events, now);
				return this.#isStamped ? stampWhenSent(reply) : reply;
			}
			// Nothing that this follower wants happened until now.
			cursor = now;
			if (performance.now() >= deadline) {
				const messages = now.messages;
				return batchReply(this.#db, [], { database: start.database, messages });
			}
			await this.#changeOr(deadline, signal);
			await pause(Math.min(backoffMs, deadline - performance.now()), signal);
			backoffMs = Math.min(backoffMs * 2, this.#delayMs);
		}
	}

	#wake(): void {
		if (this.#waiters.size === 0) return;
		const waiters = [...this.#waiters];
		this.#waiters.clear();
		for (const wake of waiters) wake();
	}

	async #changeOr(deadline: number, signal: AbortSignal): Promise<void> {
		const woken = createDeferred();
		const wake = () => woken.resolve();
		const timer = setTimeout(wake, Math.max(0, deadline - performance.now()));
		this.#waiters.add(wake);
		signal.addEventListener("abort", wake, { once: true });
		try {
			await woken.promise;
		} finally {
			clearTimeout(timer);
			this.#waiters.delete(wake);
			signal.removeEventListener("abort", wake);
		}
	}
}

function pause(delayMs: number, signal: AbortSignal): Promise<void> {
	if (!(delayMs > 0) || signal.aborted) return Promise.resolve();
	const { promise, resolve } = createDeferred();
	const timer = setTimeout(resolve, delayMs);
	const onAbort = () => {
		clearTimeout(timer);
		resolve();
	};
	signal.addEventListener("abort", onAbort, { once: true });
	return promise.finally(() => signal.removeEventListener("abort", onAbort));
}
