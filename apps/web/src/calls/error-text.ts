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

interface Problem {
	readonly code: string;
	readonly values?: Readonly<Record<string, unknown>>;
}

/** What is wrong with a search, where that is what the server refuses. */
function filterProblemOf({ data }: XoError): Problem | undefined {
	const { problem } = (data ?? {}) as { readonly problem?: Partial<Problem> };
	return typeof problem?.code === "string"
		? { ...problem, code: problem.code }
		: undefined;
}

export function filterProblemText(
	{ code, values }: Problem,
	t: TFunction,
): string {
	return t(`lists.filterProblem.${code}`, { ...values });
}

/** What to show for anything that was thrown. */
export function errorText(error: unknown, t: TFunction): string {
	if (error instanceof XoConnectionError) {
		return t(CONNECTION_TEXTS[error.code]);
	}
	if (error instanceof XoError) {
		const problem = filterProblemOf(error);
		if (problem !== undefined) return filterProblemText(problem, t);
		const key = TEXTS[error.code];
		return key === undefined ? error.message : t(key);
	}
	return error instanceof Error ? error.message : String(error);
}
