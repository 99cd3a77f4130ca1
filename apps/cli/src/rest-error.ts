import { isPlainObject } from "@xo/std";
import { CliError } from "./errors.ts";

/** What was sent, for the hint. */
interface Sent {
	readonly method: string;
	/** As the person wrote it. */
	readonly path: string;
}

const NO_SUCH_ROUTE = /^Cannot [A-Z]+ /;
const QUERY_ONLY = new Set(["sync", "wait"]);

/** Words for a refusal of the REST API: `{error, data}`, where `error` is a
 *  sentence or tells each wrong field; any other text is shown as it is. */
export function explainRefusal(error: CliError, sent: Sent): CliError {
	const body = parse(error.details.join("\n"));
	if (body === undefined) return withHint(error, {}, hintOf(error, ""));
	const { error: reason, data } = body;
	if (isPlainObject(reason)) {
		const details = Object.entries(reason).map(
			([field, problem]) => `${field}: ${messageIn(problem)}`,
		);
		return withHint(error, { details }, queryHint(Object.keys(reason), sent));
	}
	if (typeof reason !== "string") {
		return withHint(error, {}, hintOf(error, ""));
	}
	const hasData = isPlainObject(data) && Object.keys(data).length > 0;
	return withHint(
		error,
		{
			message: `${error.message}: ${reason}`,
			details: hasData ? [JSON.stringify(data)] : [],
		},
		hintOf(error, reason),
	);
}

function parse(text: string): Readonly<Record<string, unknown>> | undefined {
	try {
		const value: unknown = JSON.parse(text);
		return isPlainObject(value) ? value : undefined;
	} catch {
		return undefined;
	}
}

function messageIn(problem: unknown): string {
	return isPlainObject(problem) && typeof problem.message === "string"
		? problem.message
		: JSON.stringify(problem);
}

function withHint(
	error: CliError,
	{
		message = error.message,
		details = error.details,
	}: { readonly message?: string; readonly details?: readonly string[] },
	hint: string | undefined,
): CliError {
	return new CliError(error.code, message, { cause: error, details, hint });
}

function hintOf({ code }: CliError, reason: string): string | undefined {
	if (code === "http:401") {
		return "the token has expired or was revoked: use `xo-cli register` again";
	}
	if (code === "http:403") {
		return "this account may not do that: ask an administrator";
	}
	return NO_SUCH_ROUTE.test(reason)
		? "`xo-cli rest get docs/swagger.json` lists the paths of this server"
		: undefined;
}

/** `sync=true` among the parameters of a POST goes into its body. */
function queryHint(
	fields: readonly string[],
	{ method, path }: Sent,
): string | undefined {
	const name = fields
		.map((field) => field.replace(/^body\./, ""))
		.find((field) => QUERY_ONLY.has(field));
	if (name === undefined) return undefined;
	const mark = path.includes("?") ? "&" : "?";
	return `${name} belongs to the path: xo-cli rest ${method.toLowerCase()} '${path}${mark}${name}=true'`;
}
