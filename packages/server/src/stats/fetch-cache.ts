import type { Clock } from "@xo/std";

const MAX_ENTRIES = 1_000;

/** One fetch for all who ask for the same until it is out of date. Failures
 *  are shared while they happen, never kept. */
export class FetchCache {
	readonly #clock: Clock;
	readonly #entries = new Map<
		string,
		{ readonly value: Promise<unknown>; readonly expiresAt: number }
	>();

	constructor(clock: Clock) {
		this.#clock = clock;
	}

	get<Value>(
		key: string,
		ttlMs: number,
		fetch: () => Promise<Value>,
	): Promise<Value> {
		const now = this.#clock.now();
		const known = this.#entries.get(key);
		if (known !== undefined && known.expiresAt > now) {
			return known.value as Promise<Value>;
		}
		this.#entries.delete(key);
		this.#makeRoom(now);
		const value = fetch();
		this.#entries.set(key, { value, expiresAt: now + ttlMs });
		value.catch(() => {
			if (this.#entries.get(key)?.value === value) this.#entries.delete(key);
		});
		return value;
	}

	#makeRoom(now: number): void {
		if (this.#entries.size < MAX_ENTRIES) return;
		for (const [key, { expiresAt }] of this.#entries) {
			if (expiresAt <= now) this.#entries.delete(key);
		}
		for (const key of this.#entries.keys()) {
			if (this.#entries.size < MAX_ENTRIES) break;
			this.#entries.delete(key);
		}
	}
}
