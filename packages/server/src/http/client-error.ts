import { STATUS_CODES } from "node:http";
import type { Socket } from "node:net";

interface Answer {
	readonly status: number;
	readonly error: string;
}

const ANSWERS: Readonly<Record<string, Answer>> = {
	ERR_HTTP_REQUEST_TIMEOUT: {
		status: 408,
		error: "the request took too long to arrive",
	},
	HPE_HEADER_OVERFLOW: { status: 431, error: "the headers are too large" },
	HPE_CHUNK_EXTENSIONS_OVERFLOW: {
		status: 413,
		error: "the chunk extensions are too large",
	},
};
const MALFORMED: Answer = { status: 400, error: "malformed HTTP request" };

/** Answers what is no HTTP, or too much of it, and ends the connection: what
 *  follows on it could be anything. */
export function answerClientError(
	error: NodeJS.ErrnoException & { reason?: string },
	socket: Socket,
): void {
	if (error.code === "ECONNRESET" || !socket.writable) {
		socket.destroy();
		return;
	}
	const answer = ANSWERS[error.code ?? ""] ?? MALFORMED;
	const body = `${JSON.stringify({ error: answer.error })}\n`;
	socket.end(
		[
			`HTTP/1.1 ${answer.status} ${STATUS_CODES[answer.status]}`,
			"Connection: close",
			"Content-Type: application/json; charset=utf-8",
			`Content-Length: ${Buffer.byteLength(body)}`,
			"X-Content-Type-Options: nosniff",
			"",
			body,
		].join("\r\n"),
		() => socket.destroy(),
	);
}
