import type { Socket } from "node:net";
import { Readable } from "node:stream";
import { XapiError } from "../common/xapi-error.ts";
import {
	type AnswerHead,
	AnswerParser,
	type AnswerSink,
} from "./answer-parser.ts";
import { abortedError } from "./network-error.ts";

export interface PostRequest {
	/** Of the host: another one than before closes the connection. */
	readonly address: string;
	readonly origin: string;
	readonly path: string;
	readonly headers: Readonly<Record<string, string>>;
	readonly body: string;
	/** For the head of the answer. */
	readonly timeoutMs: number;
	readonly signal?: AbortSignal | undefined;
}

export interface PostAnswer extends Pick<AnswerHead, "status" | "headers"> {
	/** Whole when it is short. */
	readonly body: Buffer | Readable;
}

export interface KeptConnectionOptions {
	readonly open: (
		address: string,
		signal: AbortSignal | undefined,
	) => Promise<Socket>;
	/** Longest silence within an answer. */
	readonly idleTimeoutMs: number;
}

/** Longer bodies are handed over as they come. */
const MAX_WHOLE_BYTES = 64 * 1024;

/** A request that was sent, and its answer as far as it came. */
class Exchange implements AnswerSink {
	readonly #parser = new AnswerParser(this);
	readonly #answer = Promise.withResolvers<PostAnswer>();
	readonly #socket: Socket;
	readonly #idleTimeoutMs: number;
	readonly #onEnd: (isKept: boolean) => void;
	#head: AnswerHead | undefined;
	readonly #parts: Buffer[] = [];
	#stream: Readable | undefined;
	#isDone = false;

	constructor(
		socket: Socket,
		options: { idleTimeoutMs: number; onEnd: (isKept: boolean) => void },
	) {
		this.#socket = socket;
		this.#idleTimeoutMs = options.idleTimeoutMs;
		this.#onEnd = options.onEnd;
	}

	get answer(): Promise<PostAnswer> {
		return this.#answer.promise;
	}

	push(bytes: Buffer): void {
		try {
			this.#parser.push(bytes);
			const isUnderWay = this.#head !== undefined && !this.#isDone;
			// Once for an answer: the socket begins anew with each piece.
			if (isUnderWay && this.#socket.timeout !== this.#idleTimeoutMs) {
				this.#socket.setTimeout(this.#idleTimeoutMs);
			}
		} catch (error) {
			this.fail(error);
		}
	}

	close(): void {
		try {
			this.#parser.close();
		} catch (error) {
			this.fail(error);
		}
	}

	timeOut(): void {
		const params = [this.#head === undefined ? "answer" : "body"];
		this.fail(new XapiError("TIMEOUT", { params }));
	}

	fail(error: unknown): void {
		this.#onEnd(false);
		this.#answer.reject(error);
		this.#stream?.destroy(error as Error);
	}

	onHead(head: AnswerHead): void {
		this.#head = head;
		const { status, headers, bytes = Number.POSITIVE_INFINITY } = head;
		if (bytes <= MAX_WHOLE_BYTES) return;
		const body = new Readable({
			read: () => this.#socket.resume(),
			destroy: (error, callback) => {
				// Unless it was read to its end, the connection is in the middle.
				if (!body.readableEnded) this.#onEnd(false);
				callback(error);
			},
		});
		this.#stream = body;
		this.#answer.resolve({ status, headers, body });
	}

	onData(bytes: Buffer): void {
		if (this.#stream === undefined) this.#parts.push(bytes);
		else if (!this.#stream.push(bytes)) this.#socket.pause();
	}

	onEnd(): void {
		this.#isDone = true;
		const head = this.#head;
		this.#onEnd(head?.isKept === true);
		if (this.#stream !== undefined) this.#stream.push(null);
		else if (head !== undefined) {
			const { status, headers } = head;
			this.#answer.resolve({ status, headers, body: joined(this.#parts) });
		}
	}
}

/** HTTP over one connection, one request at a time. Waiting for events is a
 *  request for nearly every change: this takes a third of the CPU that a
 *  general client does, for it promises less. */
export class KeptConnection implements Disposable {
	readonly #options: KeptConnectionOptions;
	#socket: Socket | undefined;
	#address = "";
	#exchange: Exchange | undefined;

	constructor(options: KeptConnectionOptions) {
		this.#options = options;
	}

	/** Rejects with what the socket says, or an `XapiError`. */
	async post(request: PostRequest): Promise<PostAnswer> {
		const { address, signal, timeoutMs } = request;
		if (this.#address !== address || this.#exchange !== undefined) this.#drop();
		this.#address = address;
		const socket =
			this.#socket ?? this.#adopt(await this.#options.open(address, signal));
		if (signal?.aborted) {
			this.#drop();
			throw abortedError(signal);
		}
		const exchange = new Exchange(socket, {
			idleTimeoutMs: this.#options.idleTimeoutMs,
			onEnd: (isKept) => {
				signal?.removeEventListener("abort", onAbort);
				if (this.#exchange !== exchange) return;
				this.#exchange = undefined;
				if (isKept) socket.setTimeout(0).resume();
				else this.#drop();
			},
		});
		const onAbort = () => signal && exchange.fail(abortedError(signal));
		this.#exchange = exchange;
		signal?.addEventListener("abort", onAbort, { once: true });
		socket.setTimeout(timeoutMs);
		socket.write(encode(request));
		return await exchange.answer;
	}

	[Symbol.dispose](): void {
		this.#drop();
	}

	#adopt(socket: Socket): Socket {
		this.#drop();
		this.#socket = socket;
		return socket
			.on("data", (bytes: Buffer) => {
				const exchange = this.#of(socket);
				if (exchange !== undefined) exchange.push(bytes);
				// Nobody asked for it.
				else socket.destroy();
			})
			.on("timeout", () => this.#of(socket)?.timeOut())
			.on("error", (error) => this.#of(socket)?.fail(error))
			.on("close", () => {
				this.#of(socket)?.close();
				if (this.#socket === socket) this.#drop();
			});
	}

	/** What a socket carries, unless it was replaced. */
	#of(socket: Socket): Exchange | undefined {
		return this.#socket === socket ? this.#exchange : undefined;
	}

	#drop(): void {
		const socket = this.#socket;
		const exchange = this.#exchange;
		this.#socket = undefined;
		this.#exchange = undefined;
		socket?.destroy();
		exchange?.fail(new XapiError("ECONNRESET"));
	}
}

function joined(parts: readonly Buffer[]): Buffer {
	const [first] = parts;
	return parts.length === 1 && first !== undefined
		? first
		: Buffer.concat(parts);
}

function encode({ origin, path, headers, body }: PostRequest): string {
	const lines = Object.entries(headers).map(
		([name, value]) => `${name}: ${value}\r\n`,
	);
	const host = origin.slice(origin.indexOf("//") + 2);
	return `POST ${path} HTTP/1.1\r\nhost: ${host}\r\nconnection: keep-alive\r\n${lines.join("")}content-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
}
