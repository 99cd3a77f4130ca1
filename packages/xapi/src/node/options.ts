import { type Clock, systemClock } from "@xo/std";
import { silentLogger, type XapiLogger } from "../common/logger.ts";
import { DEFAULT_LIMITS, type XapiLimits } from "./limits.ts";

/** Why a certificate is trusted. Without any of these: by the authorities of
 *  the system. */
export interface XapiTls {
	/** PEM certificates of authorities, instead of the system's. */
	readonly ca?: string;
	/** The pinned SHA-256 fingerprint of the host at an address, if any. */
	readonly fingerprint?: (hostAddress: string) => string | undefined;
	/** Last resort: no check at all. */
	readonly allowUnauthorized?: boolean;
}

/** How to reach and sign in to a pool. */
export interface XapiOptions {
	/** `https://host[:port]`; any member of the pool. */
	readonly url: string;
	readonly username: string;
	readonly password: string;
	readonly tls?: XapiTls | undefined;
	/** `http://[user:password@]host:port` */
	readonly httpProxy?: string | undefined;
	readonly clock?: Clock;
	/** Ends the connection for good. */
	readonly signal?: AbortSignal;
	readonly limits?: Partial<XapiLimits>;
	readonly logger?: XapiLogger;
}

export function withDefaults(options: XapiOptions) {
	return {
		...options,
		clock: options.clock ?? systemClock,
		logger: options.logger ?? silentLogger,
		limits: { ...DEFAULT_LIMITS, ...options.limits },
		tls: options.tls ?? {},
	};
}
