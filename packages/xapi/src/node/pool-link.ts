import { systemClock } from "@xo/std";
import { Beat } from "../common/beat.ts";
import { normalizeFingerprint } from "../common/fingerprint.ts";
import { HostDirectory } from "../common/host-directory.ts";
import { parsePoolUrl } from "../common/pool-url.ts";
import { HttpHandlers } from "./http-handlers.ts";
import { Invoker } from "./invoker.ts";
import type { withDefaults } from "./options.ts";
import { Rpc } from "./rpc.ts";
import { Sessions } from "./session.ts";
import { Transport } from "./transport.ts";

/** Half of it is most of what a change takes to arrive; and each client gets
 *  a frame a beat. */
const BEAT_MS = 15;

/** One for the process: what several pools tell is worked off together. */
const beat = new Beat(systemClock, BEAT_MS);

/** What a connection to a pool is made of. */
export interface PoolLink {
	readonly transport: Transport;
	readonly sessions: Sessions;
	readonly invoker: Invoker;
	readonly handlers: HttpHandlers;
	readonly directory: HostDirectory;
	/** Whether certificates are checked. */
	readonly isVerified: boolean;
}

/** Builds the parts; nothing is connected yet.
 *  @throws XapiError `PROTOCOL_ERROR` when the URL is none */
export function createPoolLink(
	options: ReturnType<typeof withDefaults>,
	signal: AbortSignal,
): PoolLink {
	const { clock, limits, password, tls, username } = options;
	const pool = parsePoolUrl(options.url);
	const directory = new HostDirectory();
	const allowUnauthorized = tls.allowUnauthorized === true;
	const pins = (address: string): string[] => {
		const given = normalizeFingerprint(tls.fingerprint?.(address) ?? "");
		const learned = directory.pins(address);
		return given === undefined ? [...learned] : [given, ...learned];
	};
	const transport = new Transport({
		pool,
		trust: { ca: tls.ca, allowUnauthorized, pins },
		httpProxy: options.httpProxy,
		limits,
		beat,
	});
	const rpc = new Rpc(transport, limits.maxAnswerBytes);
	const isVerified = pool.isTls && !allowUnauthorized;
	const sessions = new Sessions({
		rpc,
		pool,
		username,
		password,
		directory,
		isVerified,
		clock,
		signal,
	});
	const timeoutMs = limits.callTimeoutMs;
	return {
		transport,
		sessions,
		invoker: new Invoker({
			rpc,
			sessions,
			clock,
			password,
			callTimeoutMs: timeoutMs,
			signal,
		}),
		handlers: new HttpHandlers({
			transport,
			sessions,
			directory,
			timeoutMs,
			signal,
		}),
		directory,
		isVerified,
	};
}
