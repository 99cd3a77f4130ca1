import type { ServerResponse } from "node:http";
import type { Duplex } from "node:stream";

const REASONS: Readonly<Record<number, string>> = {
	400: "Bad Request",
	401: "Unauthorised",
	403: "Forbidden",
	404: "Not Found",
	408: "Request Timeout",
	431: "Request Header Fields Too Large",
	500: "Internal Error",
	501: "Not Implemented",
	503: "Service Unavailable",
};

/** Ends the exchange with a small HTML page, as XAPI does outside of RPC. */
export function sendHtmlError(
	response: ServerResponse,
	status: number,
	{
		detail = "",
		headers = {},
	}: { detail?: string; headers?: Readonly<Record<string, string>> } = {},
): void {
	if (response.headersSent) {
		response.destroy();
		return;
	}
	const { reason, body } = pageOf(status, detail);
	response.writeHead(status, reason, {
		"Content-Type": "text/html",
		"Content-Length": Buffer.byteLength(body),
		Connection: "close",
		...headers,
	});
	response.end(body);
}

/** The same on a socket whose request could not be read, which ends. */
export function endWithHtmlError(
	socket: Duplex,
	status: number,
	headers: readonly string[] = [],
): void {
	const { reason, body } = pageOf(status, "");
	const head = [
		`HTTP/1.1 ${status} ${reason}`,
		"Content-Type: text/html",
		`Content-Length: ${Buffer.byteLength(body)}`,
		"Connection: close",
		...headers,
	];
	socket.end(`${head.join("\r\n")}\r\n\r\n${body}`);
}

function pageOf(
	status: number,
	detail: string,
): { reason: string; body: string } {
	const reason = REASONS[status] ?? "Error";
	const text = detail.replace(/[&<>]/g, (c) => `&#${c.charCodeAt(0)};`);
	return {
		reason,
		body: `<html><body><h1>HTTP ${status} ${reason}</h1>${text}</body></html>`,
	};
}
