import { type OpenQuery, openQuery, type XoClient } from "@xo/client";
import {
	applyPatch,
	type LiveQueryParams,
	type LiveQueryResult,
} from "@xo/contract";

/** - `loading`: nothing is known yet.
 *  - `live`: `result` is what the server knows.
 *  - `stale`: the connection is lost; `result` was true then.
 *  - `error`: the server refused the query. */
export type LiveStatus = "loading" | "live" | "stale" | "error";

export interface LiveSnapshot {
	readonly status: LiveStatus;
	readonly result: LiveQueryResult | undefined;
	readonly error: unknown;
	/** `result` is not yet that of the parameters. */
	readonly isPending: boolean;
	/** Key of the parameters. */
	readonly key: string;
}

/** For a first `result`, or that of another search, somebody waits; those who
 *  scroll have another one meanwhile, so that a `patch` can wait for the next
 *  frame. */
export type News = "result" | "patch";

const LIVE = { status: "live", error: undefined } as const;

/** One live query of the page, however many components show it. */
export class LiveEntry {
	readonly #listeners = new Set<() => void>();
	#params: LiveQueryParams;
	#query: OpenQuery | undefined;
	#snapshot: LiveSnapshot;
	/** More than the window was changed, and is not answered yet. */
	#isAwaited = false;
	readonly #onNews: (news: News) => void;

	/** @param onNews wants `notify` called, not necessarily each time */
	constructor(
		key: string,
		params: LiveQueryParams,
		onNews: (news: News) => void,
	) {
		this.#params = params;
		this.#onNews = onNews;
		this.#snapshot = {
			key,
			status: "loading",
			result: undefined,
			error: undefined,
			isPending: true,
		};
	}

	get key(): string {
		return this.#snapshot.key;
	}

	get listenerCount(): number {
		return this.#listeners.size;
	}

	readonly getSnapshot = (): LiveSnapshot => this.#snapshot;

	subscribe(listener: () => void): () => void {
		this.#listeners.add(listener);
		return () => this.#listeners.delete(listener);
	}

	/** Opens the query on this client, in the place of an earlier one. */
	open(client: XoClient): void {
		this.#query?.close();
		this.#query = openQuery(client, this.#params, (event) => {
			if (event.type === "error") {
				this.#set({ status: "error", error: event.error });
				return;
			}
			const before = this.#snapshot;
			const { isPending } = event;
			const result =
				event.type === "result"
					? event.result
					: before.result && applyPatch(before.result, event.patch);
			// What was refused stays so, whatever else the old query has to say.
			const known = isPending && before.status === "error" ? before : LIVE;
			const { status, error } = known;
			this.#snapshot = { ...before, status, error, result, isPending };
			const isAnswer = this.#isAwaited && !isPending;
			if (isAnswer) this.#isAwaited = false;
			this.#onNews(isAnswer ? "result" : event.type);
		});
	}

	/** Becomes another query of the same shape; its result stays until the
	 *  server has answered. Whoever asked for it need not be told. */
	change(key: string, params: LiveQueryParams): void {
		const changes = differences(this.#params, params);
		this.#params = params;
		this.#isAwaited ||= Object.keys(changes).some((name) => name !== "window");
		this.#snapshot = { ...this.#snapshot, key, isPending: true };
		this.#query?.update(changes);
	}

	markStale(): void {
		if (this.#snapshot.status === "live") this.#set({ status: "stale" });
	}

	close(): void {
		this.#query?.close();
		this.#query = undefined;
	}

	#set(changes: Partial<LiveSnapshot>): void {
		this.#snapshot = { ...this.#snapshot, ...changes };
		this.notify();
	}

	notify(): void {
		for (const listener of this.#listeners) listener();
	}
}

function differences(
	before: LiveQueryParams,
	after: LiveQueryParams,
): Partial<LiveQueryParams> {
	const names = Object.keys(after) as (keyof LiveQueryParams)[];
	return Object.fromEntries(
		names
			.filter(
				(name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]),
			)
			.map((name) => [name, after[name]]),
	);
}
