import { once } from "node:events";
import type { IncomingMessage } from "node:http";
import path from "node:path";
import { text } from "node:stream/consumers";
import { isPlainObject } from "@xo/std";
import { parseBody, parseQuery } from "../arguments.ts";
import type { Context } from "../context.ts";
import { CliError } from "../errors.ts";
import { request, requireSuccess } from "../http.ts";
import type { Format, Outcome } from "../output/format.ts";
import {
	sanitizeJson,
	sanitizeLine,
	sanitizeText,
} from "../output/sanitize.ts";
import { explainRefusal } from "../rest-error.ts";
import type { Target } from "../target.ts";
import { openInput, saveBody } from "../transfer.ts";
import { pick } from "./list-objects.ts";
import { fieldRemarks } from "./listing-remarks.ts";

const PREFIX = "/rest/v0/";

export interface RestInput {
	readonly method: "GET" | "POST" | "PATCH" | "PUT" | "DELETE";
	readonly path: string;
	readonly args?: readonly string[];
	/** File to send as the body. */
	readonly input?: string | undefined;
	/** File to write the body of the answer to. */
	readonly output?: string | undefined;
	readonly format: Format | undefined;
}

/** Address of a path below `/rest/v0/`, with or without that prefix.
 *  @throws CliError `bad-argument` when it leads out of there. */
export function restUrl(base: string, given: string): URL {
	const relative = given
		.replace(/^\/?rest\/v0(?:\/|$)/, "")
		.replace(/^\/+/, "");
	const root = `${base}${PREFIX}`;
	const url = URL.canParse(`${root}${relative}`)
		? new URL(`${root}${relative}`)
		: undefined;
	if (url === undefined || !url.href.startsWith(new URL(root).href)) {
		throw new CliError("bad-argument", `not a path of the REST API: ${given}`);
	}
	return url;
}

export async function rest(
	context: Context,
	input: RestInput,
): Promise<Outcome> {
	const target = await context.target();
	const url = restUrl(target.url, input.path);
	const response = await send(context, { target, url, input });
	await requireSuccess(response).catch((error: unknown) => {
		throw error instanceof CliError ? explainRefusal(error, input) : error;
	});
	if (input.output !== undefined) {
		const file = outputFile(input.output, response, url);
		await saveBody(context, response, { file, flags: "wx" });
		return { kind: "none" };
	}
	if (input.method === "GET") {
		return readAnswer(context, response, { url, format: input.format });
	}
	return withoutPrefix(context, await text(response), input.format);
}

async function send(
	context: Context,
	{
		target,
		url,
		input: { method, args = [], input },
	}: {
		readonly target: Target;
		readonly url: URL;
		readonly input: RestInput;
	},
): Promise<IncomingMessage> {
	const cookie = `authenticationToken=${encodeURIComponent(target.token)}`;
	if (method === "GET" || method === "DELETE" || input !== undefined) {
		for (const [name, value] of parseQuery(args)) {
			url.searchParams.append(name, value);
		}
	}
	if (input !== undefined) {
		const { body, headers } = await openInput(context, input);
		return request(target, {
			method,
			url,
			body,
			headers: {
				...headers,
				cookie,
				"content-type": "application/octet-stream",
			},
		});
	}
	if (method === "GET" || method === "DELETE") {
		return request(target, { method, url, headers: { cookie } });
	}
	const body = JSON.stringify(parseBody(args));
	return request(target, {
		method,
		url,
		body,
		headers: {
			cookie,
			"content-type": "application/json",
			"content-length": String(Buffer.byteLength(body)),
		},
	});
}

async function readAnswer(
	context: Context,
	response: IncomingMessage,
	{ url, format }: { readonly url: URL; readonly format: Format | undefined },
): Promise<Outcome> {
	const type = (response.headers["content-type"] ?? "").split(";")[0]?.trim();
	if (type === "application/json") {
		const answer: unknown = JSON.parse(await text(response));
		const value = restrict(context, answer, url.searchParams.get("fields"));
		return {
			kind: "value",
			value: stripPrefixes(value),
			plainly: "inspect",
			format,
		};
	}
	if (type === "application/x-ndjson" || type?.startsWith("text/")) {
		await printLines(context, response, type === "application/x-ndjson");
		return { kind: "none" };
	}
	response.destroy();
	throw new CliError("needs-output", `the answer is ${type || "of no type"}`, {
		hint: "write it to a file with --output <file>, or to standard output with --output -",
	});
}

async function printLines(
	{ process: { stdout }, screen }: Context,
	response: IncomingMessage,
	isJson: boolean,
): Promise<void> {
	const plainly = screen.isTerminal ? sanitizeText : (line: string) => line;
	const clean = isJson ? sanitizeJson : plainly;
	for await (const line of linesOf(response)) {
		if (!stdout.write(`${clean(line)}\n`)) await once(stdout, "drain");
	}
}

/** Not `readline`, which takes a broken connection for the end. */
async function* linesOf(response: IncomingMessage): AsyncGenerator<string> {
	response.setEncoding("utf8");
	let rest = "";
	for await (const chunk of response) {
		const lines = (rest + chunk).split("\n");
		rest = lines.pop() ?? "";
		yield* lines;
	}
	if (rest !== "") yield rest;
}

/** The server knows `fields` for collections only; one object is cut here. */
function restrict(
	context: Context,
	answer: unknown,
	fields: string | null,
): unknown {
	if (!isPlainObject(answer) || fields === null || fields === "*") {
		return answer;
	}
	const names = fields.split(",");
	for (const remark of fieldRemarks(names, answer)) {
		context.say(`hint: ${remark}`);
	}
	return pick(answer, names);
}

/** Paths in answers as they are given to this command. */
function stripPrefixes(value: unknown): unknown {
	if (!Array.isArray(value)) return value;
	return value.map((item) => {
		if (typeof item === "string") return stripPrefix(item);
		if (typeof item?.href !== "string") return item;
		return { ...item, href: stripPrefix(item.href) };
	});
}

function stripPrefix(text: string): string {
	return text.startsWith(PREFIX) ? text.slice(PREFIX.length) : text;
}

function withoutPrefix(
	{ screen }: Context,
	answer: string,
	format: Format | undefined,
): Outcome {
	if (answer === "") return { kind: "none" };
	if (format !== undefined) {
		try {
			const value: unknown = JSON.parse(answer);
			return { kind: "value", value, format, plainly: "json" };
		} catch {
			// Plain text has one form only.
		}
	}
	const plain = stripPrefix(answer);
	return {
		kind: "text",
		text: screen.isTerminal ? sanitizeText(plain) : plain,
	};
}

/** A folder takes the name that the server suggests. */
function outputFile(
	output: string,
	{ headers }: IncomingMessage,
	url: URL,
): string {
	if (!output.endsWith("/")) return output;
	const suggested = /filename="?([^";]+)"?/.exec(
		headers["content-disposition"] ?? "",
	)?.[1];
	const name = path.basename(suggested ?? url.pathname);
	// The name is the server's word: no other folder, no start-up file.
	return path.join(
		output,
		sanitizeLine(name).replace(/^\.+/, "") || "download",
	);
}
