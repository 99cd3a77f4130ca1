import type { CallResult } from "@xo/client";
import type { TFunction } from "i18next";

export type PoolConnection = CallResult<"server.getAll">[number];

/** What the daemon notes of a failed connection. */
interface Failure {
	readonly code: string;
	readonly params: readonly string[];
	readonly message: string;
}

export function failureOf({ error }: PoolConnection): Failure | undefined {
	if (error === undefined) return undefined;
	const { code, params, message, name } = error;
	return {
		code: String(name === "PoolAlreadyConnected" ? name : (code ?? "")),
		params: Array.isArray(params) ? params.map(String) : [],
		message: String(message ?? code ?? ""),
	};
}

const TEXTS: Readonly<Record<string, string>> = {
	SESSION_AUTHENTICATION_FAILED: "refused",
	SESSION_AUTHORIZATION_FAILED: "refused",
	CERTIFICATE_CHANGED: "certificateChanged",
	CERTIFICATE_UNTRUSTED: "certificateUntrusted",
	ECONNREFUSED: "unreachable",
	ECONNRESET: "unreachable",
	EHOSTUNREACH: "unreachable",
	ENETUNREACH: "unreachable",
	ETIMEDOUT: "unreachable",
	TIMEOUT: "unreachable",
	ENOTFOUND: "unknownName",
	EAI_AGAIN: "unknownName",
	PoolAlreadyConnected: "alreadyConnected",
};

/** What is the matter and what to do; the server's own words where we have
 *  none. */
export function failureText(failure: Failure, t: TFunction): string {
	const key = TEXTS[failure.code];
	return key === undefined
		? failure.message
		: t(`settings.connection.failure.${key}`);
}

/** Of a certificate that is not the confirmed one: the new fingerprint. */
export function newFingerprintOf({
	code,
	params,
}: Failure): string | undefined {
	return code === "CERTIFICATE_CHANGED" ? params[2] : undefined;
}
