import { randomBytes } from "node:crypto";
import type { Clock } from "@xo/std";

export interface Download {
	readonly contentType: string;
	readonly fileName?: string;
	/** Called once, when somebody fetches it. */
	readonly chunks: (signal: AbortSignal) => AsyncIterable<Buffer>;
}

/** What a client fetches next: `{"$getFrom": path}`. */
export interface DownloadOffer {
	readonly $getFrom: string;
	readonly [key: string]: unknown;
}

/** An offer that nobody takes must not live for ever. */
const OFFER_MS = 10 * 60_000;
const MAX_OFFERS = 1_000;

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

	offerDownload(download: Download): DownloadOffer {
		const [oldest] = this.#offers.keys();
		if (this.#offers.size >= MAX_OFFERS && oldest !== undefined) {
			this.#forget(oldest);
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

	/** The offer, which is then no longer there. */
	take(key: string): Download | undefined {
		const offer = this.#offers.get(key);
		this.#forget(key);
		return offer?.download;
	}

	[Symbol.dispose](): void {
		for (const key of [...this.#offers.keys()]) this.#forget(key);
	}

	#forget(key: string): void {
		this.#offers.get(key)?.timer[Symbol.dispose]();
		this.#offers.delete(key);
	}
}
