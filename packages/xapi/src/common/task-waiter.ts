import { type Clock, createDeferred } from "@xo/std";
import type { AnyRecord, MirrorStore } from "./mirror-store.ts";
import { taskOutcome } from "./task-outcome.ts";
import { hasCode, XapiError } from "./xapi-error.ts";

/** How to follow a task of the pool. */
export interface WaitTaskOptions {
	/** Cancels the task. */
	readonly signal?: AbortSignal | undefined;
	/** From 0 to 1; called when it moves. */
	readonly onProgress?: ((progress: number) => void) | undefined;
}

export interface TaskWaiterOptions {
	/** Whether the mirror follows tasks right now. */
	readonly isMirrored: () => boolean;
	/** Whether somebody reconnects to the pool when it is lost. */
	readonly isWatched: () => boolean;
	readonly mirror: MirrorStore;
	readonly clock: Clock;
	/** Asks the pool. @throws XapiError `HANDLE_INVALID` when it is gone. */
	readonly fetchTask: (ref: string) => Promise<AnyRecord>;
	/** Made when the signal ends the waiting. */
	readonly abortedError: (signal: AbortSignal) => XapiError;
}

const FIRST_POLL_MS = 50;
const SLOWEST_POLL_MS = 1000;
/** How long the mirror is believed before the pool is asked: tasks vanish when
 *  their host restarts. */
const MIRROR_PATIENCE_MS = 10_000;

/** Waits for the end of tasks, by the mirror's changes or by asking. */
export class TaskWaiter {
	readonly #options: TaskWaiterOptions;
	readonly #waiting = new Map<string, Set<() => void>>();

	constructor(options: TaskWaiterOptions) {
		this.#options = options;
	}

	/** The mirror's record of the task changed. */
	notify(ref: string): void {
		for (const wake of this.#waiting.get(ref) ?? []) wake();
	}

	/** @returns the `result` field of the task.
	 *  @throws XapiError what the task failed with, or `TASK_VANISHED` */
	async wait(
		ref: string,
		{ signal, onProgress }: WaitTaskOptions,
	): Promise<string> {
		let progress = -1;
		let delayMs = FIRST_POLL_MS;
		let mustAsk = false;
		for (;;) {
			if (signal?.aborted) throw this.#options.abortedError(signal);
			const record = await this.#read(ref, mustAsk);
			const outcome = record && taskOutcome(record, ref);
			if (outcome?.state === "success") return outcome.result;
			if (outcome?.state === "failure") throw outcome.error;
			if (outcome && outcome.progress !== progress) {
				progress = outcome.progress;
				onProgress?.(progress);
			}
			const isMirrored = this.#options.isMirrored();
			const patienceMs = isMirrored ? MIRROR_PATIENCE_MS : delayMs;
			mustAsk = !(await this.#changed(ref, { patienceMs, signal }));
			delayMs = Math.min(SLOWEST_POLL_MS, delayMs * 2);
		}
	}

	async #read(ref: string, mustAsk: boolean): Promise<AnyRecord | undefined> {
		const { isMirrored, isWatched, mirror, fetchTask } = this.#options;
		if (isMirrored() && !mustAsk) return mirror.find("task", ref);
		try {
			return await fetchTask(ref);
		} catch (error) {
			if (hasCode(error, "HANDLE_INVALID")) {
				throw new XapiError("TASK_VANISHED", { params: [ref], cause: error });
			}
			if (!isWatched() || hasCode(error, "CLOSED", "ABORTED")) throw error;
			// Once it is reconnected the pool says what became of the task.
			return undefined;
		}
	}

	/** Whether the mirror's record changed before patience ended. */
	async #changed(
		ref: string,
		{
			patienceMs,
			signal,
		}: { patienceMs: number; signal: AbortSignal | undefined },
	): Promise<boolean> {
		const woken = createDeferred<boolean>();
		const wake = () => woken.resolve(true);
		const giveUp = () => woken.resolve(false);
		const wakers = this.#waiting.get(ref) ?? new Set();
		this.#waiting.set(ref, wakers.add(wake));
		signal?.addEventListener("abort", giveUp, { once: true });
		using _ = this.#options.clock.after(patienceMs, giveUp);
		try {
			return await woken.promise;
		} finally {
			signal?.removeEventListener("abort", giveUp);
			wakers.delete(wake);
			if (wakers.size === 0) this.#waiting.delete(ref);
		}
	}
}
