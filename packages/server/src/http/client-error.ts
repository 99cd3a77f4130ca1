import type { Socket } from "node:net";
import { rawAnswer } from "./raw-answer.ts";

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
export function createClientErrorHandler(
	headers: Readonly<Record<string, string>>,
) {
	return (error: NodeJS.ErrnoException, socket: Socket): void => {
		if (error.code === "ECONNRESET" || !socket.writable) {
			socket.destroy();
			return;
		}
		const { status, error: text } = ANSWERS[error.code ?? ""] ?? MALFORMED;
		socket.end(rawAnswer(status, text, headers), () => socket.destroy());
	};
}
