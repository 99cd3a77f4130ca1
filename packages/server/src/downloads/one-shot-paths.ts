import { randomBytes } from "node:crypto";
import type { Clock } from "@xo/std";
import type { UserRow } from "@xo/store";

export interface Download {
	/** Who asked for it: nobody else gets it. */
	readonly userId: string;
	readonly contentType: string;
	readonly fileName?: string;
	/** Called once, when it is fetched, with the user as of then: rights may
	 *  have been taken since it was offered. */
	readonly chunks: (
		user: UserRow,
		signal: AbortSignal,
	) => AsyncIterable<Buffer>;
}

/** What a client fetches next: `{"$getFrom": path}`. */
export interface DownloadOffer {
	readonly $getFrom: string;
	readonly [key: string]: unknown;
}

/** Clients fetch at once. */
const OFFER_MS = 60_000;
const MAX_OFFERS_PER_USER = 20;

interface Offer {
	readonly download: Download;
	readonly timer: Disposable;
}

/** Secret paths under `/api/` that serve one request and disappear. */
export class OneShotPaths implements Disposable {
	readonly #clock: Clock;
	readonly #offers = new Map<string, Offer>();

	constructor(clock: Clock) {
		this.#clock = clock;
	}

	/** The oldest of too many offers to one user goes. */
	offerDownload(download: Download): DownloadOffer {
		const own = [...this.#offers].filter(
			([, offer]) => offer.download.userId === download.userId,
		);
		const [oldest] = own;
		if (oldest !== undefined && own.length >= MAX_OFFERS_PER_USER) {
			this.#forget(oldest[0]);
		}
		const key = randomBytes(32).toString("base64url");
		const timer = this.#clock.after(OFFER_MS, () => this.#forget(key));
		this.#offers.set(key, { download, timer });
		const suffix =
			download.fileName === undefined
				? ""
				: `/${encodeURIComponent(download.fileName)}`;
		return { $getFrom: `/api/${key}${suffix}` };
	}

	/** The offer, which is then no longer there. Links are fetched without
	 *  credentials; who sends those of another user gets nothing. */
	take(key: string, sender: UserRow | undefined): Download | undefined {
		const download = this.#offers.get(key)?.download;
		if (download === undefined) return undefined;
		if (sender !== undefined && sender.id !== download.userId) return undefined;
		this.#forget(key);
		return download;
	}

	[Symbol.dispose](): void {
		for (const key of [...this.#offers.keys()]) this.#forget(key);
	}

	#forget(key: string): void {
		this.#offers.get(key)?.timer[Symbol.dispose]();
		this.#offers.delete(key);
	}
}
