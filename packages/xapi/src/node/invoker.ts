import { type Clock, sleep } from "@xo/std";
import type { WireValue } from "@xo/xapi-wire";
import { reconnectDelay } from "../common/reconnect-delay.ts";
import { retryAdvice } from "../common/retry.ts";
import { redact, type XapiCallInfo, XapiError } from "../common/xapi-error.ts";
import { abortedError, toXapiError } from "./network-error.ts";
import type { Rpc, SplitResult } from "./rpc.ts";
import type { Session, Sessions } from "./session.ts";

export interface InvokeOptions {
	readonly lane?: "calls" | "events";
	readonly timeoutMs?: number;
	readonly signal?: AbortSignal | undefined;
	readonly split?: SplitResult;
	/** False to fail at once: who calls recovers by itself. */
	readonly canRetry?: boolean;
	/** False for the few calls that take none. */
	readonly hasSession?: boolean;
}

export interface InvokerOptions {
	readonly rpc: Rpc;
	readonly sessions: Sessions;
	readonly clock: Clock;
	readonly password: string;
	readonly callTimeoutMs: number;
	readonly signal: AbortSignal;
}

const MAX_ATTEMPTS = 4;

/** Calls with the current session, again where that is safe. */
export class Invoker {
	readonly #options: InvokerOptions;

	constructor(options: InvokerOptions) {
		this.#options = options;
	}

	async invoke(
		method: string,
		params: readonly WireValue[],
		options: InvokeOptions = {},
	): Promise<WireValue> {
		const { clock, signal: lifetime } = this.#options;
		const signal = options.signal
			? AbortSignal.any([lifetime, options.signal])
			: lifetime;
		const startedAt = clock.now();
		for (let attempt = 0; ; attempt++) {
			let session: Session | undefined;
			try {
				session = await this.#acquire(signal);
				return await this.#attempt(session, method, {
					...options,
					params,
					signal,
				});
			} catch (cause) {
				const call = { method, durationMs: clock.now() - startedAt };
				const error = this.#explain(cause, { call, session, signal });
				const isLast = attempt + 1 >= MAX_ATTEMPTS;
				if (session === undefined) throw error;
				const advice = retryAdvice(method, error.code);
				this.#forget(session, advice, error);
				if (isLast || options.canRetry === false || advice === "give-up") {
					throw error;
				}
				if (advice === "wait" || advice === "reconnect") {
					await this.#pause(attempt, signal);
				}
			}
		}
	}

	/** Stops waiting when aborted, not signing in: others wait for it too. */
	async #acquire(signal: AbortSignal): Promise<Session> {
		if (signal.aborted) throw abortedError(signal);
		const { sessions } = this.#options;
		if (sessions.current !== undefined) return sessions.current;
		const aborted = Promise.withResolvers<never>();
		const onAbort = () => aborted.reject(abortedError(signal));
		signal.addEventListener("abort", onAbort, { once: true });
		try {
			return await Promise.race([sessions.acquire(), aborted.promise]);
		} finally {
			signal.removeEventListener("abort", onAbort);
		}
	}

	async #attempt(
		session: Session,
		method: string,
		options: InvokeOptions & { params: readonly WireValue[] },
	): Promise<WireValue> {
		const { params, hasSession = true, lane = "calls" } = options;
		const { outcome } = await this.#options.rpc.send({
			address: session.address,
			method,
			params: hasSession ? [session.ref, ...params] : params,
			lane,
			timeoutMs: options.timeoutMs ?? this.#options.callTimeoutMs,
			signal: options.signal,
			split: options.split,
		});
		if ("result" in outcome) return outcome.result;
		const [code = "PROTOCOL_ERROR", ...echoed] = outcome.error;
		throw new XapiError(code, { params: echoed });
	}

	/** Without secrets: pools echo the session in SESSION_INVALID. */
	#explain(
		cause: unknown,
		{ call, session, signal }: ExplainContext,
	): XapiError {
		const error = signal.aborted ? abortedError(signal) : toXapiError(cause);
		const { code, params } = error;
		const secrets = [session?.ref, this.#options.password];
		return new XapiError(code, {
			params: redact(params, secrets),
			call,
			cause: error.cause,
		});
	}

	#forget(session: Session, advice: string, error: XapiError): void {
		const { sessions } = this.#options;
		if (advice === "find-master") sessions.drop(session, error.params[0]);
		if (advice === "renew-session" || advice === "reconnect") {
			sessions.drop(session);
		}
	}

	async #pause(attempt: number, signal: AbortSignal): Promise<void> {
		const delayMs = reconnectDelay(attempt, Math.random());
		try {
			await sleep(delayMs, { clock: this.#options.clock, signal });
		} catch {
			throw abortedError(signal);
		}
	}
}

interface ExplainContext {
	readonly call: XapiCallInfo;
	readonly session: Session | undefined;
	readonly signal: AbortSignal;
}
