import { XapiError } from "../common/xapi-error.ts";

/** The status line and headers of an HTTP answer, and what its body is. */
export interface AnswerHead {
	readonly status: number;
	/** Names in lower case. */
	readonly headers: Readonly<Record<string, string>>;
	/** Of the body; undefined when only its end tells. */
	readonly bytes: number | undefined;
	/** Whether the connection may carry another request. */
	readonly isKept: boolean;
}

export interface AnswerSink {
	onHead(head: AnswerHead): void;
	onData(bytes: Buffer): void;
	onEnd(): void;
}

const MAX_HEAD_BYTES = 64 * 1024;
/** Of a chunk's size line, or a trailer. */
const MAX_LINE_BYTES = 8 * 1024;
const NOTHING = Buffer.alloc(0);

type State = "head" | "bytes" | "until-close" | "line" | "chunk" | "trailer";

/** Reads one HTTP/1.1 answer that arrives in pieces. */
export class AnswerParser {
	readonly #sink: AnswerSink;
	#state: State = "head";
	#isDone = false;
	/** What cannot be read before more arrives. */
	#pending: Buffer = NOTHING;
	/** Of the body or the chunk, still to come. */
	#left = 0;

	constructor(sink: AnswerSink) {
		this.#sink = sink;
	}

	/** @throws XapiError `PROTOCOL_ERROR` */
	push(piece: Buffer): void {
		let bytes =
			this.#pending.length === 0
				? piece
				: Buffer.concat([this.#pending, piece]);
		this.#pending = NOTHING;
		while (bytes.length > 0) {
			if (this.#isDone) throw malformed("more than was asked for");
			const rest = this.#step(bytes);
			if (rest === undefined) {
				this.#pending = bytes;
				return;
			}
			bytes = rest;
		}
	}

	/** The connection was closed.
	 *  @throws XapiError `ECONNRESET` when that was too early */
	close(): void {
		if (this.#isDone) return;
		if (this.#state !== "until-close") throw new XapiError("ECONNRESET");
		this.#end();
	}

	/** @returns what it did not read; undefined when it needs more */
	#step(bytes: Buffer): Buffer | undefined {
		switch (this.#state) {
			case "head":
				return this.#readHead(bytes);
			case "until-close":
				this.#sink.onData(bytes);
				return NOTHING;
			case "bytes":
			case "chunk":
				return this.#readBytes(bytes);
			default:
				return this.#readLine(bytes);
		}
	}

	#readHead(bytes: Buffer): Buffer | undefined {
		const end = bytes.indexOf("\r\n\r\n");
		if (end > MAX_HEAD_BYTES || (end === -1 && bytes.length > MAX_HEAD_BYTES)) {
			throw malformed("the head is too long");
		}
		if (end === -1) return undefined;
		const head = parseHead(bytes.toString("latin1", 0, end));
		const rest = bytes.subarray(end + 4);
		// An interim answer: the real one follows.
		if (head.status < 200) return rest;
		this.#sink.onHead(head);
		this.#left = head.bytes ?? 0;
		if (head.bytes === 0) this.#end();
		else if (head.bytes !== undefined) this.#state = "bytes";
		else if (isChunked(head.headers)) this.#state = "line";
		else this.#state = "until-close";
		return rest;
	}

	#readBytes(bytes: Buffer): Buffer {
		const taken = bytes.subarray(0, this.#left);
		this.#left -= taken.length;
		this.#sink.onData(taken);
		if (this.#left === 0) {
			if (this.#state === "bytes") this.#end();
			else this.#state = "line";
		}
		return bytes.subarray(taken.length);
	}

	/** The size of a chunk, the empty line after one, or a trailer. */
	#readLine(bytes: Buffer): Buffer | undefined {
		const end = bytes.indexOf("\r\n");
		if (end > MAX_LINE_BYTES || (end === -1 && bytes.length > MAX_LINE_BYTES)) {
			throw malformed("a line is too long");
		}
		if (end === -1) return undefined;
		const line = bytes.toString("latin1", 0, end);
		if (this.#state === "trailer") {
			if (line === "") this.#end();
		} else if (line !== "") {
			const size = /^[0-9a-f]{1,12}(?=\s*(;|$))/i.exec(line)?.[0];
			if (size === undefined) throw malformed("a chunk has no size");
			this.#left = Number.parseInt(size, 16);
			this.#state = this.#left === 0 ? "trailer" : "chunk";
		}
		return bytes.subarray(end + 2);
	}

	#end(): void {
		this.#isDone = true;
		this.#sink.onEnd();
	}
}

function parseHead(text: string): AnswerHead {
	const [statusLine = "", ...lines] = text.split("\r\n");
	const match = /^HTTP\/1\.([01]) (\d{3})(?: |$)/.exec(statusLine);
	if (match === null) throw malformed("no status line");
	const headers: Record<string, string> = {};
	for (const line of lines) {
		const colon = line.indexOf(":");
		if (colon <= 0) throw malformed("a header has no name");
		headers[line.slice(0, colon).toLowerCase()] = line.slice(colon + 1).trim();
	}
	const status = Number(match[2]);
	const bytes = bodyBytes(status, headers);
	const connection = headers.connection?.toLowerCase();
	const isKept =
		(bytes !== undefined || isChunked(headers)) &&
		(match[1] === "1" ? connection !== "close" : connection === "keep-alive");
	return { status, headers, bytes, isKept };
}

function bodyBytes(
	status: number,
	headers: Readonly<Record<string, string>>,
): number | undefined {
	if (status === 204 || status === 304) return 0;
	const length = headers["content-length"];
	if (isChunked(headers) || length === undefined) return undefined;
	if (!/^\d{1,15}$/.test(length)) throw malformed("content-length is none");
	return Number(length);
}

function isChunked(headers: Readonly<Record<string, string>>): boolean {
	return headers["transfer-encoding"]?.toLowerCase() === "chunked";
}

function malformed(what: string): XapiError {
	return new XapiError("PROTOCOL_ERROR", { params: [`HTTP: ${what}`] });
}
