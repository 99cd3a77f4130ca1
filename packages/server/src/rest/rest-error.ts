import { ApiError } from "@xo/contract";
import { FilterError } from "@xo/filter";
import { XapiError } from "@xo/xapi/common";

export interface RestErrorAnswer {
	readonly status: number;
	readonly headers: Readonly<Record<string, string>>;
	readonly body: {
		readonly error: unknown;
		readonly data?: unknown;
		readonly info?: string;
	};
}

const AUTHENTICATE = { "www-authenticate": 'Basic realm="xo"' } as const;

interface AjvLike {
	readonly instancePath: string;
	readonly keyword: string;
	readonly message: string;
	readonly params: Readonly<Record<string, unknown>>;
}

/** The 422 of a bad body: a message for each path. */
function bodyProblems(errors: readonly AjvLike[]) {
	return Object.fromEntries(
		errors.map(({ instancePath, keyword, message, params }) => {
			const missing = params.missingProperty ?? params.additionalProperty;
			const path = [
				"body",
				...instancePath.split("/").filter(Boolean),
				...(missing === undefined ? [] : [missing]),
			].join(".");
			const text =
				keyword === "required"
					? `'${missing}' is required`
					: keyword === "additionalProperties"
						? `"${missing}" is an excess property and therefore is not allowed`
						: message;
			const isExcess = keyword === "additionalProperties";
			return [path, { message: text, ...(isExcess ? { value: missing } : {}) }];
		}),
	);
}

function fromApiError(error: ApiError): RestErrorAnswer {
	const { status, message, data } = error;
	const headers: RestErrorAnswer["headers"] =
		status === 401
			? AUTHENTICATE
			: status === 429
				? { "retry-after": "2" }
				: {};
	if (error.kind === "invalidParameters") {
		const { errors, fields } = (data ?? {}) as {
			errors?: readonly AjvLike[];
			fields?: unknown;
		};
		const details = fields ?? (errors && bodyProblems(errors));
		return {
			status,
			headers,
			body: { error: details ?? message, data: details ? {} : (data ?? {}) },
		};
	}
	return {
		status,
		headers,
		body: { error: message, ...(data === undefined ? {} : { data }) },
	};
}

/** What a REST client is told; undefined for a failure that is ours. */
export function toRestError(error: unknown): RestErrorAnswer | undefined {
	if (error instanceof ApiError) {
		const answer = fromApiError(error);
		return error.cause instanceof XapiError
			? { ...answer, body: { ...answer.body, info: "XAPI error" } }
			: answer;
	}
	if (error instanceof FilterError) {
		return {
			status: 400,
			headers: {},
			body: {
				error: `parse error: ${error.message}`,
				data: { stringToParse: error.text, column: error.column },
			},
		};
	}
	const { statusCode, message } = error as {
		statusCode?: unknown;
		message?: unknown;
	};
	// Fastify's own: malformed JSON, too large, wrong media type.
	if (typeof statusCode === "number" && statusCode < 500) {
		return { status: statusCode, headers: {}, body: { error: message } };
	}
	return undefined;
}
