import { STATUS_CODES } from "node:http";

/** A whole answer as bytes, for sockets that have no response object; the
 *  connection ends with it. */
export function rawAnswer(
	status: number,
	error: string,
	headers: Readonly<Record<string, string>>,
): string {
	const body = `${JSON.stringify({ error })}\n`;
	return [
		`HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
		"Connection: close",
		"Content-Type: application/json; charset=utf-8",
		`Content-Length: ${Buffer.byteLength(body)}`,
		...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
		"",
		body,
	].join("\r\n");
}
