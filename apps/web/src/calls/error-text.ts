import { XoConnectionError, XoError } from "@xo/client";
import type { TFunction } from "i18next";

/** Codes whose meaning our own words say better than the server's message.
 *  Others come with a message that says what and where. */
const TEXTS: Readonly<Record<number, string>> = {
	1: "error.noSuchObject",
	2: "error.unauthorized",
	3: "error.invalidCredentials",
	18: "error.hostOffline",
	28: "error.serviceUnavailable",
	29: "error.tooManyRequests",
};

const CONNECTION_TEXTS: Readonly<Record<XoConnectionError["code"], string>> = {
	unreachable: "error.unreachable",
	unanswered: "error.unreachable",
	lost: "error.lost",
	timeout: "error.timeout",
	closed: "error.closed",
};

/** What to show for anything that was thrown. */
export function errorText(error: unknown, t: TFunction): string {
	if (error instanceof XoConnectionError) {
		return t(CONNECTION_TEXTS[error.code]);
	}
	if (error instanceof XoError) {
		const key = TEXTS[error.code];
		return key === undefined ? error.message : t(key);
	}
	return error instanceof Error ? error.message : String(error);
}
