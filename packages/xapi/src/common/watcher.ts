import { type Clock, isPlainObject, messageOf, sleep } from "@xo/std";
import { ChangeLog, type XapiChange } from "./change-log.ts";
import { CountCheck } from "./count-check.ts";
import type { Interner } from "./interner.ts";
import type { XapiLogger } from "./logger.ts";
import type { AnyRecord, MirrorStore } from "./mirror-store.ts";
import { reconnectDelay } from "./reconnect-delay.ts";
import { hasCode, XapiError } from "./xapi-error.ts";

/** What changed since the last batch; the mirror is up to date already. */
export interface XapiBatch {
	/** Each record once. */
	readonly changes: readonly XapiChange[];
	/** The first batch: everything that the pool has. */
	readonly isInitial: boolean;
}

/** Whether the mirror follows the pool: `connecting` while it loads. */
export type XapiState = "connecting" | "connected" | "disconnected";

/** Who is told of changes, and of which classes. */
export interface WatchOptions {
	/** Awaited: the next batch comes when this one was taken. */
	readonly onBatch: (batch: XapiBatch) => void | Promise<void>;
	/** The error is why the pool is disconnected; it is tried again after a
	 *  while (`reconnectDelay`). */
	readonly onState?: (state: XapiState, error?: XapiError) => void;
	/** Classes to mirror, as XAPI spells them; by default all that the pool
	 *  lists. Those that the pool does not have are left out. */
	readonly classes?: readonly string[];
}

export interface EventAnswer {
	readonly token: string;
	readonly counts: Readonly<Record<string, unknown>>;
}

/** The calls that watching needs; none is retried. */
export interface WatchSource {
	/** Signs in if need be. */
	connect(): Promise<void>;
	/** The connection is not trusted any more: the next one looks for the
	 *  master anew. */
	disconnect(): void;
	/** Names of the classes that have `get_all_records`. */
	listClasses(): Promise<string[]>;
	/** A token before which nothing that a later listing shows happened. */
	startToken(): Promise<string>;
	/** Gives the records of a class, one by one. */
	listRecords(
		className: string,
		options: {
			readonly onRecord: (ref: string, record: Record<string, unknown>) => void;
			readonly signal: AbortSignal | undefined;
		},
	): Promise<void>;
	/** Waits for events; gives them in several calls of `onEvents`. */
	events(request: {
		readonly classes: readonly string[];
		readonly token: string;
		readonly timeoutSeconds: number;
		readonly onEvents: (events: readonly unknown[]) => void;
	}): Promise<EventAnswer>;
}

export interface WatcherOptions extends WatchOptions {
	readonly source: WatchSource;
	readonly mirror: MirrorStore;
	readonly interner: Interner;
	readonly clock: Clock;
	readonly signal: AbortSignal;
	readonly logger: XapiLogger;
	readonly parallelLoads: number;
	readonly eventTimeoutSeconds: number;
}

/** The class exists, but not for us or not in this release. */
const NO_CLASS_CODES = [
	"MESSAGE_METHOD_UNKNOWN",
	"MESSAGE_REMOVED",
	"MESSAGE_DEPRECATED",
	"NOT_IMPLEMENTED",
	"RBAC_PERMISSION_DENIED",
];

/** Nothing is wrong with the connection: load anew at once. */
const RELOAD_CODES = ["SESSION_INVALID", "EVENTS_LOST", "HOST_IS_SLAVE"];

function asXapiError(error: unknown): XapiError {
	if (error instanceof XapiError) return error;
	const params = [messageOf(error)];
	return new XapiError("INTERNAL_ERROR", { params, cause: error });
}

/** The password was changed: each try may count against the account. */
const REFUSED_DELAY_MS = 300_000;

/** Counting takes as long as applying a change does. */
const COUNT_INTERVAL_MS = 1000;

/** Keeps the mirror equal to the pool, for ever: loads all, follows events,
 *  and after any gap loads all again and reports only what differs. */
export class Watcher {
	readonly #options: WatcherOptions;
	readonly #log: ChangeLog;
	readonly #counts = new CountCheck();
	/** Mirrored classes by their name in events, which is in lower case. */
	readonly #classOfEvent = new Map<string, string>();
	#hasEmitted = false;
	#failures = 0;
	#countedAt = Number.NEGATIVE_INFINITY;
	/** Whether the last answer's counts were left for a later one. */
	#isUncounted = false;

	constructor(options: WatcherOptions) {
		this.#options = options;
		this.#log = new ChangeLog(options.mirror);
	}

	/** Returns when the signal aborts. */
	async run(): Promise<void> {
		const { signal } = this.#options;
		while (!signal.aborted) {
			try {
				await this.#follow();
			} catch (error) {
				if (signal.aborted) return;
				await this.#recover(asXapiError(error));
			}
		}
	}

	async #recover(error: XapiError): Promise<void> {
		const { clock, signal, logger } = this.#options;
		logger.warn({ code: error.code }, `lost the pool: ${messageOf(error)}`);
		const isQuick = this.#failures === 0 && hasCode(error, ...RELOAD_CODES);
		const retryInMs = isQuick
			? 0
			: hasCode(error, "SESSION_AUTHENTICATION_FAILED")
				? REFUSED_DELAY_MS
				: reconnectDelay(this.#failures, Math.random());
		this.#failures += 1;
		if (isQuick) return;
		this.#options.source.disconnect();
		this.#tell("disconnected", error);
		await sleep(retryInMs, { clock, signal }).catch(() => {});
	}

	async #follow(): Promise<void> {
		const { source, signal, eventTimeoutSeconds } = this.#options;
		this.#tell("connecting");
		await source.connect();
		let token = await source.startToken();
		await this.#loadAll();
		// What changed while loading, so that the batch is of one moment.
		token = (await this.#poll(token, 0)).token;
		await this.#emit();
		this.#tell("connected");
		while (!signal.aborted) {
			const isHurried = this.#isUncounted || this.#counts.isSuspicious;
			const answer = await this.#poll(
				token,
				isHurried ? 1 : eventTimeoutSeconds,
			);
			token = answer.token;
			this.#failures = 0;
			for (const className of this.#findLost(answer)) {
				await this.#load(className);
			}
			await this.#emit();
		}
	}

	/** Classes that lost a deletion. While a pool is busy, not every answer is
	 *  counted; another one is then asked for soon. */
	#findLost({ counts }: EventAnswer): string[] {
		const { clock, mirror } = this.#options;
		const now = clock.now();
		this.#isUncounted =
			!this.#log.isEmpty && now < this.#countedAt + COUNT_INTERVAL_MS;
		if (this.#isUncounted) return [];
		this.#countedAt = now;
		return this.#counts.check(counts, mirror);
	}

	async #loadAll(): Promise<void> {
		const { source, interner, parallelLoads } = this.#options;
		this.#counts.reset();
		const wanted = this.#options.classes && new Set(this.#options.classes);
		const listed = await source.listClasses();
		const classes = wanted ? listed.filter((name) => wanted.has(name)) : listed;
		this.#classOfEvent.clear();
		for (const name of classes)
			this.#classOfEvent.set(name.toLowerCase(), name);
		this.#dropClassesBut(new Set(classes));
		using _ = interner.hold();
		const queue = classes.values();
		const failed = new AbortController();
		const workers = Array.from({ length: parallelLoads }, async () => {
			try {
				for (const className of queue) {
					if (failed.signal.aborted) return;
					await this.#load(className, failed.signal);
				}
			} catch (error) {
				failed.abort(error);
			}
		});
		// All of them: a load that went on would write old records later.
		await Promise.all(workers);
		failed.signal.throwIfAborted();
	}

	async #load(className: string, signal?: AbortSignal): Promise<void> {
		const { source, mirror, interner } = this.#options;
		const seen = new Set<string>();
		try {
			let neighbour: AnyRecord | undefined;
			const onRecord = (key: string, record: Record<string, unknown>) => {
				const ref = interner.string(key);
				interner.internFields(record, neighbour);
				neighbour = record;
				this.#log.write(className, ref, record);
				seen.add(ref);
			};
			await source.listRecords(className, { onRecord, signal });
			mirror.addClass(className);
		} catch (error) {
			if (!hasCode(error, ...NO_CLASS_CODES)) throw error;
			this.#options.logger.debug(
				{ className },
				`not mirrored: ${messageOf(error)}`,
			);
			this.#classOfEvent.delete(className.toLowerCase());
		}
		this.#log.removeAllBut(className, seen);
	}

	/** Classes that the pool no longer has, after a downgrade. */
	#dropClassesBut(kept: ReadonlySet<string>): void {
		for (const className of this.#options.mirror.classNames()) {
			if (!kept.has(className)) this.#log.removeAllBut(className, new Set());
		}
	}

	#poll(token: string, timeoutSeconds: number): Promise<EventAnswer> {
		return this.#options.source.events({
			classes: [...this.#classOfEvent.values()],
			token,
			timeoutSeconds,
			onEvents: (events) => {
				for (const event of events) this.#apply(event);
			},
		});
	}

	#apply(event: unknown): void {
		if (!isPlainObject(event)) return;
		const className = this.#classOfEvent.get(String(event.class).toLowerCase());
		if (className === undefined) return;
		const ref = String(event.ref);
		if (event.operation === "del") {
			this.#log.remove(className, ref);
		} else if (isPlainObject(event.snapshot)) {
			const { interner, mirror } = this.#options;
			interner.internFields(event.snapshot, mirror.find(className, ref));
			this.#log.write(className, ref, event.snapshot as AnyRecord);
		}
	}

	async #emit(): Promise<void> {
		const changes = this.#log.drain();
		const isInitial = !this.#hasEmitted;
		if (changes.length === 0 && !isInitial) return;
		this.#hasEmitted = true;
		try {
			await this.#options.onBatch({ changes, isInitial });
		} catch (error) {
			this.#options.logger.error(
				{ error },
				`a batch of ${changes.length} changes was not taken`,
			);
		}
	}

	#tell(state: XapiState, error?: XapiError): void {
		this.#options.onState?.(state, error);
	}
}
