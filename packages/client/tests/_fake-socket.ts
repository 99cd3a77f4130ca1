import type { SocketEvent, SocketLike } from "@xo/client";

interface Request {
	readonly id: number;
	readonly method: string;
	readonly params?: unknown;
}

/** A socket whose server side is the test. */
export class FakeSocket implements SocketLike {
	readonly url: string;
	readonly sent: Request[] = [];
	isClosed = false;
	#answered = 0;
	readonly #listeners = new Map<string, ((event: SocketEvent) => void)[]>();

	constructor(url: string) {
		this.url = url;
	}

	send(data: string): void {
		this.sent.push(JSON.parse(data));
	}

	close(): void {
		this.isClosed = true;
	}

	addEventListener(type: string, listener: (event: SocketEvent) => void): void {
		this.#listeners.set(type, [...(this.#listeners.get(type) ?? []), listener]);
	}

	emit(type: string, event: SocketEvent = {}): void {
		for (const listener of this.#listeners.get(type) ?? []) listener(event);
	}

	/** Answers the last request, or the last one of `method`. */
	answer(result: unknown, method?: string): void {
		this.answerTo(this.request(method), result);
	}

	answerTo({ id }: Request, result: unknown): void {
		this.push({ jsonrpc: "2.0", id, result });
	}

	/** Answers every request not answered yet, all alike. */
	answerAll(result: unknown): void {
		for (const { id } of this.sent.slice(this.#answered)) {
			this.push({ jsonrpc: "2.0", id, result });
		}
		this.#answered = this.sent.length;
	}

	refuse(code: number, message: string, data?: unknown): void {
		this.refuseTo(this.request(), { code, message, data });
	}

	refuseTo({ id }: Request, error: object): void {
		this.push({ jsonrpc: "2.0", id, error });
	}

	push(message: unknown): void {
		this.emit("message", { data: JSON.stringify(message) });
	}

	request(method?: string): Request {
		const request = this.sent.findLast(
			(each) => method === undefined || each.method === method,
		);
		if (request === undefined) throw new Error(`no request ${method ?? ""}`);
		return request;
	}

	/** The last two of `method`, older first. */
	lastTwo(method: string): readonly [Request, Request] {
		const [older, newer] = this.sent
			.filter((each) => each.method === method)
			.slice(-2);
		if (older === undefined || newer === undefined) {
			throw new Error(`no two requests ${method}`);
		}
		return [older, newer];
	}
}

/** Lets promises that are ready run. */
export function turn(): Promise<void> {
	return new Promise((resolve) => setImmediate(resolve));
}
