import { ApiError } from "@xo/contract";

const MAX_WAITING = 100;

interface Line {
	last: Promise<unknown>;
	length: number;
}

/** One attempt at a time for each key: the pause after a failure then holds
 *  for guesses sent all at once, and no answer tells which of them was right. */
export class Turns {
	readonly #lines = new Map<string, Line>();

	/** Runs `work` once the attempts before it have ended.
	 *  @throws ApiError `tooManyRequests` when too many wait */
	async take<T>(key: string, work: () => Promise<T>): Promise<T> {
		const line = this.#lines.get(key) ?? { last: Promise.resolve(), length: 0 };
		if (line.length >= MAX_WAITING) {
			throw new ApiError("tooManyRequests", {
				message: "too many sign-ins of this user at once: wait a moment",
			});
		}
		this.#lines.set(key, line);
		line.length++;
		const turn = line.last.then(work, work);
		line.last = turn.catch(() => undefined);
		try {
			return await turn;
		} finally {
			line.length--;
			if (line.length === 0) this.#lines.delete(key);
		}
	}
}
