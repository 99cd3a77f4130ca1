import type { ServerResponse } from "node:http";

const REASONS: Readonly<Record<number, string>> = {
	400: "Bad Request",
	401: "Unauthorised",
	403: "Forbidden",
	404: "Not Found",
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
	const reason = REASONS[status] ?? "Error";
	const text = detail.replace(/[&<>]/g, (c) => `&#${c.charCodeAt(0)};`);
	const body = `<html><body><h1>HTTP ${status} ${reason}</h1>${text}</body></html>`;
	response.writeHead(status, reason, {
		"Content-Type": "text/html",
		"Content-Length": Buffer.byteLength(body),
		Connection: "close",
		...headers,
	});
	response.end(body);
}
