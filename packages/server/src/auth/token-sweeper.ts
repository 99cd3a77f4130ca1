import type { Clock } from "@xo/std";
import type { Store } from "@xo/store";
import type { Logger } from "../http/logger.ts";

const PERIOD_MS = 3_600_000;

/** Deletes tokens that have ended, each hour: every sign-in of a browser
 *  leaves one. */
export class TokenSweeper implements Disposable {
	readonly #store: Store;
	readonly #clock: Clock;
	readonly #logger: Logger;
	#timer: Disposable;

	constructor(dependencies: {
		readonly store: Store;
		readonly clock: Clock;
		readonly logger: Logger;
	}) {
		this.#store = dependencies.store;
		this.#clock = dependencies.clock;
		this.#logger = dependencies.logger;
		this.#timer = this.#plan();
	}

	[Symbol.dispose](): void {
		this.#timer[Symbol.dispose]();
	}

	#plan(): Disposable {
		return this.#clock.after(PERIOD_MS, () => {
			this.#timer = this.#plan();
			this.#store.tokens
				.deleteExpired(this.#clock.now())
				.catch((error: unknown) => {
					this.#logger.warn({ err: error }, "cannot delete ended tokens");
				});
		});
	}
}
