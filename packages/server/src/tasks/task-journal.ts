import type { Clock } from "@xo/std";
import { type Store, StoreError, type TaskRow } from "@xo/store";
import type { Logger } from "../http/logger.ts";

/** A database that does not answer holds no task up for longer. */
const PATIENCE_MS = 2_000;
const RETRY_MS = 5_000;
const MAX_WISHES = 10_000;

/** What the database is to hold of a task; `row` absent: nothing. */
interface Wish {
	readonly id: string;
	readonly row: TaskRow | undefined;
	/** Whether the database may hold an earlier state. */
	isAttempted: boolean;
}

/** Writes tasks down. While the database is down it keeps the newest state of
 *  each in memory and goes on: whoever must stop a VM can, and the record
 *  follows when the database is back. */
export class TaskJournal implements AsyncDisposable {
	readonly #tasks: Store["tasks"];
	readonly #clock: Clock;
	readonly #logger: Logger;
	/** Not known to be in the database, by task; oldest first. */
	readonly #wishes = new Map<string, Wish>();
	#retry: Disposable | undefined;

	constructor(dependencies: {
		readonly store: Pick<Store, "tasks">;
		readonly clock: Clock;
		readonly logger: Logger;
	}) {
		this.#tasks = dependencies.store.tasks;
		this.#clock = dependencies.clock;
		this.#logger = dependencies.logger;
	}

	/** Resolves once the row is written, or after two seconds without. */
	add(row: TaskRow): Promise<void> {
		return this.#settle({ id: row.id, row, isAttempted: false });
	}

	/** The same, for a task that was added. */
	put(row: TaskRow): Promise<void> {
		return this.#settle({ id: row.id, row, isAttempted: true });
	}

	/** The same, for a task that leaves no trace. */
	async delete(id: string): Promise<void> {
		if (this.#wishes.get(id)?.isAttempted === false) this.#wishes.delete(id);
		else await this.#settle({ id, row: undefined, isAttempted: true });
	}

	async prune(keep: number): Promise<void> {
		if (this.#isDown) return;
		try {
			await this.#tasks.prune(keep);
		} catch (error) {
			this.#noteFailure(error);
		}
	}

	/** Tries what is left once more. */
	async [Symbol.asyncDispose](): Promise<void> {
		this.#retry?.[Symbol.dispose]();
		const [...wishes] = this.#wishes.values();
		await this.#withPatience(
			Promise.all(wishes.map((wish) => this.#write(wish))),
		);
		this.#retry?.[Symbol.dispose]();
	}

	get #isDown(): boolean {
		return this.#retry !== undefined;
	}

	async #settle(wish: Wish): Promise<void> {
		const { id } = wish;
		wish.isAttempted = this.#wishes.get(id)?.isAttempted ?? wish.isAttempted;
		this.#wishes.delete(id);
		const [oldest] = this.#wishes.keys();
		if (oldest !== undefined && this.#wishes.size >= MAX_WISHES) {
			this.#wishes.delete(oldest);
		}
		this.#wishes.set(id, wish);
		if (!this.#isDown) await this.#withPatience(this.#write(wish));
	}

	/** Whether the database took it. */
	async #write(wish: Wish): Promise<boolean> {
		const { id, row } = wish;
		wish.isAttempted = true;
		try {
			if (row === undefined) await this.#tasks.delete(id);
			else await this.#tasks.put(row);
		} catch (error) {
			const isRefused =
				error instanceof StoreError &&
				(error.code === "invalid" || error.code === "closed");
			if (isRefused) this.#fulfil(wish);
			this.#noteFailure(error);
			return false;
		}
		this.#fulfil(wish);
		return true;
	}

	#fulfil(wish: Wish): void {
		if (this.#wishes.get(wish.id) === wish) this.#wishes.delete(wish.id);
	}

	#noteFailure(error: unknown): void {
		if (this.#isDown) return;
		this.#logger.error(
			{ err: error },
			"cannot save tasks: they go on, and are saved when the database is back",
		);
		this.#retry = this.#clock.after(RETRY_MS, () => void this.#retryAll());
	}

	async #retryAll(): Promise<void> {
		for (const wish of [...this.#wishes.values()]) {
			if (await this.#write(wish)) continue;
			this.#retry = this.#clock.after(RETRY_MS, () => void this.#retryAll());
			return;
		}
		this.#retry = undefined;
		this.#logger.info("tasks are saved again");
	}

	async #withPatience(work: Promise<unknown>): Promise<void> {
		const { promise, resolve } = Promise.withResolvers<void>();
		using _ = this.#clock.after(PATIENCE_MS, resolve);
		await Promise.race([work, promise]);
	}
}
