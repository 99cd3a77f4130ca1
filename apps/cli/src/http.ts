import http from "node:http";
import https from "node:https";
import type { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { pipeline } from "node:stream/promises";
import { CliError } from "./errors.ts";
import { unreachable } from "./open-client.ts";
import { sanitizeLine } from "./output/sanitize.ts";
import type { Target } from "./target.ts";

export interface HttpRequest {
	readonly method: string;
	readonly url: URL;
	readonly headers?: Readonly<Record<string, string>>;
	readonly body?: Readable | string | undefined;
}

const MOST_REDIRECTIONS = 5;
const REDIRECTIONS = new Set([301, 302, 303, 307, 308]);
const MOST_ERROR_TEXT = 10_000;

/** Sends a request and gives the answer once its head is here; follows
 *  redirections within the server, where there is no stream to send again. */
export async function request(
	target: Target,
	{ method, url, headers = {}, body }: HttpRequest,
): Promise<http.IncomingMessage> {
	let address = url;
	for (let count = 0; ; count++) {
		const response = await send(target, {
			method,
			url: address,
			headers,
			body,
		});
		const { location } = response.headers;
		if (
			!REDIRECTIONS.has(response.statusCode ?? 0) ||
			location === undefined ||
			(body !== undefined && typeof body !== "string")
		) {
			return response;
		}
		response.resume();
		const next = new URL(location, address);
		// The token must not follow to another server.
		if (next.origin !== address.origin || count >= MOST_REDIRECTIONS) {
			throw new CliError(
				"redirected",
				`${address.href} redirects to ${next.href}, which is not followed`,
			);
		}
		address = next;
	}
}

async function send(
	target: Target,
	{ method, url, headers, body }: HttpRequest,
): Promise<http.IncomingMessage> {
	const { request: start } = url.protocol === "https:" ? https : http;
	const outgoing = start(url, {
		method,
		headers,
		rejectUnauthorized: !target.allowUnauthorized,
		agent: false,
	});
	const answered = new Promise<http.IncomingMessage>((resolve, reject) => {
		outgoing.once("response", resolve);
		// More than once: a refused upload breaks the pipe after the answer.
		outgoing.on("error", (error) => reject(unreachable(url.origin, error)));
	});
	if (body === undefined || typeof body === "string") {
		outgoing.end(body);
		return answered;
	}
	// Its failure shows on the request.
	pipeline(body, outgoing).catch(() => {});
	return answered;
}

/** @throws CliError `http:<status>` with the text of the answer, when the
 *  status is none of success. */
export async function requireSuccess(
	response: http.IncomingMessage,
): Promise<void> {
	const { statusCode = 0, statusMessage = "" } = response;
	if (statusCode >= 200 && statusCode < 300) return;
	const body = (await text(response)).slice(0, MOST_ERROR_TEXT).trim();
	throw new CliError(
		`http:${statusCode}`,
		`${statusCode} ${sanitizeLine(statusMessage)}`.trim(),
		{ details: body === "" ? [] : [body] },
	);
}
