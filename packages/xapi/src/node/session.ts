import { type Clock, isPlainObject } from "@xo/std";
import type { WireValue } from "@xo/xapi-wire";
import type { HostDirectory } from "../common/host-directory.ts";
import { bareAddress, type PoolUrl } from "../common/pool-url.ts";
import { masterCandidates, mayFollow } from "../common/redirect-policy.ts";
import { hasCode, redact, XapiError } from "../common/xapi-error.ts";
import { abortedError, toXapiError } from "./network-error.ts";
import type { Rpc, RpcReply } from "./rpc.ts";

/** An open session on the master. A new one is a new object. */
export interface Session {
	/** The master's. */
	readonly address: string;
	/** The secret that each call carries. */
	readonly ref: string;
	readonly poolRef: string;
	readonly poolUuid: string;
}

export interface SessionsOptions {
	readonly rpc: Rpc;
	readonly pool: PoolUrl;
	readonly username: string;
	readonly password: string;
	readonly directory: HostDirectory;
	/** Whether certificates of hosts were checked. */
	readonly isVerified: boolean;
	readonly clock: Clock;
	readonly signal: AbortSignal;
}

const LOGIN = "session.login_with_password";
const MAX_REDIRECTS = 3;
const LOGIN_TIMEOUT_MS = 30_000;
const ORIGINATOR = "xen-orchestra";
/** Other hosts of the pool would say the same. */
const FINAL_CODES = [
	"SESSION_AUTHENTICATION_FAILED",
	"SESSION_AUTHORIZATION_FAILED",
	"RBAC_PERMISSION_DENIED",
	"ABORTED",
	"CLOSED",
];

/** Signs in to the master, wherever it is now, once at a time. */
export class Sessions {
	readonly #options: SessionsOptions;
	#current: Session | undefined;
	#opening: Promise<Session> | undefined;
	#hint: string | undefined;
	#lastMaster: string | undefined;
	#poolUuid: string | undefined;

	constructor(options: SessionsOptions) {
		this.#options = options;
	}

	get current(): Session | undefined {
		return this.#current;
	}

	get isOpening(): boolean {
		return this.#opening !== undefined;
	}

	/** The open session; opens one when there is none. */
	acquire(): Promise<Session> {
		if (this.#options.signal.aborted) {
			return Promise.reject(abortedError(this.#options.signal));
		}
		if (this.#current !== undefined) return Promise.resolve(this.#current);
		this.#opening ??= this.#open().finally(() => {
			this.#opening = undefined;
		});
		return this.#opening;
	}

	/** Tells that `session` is of no use any more, and where the master may be
	 *  now. Nothing happens when it was replaced in the meantime. */
	drop(session: Session, masterHint?: string): void {
		if (this.#current !== session) return;
		this.#current = undefined;
		this.#options.rpc.forget(session.address);
		if (masterHint !== undefined && this.#mayFollow(masterHint)) {
			this.#hint = bareAddress(masterHint);
		}
	}

	/** Best effort: a session that stays behind expires after a day. */
	async logout(session: Session, signal: AbortSignal): Promise<void> {
		this.drop(session);
		try {
			await this.#send(session.address, "session.logout", {
				params: [session.ref],
				signal,
			});
		} catch {
			// The pool is gone or has closed it already.
		}
	}

	async #open(): Promise<Session> {
		const { directory, pool, clock } = this.#options;
		const startedAt = clock.now();
		const likely = [this.#hint, this.#lastMaster, pool.address];
		this.#hint = undefined;
		const errors: XapiError[] = [];
		for (const address of masterCandidates(likely, directory)) {
			try {
				const session = await this.#openAt(address, 0);
				this.#current = session;
				this.#lastMaster = session.address;
				return session;
			} catch (error) {
				const durationMs = clock.now() - startedAt;
				const failure = toXapiError(error, { method: LOGIN, durationMs });
				if (hasCode(failure, ...FINAL_CODES)) throw failure;
				errors.push(failure);
			}
		}
		// A refused certificate tells more than a host that is down.
		throw (
			errors.find((error) => error.code.startsWith("CERTIFICATE_")) ??
			errors[0] ??
			new XapiError("PROTOCOL_ERROR", { params: ["no host to connect to"] })
		);
	}

	async #openAt(address: string, redirects: number): Promise<Session> {
		const { directory } = this.#options;
		const { outcome, headers } = await this.#login(address);
		if ("result" in outcome) {
			return await this.#inspect(address, String(outcome.result));
		}
		const error = this.#failure(outcome.error);
		const [master] = error.params;
		if (error.code !== "HOST_IS_SLAVE" || master === undefined) throw error;
		if (redirects >= MAX_REDIRECTS) throw error;
		if (!this.#mayFollow(master)) {
			throw new XapiError("REDIRECT_REFUSED", { params: [master] });
		}
		const thumbprint = headers["x-xenapi-response-host-certificate-thumbprint"];
		if (this.#options.isVerified && typeof thumbprint === "string") {
			directory.addPin(master, thumbprint);
		}
		return this.#openAt(bareAddress(master), redirects + 1);
	}

	async #login(address: string): Promise<RpcReply> {
		const { username, password } = this.#options;
		const reply = await this.#send(address, LOGIN, {
			params: [username, password, "", ORIGINATOR],
		});
		const { outcome } = reply;
		return "error" in outcome &&
			outcome.error[0] === "MESSAGE_PARAMETER_COUNT_MISMATCH"
			? this.#send(address, LOGIN, { params: [username, password] })
			: reply;
	}

	/** Reads which pool this is and who its members are. */
	async #inspect(address: string, ref: string): Promise<Session> {
		const list = async (className: string) => {
			const { outcome } = await this.#send(
				address,
				`${className}.get_all_records`,
				{ params: [ref] },
			);
			if ("error" in outcome) throw this.#failure(outcome.error, ref);
			return new Map(
				Object.entries(isPlainObject(outcome.result) ? outcome.result : {}),
			) as Map<string, { uuid: string; address: string }>;
		};
		const [pools, hosts] = await Promise.all([list("pool"), list("host")]);
		const [entry] = pools;
		if (entry === undefined) {
			throw new XapiError("PROTOCOL_ERROR", { params: ["no pool record"] });
		}
		const [poolRef, { uuid: poolUuid }] = entry;
		if ((this.#poolUuid ?? poolUuid) !== poolUuid) {
			throw new XapiError("POOL_CHANGED", {
				params: [this.#poolUuid ?? "", poolUuid],
			});
		}
		this.#poolUuid = poolUuid;
		this.#options.directory.learnHosts(hosts);
		return { address, ref, poolRef, poolUuid };
	}

	#send(
		address: string,
		method: string,
		{ params, signal }: { params: WireValue[]; signal?: AbortSignal },
	): Promise<RpcReply> {
		return this.#options.rpc.send({
			address,
			method,
			params,
			lane: "calls",
			timeoutMs: LOGIN_TIMEOUT_MS,
			signal: signal ?? this.#options.signal,
			headers: {
				"x-xenapi-request-host-certificate-thumbprint": "sha-256:master",
			},
		});
	}

	#failure(
		[code = "PROTOCOL_ERROR", ...params]: readonly string[],
		sessionRef?: string,
	): XapiError {
		const secrets = [this.#options.password, sessionRef];
		return new XapiError(code, { params: redact(params, secrets) });
	}

	#mayFollow(address: string): boolean {
		const { directory, isVerified } = this.#options;
		return mayFollow(address, directory, isVerified);
	}
}
