import type { Clock } from "@xo/std";
import type { Store, UserRow } from "@xo/store";
import type { Logger } from "../http/logger.ts";
import { serialiseError } from "../tasks/serialise-error.ts";

export interface FailedCall {
	readonly method: string;
	/** Already redacted. */
	readonly params: unknown;
	readonly user: UserRow | undefined;
	readonly durationMs: number;
	readonly error: unknown;
}

const KEPT_ENTRIES = 10_000;
const PRUNE_EVERY = 500;

/** Failed calls, in the log `api` that administrators read. */
export class FailureLog {
	readonly #logs: Store["logs"];
	readonly #clock: Clock;
	readonly #logger: Logger;
	#sincePrune = 0;

	constructor(options: { store: Store; clock: Clock; logger: Logger }) {
		this.#logs = options.store.logs;
		this.#clock = options.clock;
		this.#logger = options.logger;
	}

	/** Does not wait: the caller's answer must not depend on it. */
	note(call: FailedCall): void {
		this.#write(call).catch((error: unknown) => {
			this.#logger.warn({ err: error }, "cannot log a failed call");
		});
	}

	async #write({ method, params, user, durationMs, error }: FailedCall) {
		const { message, ...details } = serialiseError(error);
		await this.#logs.append({
			namespace: "api",
			level: "error",
			message: `${method}: ${String(message)}`,
			at: this.#clock.now(),
			data: {
				method,
				params,
				duration: durationMs,
				...(user === undefined
					? {}
					: { userId: user.id, userName: user.email }),
				error: { message, ...details },
			},
		});
		this.#sincePrune++;
		if (this.#sincePrune < PRUNE_EVERY) return;
		this.#sincePrune = 0;
		await this.#logs.prune(KEPT_ENTRIES);
	}
}
