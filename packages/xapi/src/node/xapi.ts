import type { Duplex } from "node:stream";
import type { WireValue, XapiAsyncMethod, XapiMethods } from "@xo/xapi-wire";
import { eachRecord } from "../common/each-record.ts";
import { Interner } from "../common/interner.ts";
import type { ParamsOf, ResultOf } from "../common/method-types.ts";
import type { XapiMirror } from "../common/mirror.ts";
import { type AnyRecord, MirrorStore } from "../common/mirror-store.ts";
import type { Rrd, RrdUpdates } from "../common/rrd/types.ts";
import { classOfListing } from "../common/signatures.ts";
import { parseTaskResult } from "../common/task-result.ts";
import { TaskWaiter, type WaitTaskOptions } from "../common/task-waiter.ts";
import { Watcher, type WatchOptions } from "../common/watcher.ts";
import { XapiError } from "../common/xapi-error.ts";
import { CertificateLearner } from "./certificate-learner.ts";
import type { BodyRequest, HandlerRequest } from "./http-handlers.ts";
import { abortedError } from "./network-error.ts";
import { withDefaults, type XapiOptions } from "./options.ts";
import { createPoolLink, type PoolLink } from "./pool-link.ts";
import {
	fetchRrd,
	fetchRrdUpdates,
	type RrdUpdatesRequest,
} from "./rrd-fetch.ts";
import type { HttpAnswer } from "./transport.ts";
import { createWatchSource } from "./watch-source.ts";

const LOGOUT_TIMEOUT_MS = 2000;

/** What says where hosts are and how to trust them. */
const HOST_CLASSES: ReadonlySet<string> = new Set(["host", "Certificate"]);

/** One for the process: pools have much in common. */
const interner = new Interner();

/** When a single call is given up. */
interface CallLimits {
	readonly signal?: AbortSignal;
	/** For one attempt, which is then the only one. */
	readonly timeoutMs?: number;
}

/** A live connection to a pool, to whichever host is its master.
 *  Every failure is an `XapiError`. */
export class Xapi implements AsyncDisposable {
	/** Filled by `watch`. */
	readonly mirror: XapiMirror;
	readonly #store = new MirrorStore();
	readonly #options: ReturnType<typeof withDefaults>;
	readonly #link: PoolLink;
	readonly #tasks: TaskWaiter;
	readonly #certificates: CertificateLearner;
	readonly #lifetime = new AbortController();
	readonly #background = new Set<Promise<unknown>>();
	#closing: Promise<void> | undefined;
	#isWatching = false;
	#isWatchConnected = false;

	private constructor(options: XapiOptions) {
		this.#options = withDefaults(options);
		this.#link = createPoolLink(this.#options, this.#lifetime.signal);
		this.mirror = this.#store as unknown as XapiMirror;
		this.#certificates = new CertificateLearner(
			this.#link.invoker,
			this.#link.directory,
		);
		this.#tasks = new TaskWaiter({
			isMirrored: () =>
				this.#isWatchConnected &&
				[...this.#store.classNames()].includes("task"),
			isWatched: () => this.#isWatching,
			mirror: this.#store,
			clock: this.#options.clock,
			abortedError,
			fetchTask: async (ref) =>
				(await this.#link.invoker.invoke("task.get_record", [
					ref,
				])) as AnyRecord,
		});
		options.signal?.addEventListener(
			"abort",
			() => void this[Symbol.asyncDispose](),
			{
				once: true,
				signal: this.#lifetime.signal,
			},
		);
	}

	/** Signs in, after the check of the certificate; follows a member's word to
	 *  the master.
	 *  @throws XapiError `CERTIFICATE_UNTRUSTED` [address, fingerprint, reason],
	 *  `CERTIFICATE_CHANGED` [address, expected, actual],
	 *  `SESSION_AUTHENTICATION_FAILED`, `ECONNREFUSED`, `TIMEOUT`, ... */
	static async connect(options: XapiOptions): Promise<Xapi> {
		if (options.signal?.aborted) throw abortedError(options.signal);
		const xapi = new Xapi(options);
		try {
			await xapi.#link.sessions.acquire();
			return xapi;
		} catch (error) {
			await xapi[Symbol.asyncDispose]();
			throw error;
		}
	}

	/** Whether calls can be made now. */
	get state(): "connecting" | "connected" | "disconnected" {
		const { sessions } = this.#link;
		if (sessions.isOpening) return "connecting";
		return sessions.current === undefined ? "disconnected" : "connected";
	}

	/** The master's address, as of the last sign-in. */
	get masterAddress(): string | undefined {
		return this.#link.sessions.current?.address;
	}

	/** Calls a method; the session is added. Values have their JSON forms (ints
	 *  and floats are numbers, dates strings) whatever the host speaks.
	 *  @throws XapiError XAPI's codes, and the network's */
	async call<M extends string>(
		method: M,
		...params: ParamsOf<M>
	): Promise<ResultOf<M>> {
		return (await this.#call(method, params as WireValue[])) as ResultOf<M>;
	}

	/** The same, given up when the signal aborts or the time is over; then it is
	 *  not known whether the pool did it.
	 *  @throws XapiError `ABORTED`, `TIMEOUT` besides */
	async callWith<M extends string>(
		method: M,
		params: ParamsOf<M>,
		options: CallLimits,
	): Promise<ResultOf<M>> {
		return (await this.#call(
			method,
			params as WireValue[],
			options,
		)) as ResultOf<M>;
	}

	/** Runs a long method as a task of the pool, which is removed at its end.
	 *  @throws XapiError what the task failed with; `TASK_VANISHED`; `ABORTED`
	 *  when the signal ended it, after asking the pool to cancel */
	async callAsync<M extends string>(
		method: M extends keyof XapiMethods ? M & XapiAsyncMethod : M,
		params: ParamsOf<M>,
		options: WaitTaskOptions = {},
	): Promise<ResultOf<M>> {
		const { signal } = options;
		if (signal?.aborted) throw abortedError(signal);
		const ref = String(
			await this.#call(`Async.${method}`, params as WireValue[]),
		);
		try {
			const text = await this.#tasks.wait(ref, options);
			return parseTaskResult(text, method) as ResultOf<M>;
		} finally {
			this.#inBackground(this.#endTask(ref, signal?.aborted === true));
		}
	}

	/** Waits for the end of a task that something else began; the task stays.
	 *  @returns its result, parsed */
	async waitTask(ref: string, options: WaitTaskOptions = {}): Promise<unknown> {
		try {
			return parseTaskResult(await this.#tasks.wait(ref, options));
		} finally {
			if (options.signal?.aborted) {
				this.#inBackground(this.#call("task.cancel", [ref]));
			}
		}
	}

	/** Loads the pool into the mirror and keeps it equal, for ever, through
	 *  lost connections and changes of the master. Once per connection. */
	watch(options: WatchOptions): void {
		if (this.#isWatching) throw new Error("the pool is watched already");
		this.#isWatching = true;
		const { clock, logger, limits } = this.#options;
		const watcher = new Watcher({
			...options,
			onBatch: (batch) => {
				this.#learn(batch.changes, batch.isInitial);
				return options.onBatch(batch);
			},
			onState: (state, error) => {
				this.#isWatchConnected = state === "connected";
				options.onState?.(state, error);
			},
			source: createWatchSource(this.#link, limits.eventGraceMs),
			mirror: this.#store,
			interner,
			clock,
			logger,
			signal: this.#lifetime.signal,
			parallelLoads: limits.parallelLoads,
			eventTimeoutSeconds: limits.eventTimeoutSeconds,
		});
		this.#inBackground(watcher.run());
	}

	/** Sends to a raw HTTP handler of a member and follows its redirects within
	 *  the pool. Any status is an answer; its body must be read or destroyed.
	 *  @throws XapiError `REDIRECT_REFUSED` [address] */
	request(method: "GET" | "PUT", options: BodyRequest): Promise<HttpAnswer> {
		return this.#link.handlers.request(method, options);
	}

	/** CONNECT, as for consoles: raw bytes both ways.
	 *  @throws XapiError `HTTP_ERROR` [status, path] */
	openTunnel(options: HandlerRequest): Promise<Duplex> {
		return this.#link.handlers.openTunnel(options);
	}

	/** Recent statistics of a host and the VMs on it. */
	fetchRrdUpdates(request: RrdUpdatesRequest): Promise<RrdUpdates> {
		return fetchRrdUpdates(this.#link.handlers, request);
	}

	/** All statistics of a VM, from wherever it is. */
	fetchVmRrd(uuid: string, signal?: AbortSignal): Promise<Rrd> {
		return fetchRrd(this.#link.handlers, {
			host: undefined,
			path: "/vm_rrd",
			query: { uuid },
			signal,
		});
	}

	/** All statistics of a host, given by ref or address. */
	fetchHostRrd(host: string, signal?: AbortSignal): Promise<Rrd> {
		return fetchRrd(this.#link.handlers, {
			host,
			path: "/host_rrd",
			query: {},
			signal,
		});
	}

	/** SHA-256 fingerprints (`AA:BB:...`) by host address, as the pool said over
	 *  a verified connection: pins for the next time. */
	learnedFingerprints(): Record<string, string> {
		return this.#link.directory.learnedFingerprints();
	}

	[Symbol.asyncDispose](): Promise<void> {
		this.#closing ??= this.#close();
		return this.#closing;
	}

	async #close(): Promise<void> {
		const { sessions, transport } = this.#link;
		const session = sessions.current;
		this.#lifetime.abort(new XapiError("CLOSED"));
		if (session !== undefined) {
			await sessions.logout(session, AbortSignal.timeout(LOGOUT_TIMEOUT_MS));
		}
		await transport[Symbol.asyncDispose]();
		await Promise.allSettled(this.#background);
	}

	async #call(
		method: string,
		params: readonly WireValue[],
		{ signal, timeoutMs }: CallLimits = {},
	): Promise<WireValue> {
		const limits =
			timeoutMs === undefined
				? { signal }
				: { signal, timeoutMs, canRetry: false };
		if (classOfListing(method) === undefined) {
			return this.#link.invoker.invoke(method, params, limits);
		}
		const records: Record<string, WireValue> = {};
		const onMembers = (members: unknown) =>
			eachRecord(members, (ref, record) => {
				records[ref] = record as WireValue;
			});
		const split = { path: [], onMembers };
		await this.#link.invoker.invoke(method, params, { ...limits, split });
		return records;
	}

	/** Pools put off the removal of a task that still runs. */
	async #endTask(ref: string, mustCancel: boolean): Promise<void> {
		if (mustCancel) await this.#call("task.cancel", [ref]);
		await this.#call("task.destroy", [ref]);
	}

	/** What the mirror says of tasks and hosts matters here too. */
	#learn(
		changes: readonly { class: string; ref: string }[],
		isInitial: boolean,
	): void {
		let hasHostChanges = isInitial;
		for (const change of changes) {
			if (change.class === "task") this.#tasks.notify(change.ref);
			hasHostChanges ||= HOST_CLASSES.has(change.class);
		}
		if (!hasHostChanges) return;
		const { directory, isVerified } = this.#link;
		const hosts = this.mirror.records("host");
		if (hosts.size > 0) directory.learnHosts(hosts);
		if (!isVerified) return;
		directory.learnCertificates(this.mirror.records("Certificate"));
		this.#inBackground(this.#certificates.askAll());
	}

	#inBackground(work: Promise<unknown>): void {
		const settled = work
			.catch((error) => {
				this.#options.logger.debug({ error }, "in the background");
			})
			.finally(() => this.#background.delete(settled));
		this.#background.add(settled);
	}
}
