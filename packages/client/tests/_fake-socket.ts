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
		const request = this.request(method);
		this.push({ jsonrpc: "2.0", id: request.id, result });
	}

	/** Answers every request not answered yet, all alike. */
	answerAll(result: unknown): void {
		for (const { id } of this.sent.slice(this.#answered)) {
			this.push({ jsonrpc: "2.0", id, result });
		}
		this.#answered = this.sent.length;
	}

	refuse(code: number, message: string, data?: unknown): void {
		const { id } = this.request();
		this.push({ jsonrpc: "2.0", id, error: { code, message, data } });
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
}

/** Lets promises that are ready run. */
export function turn(): Promise<void> {
	return new Promise((resolve) => setImmediate(resolve));
}
