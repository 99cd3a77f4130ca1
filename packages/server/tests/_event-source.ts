import { type ClientRequest, type IncomingMessage, request } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";

export interface ServerEvent {
	readonly event: string;
	// biome-ignore lint/suspicious/noExplicitAny: tests look into events
	readonly data: any;
}

/** A reader of `/events` over a plain connection. */
export class EventSource implements Disposable {
	readonly events: ServerEvent[] = [];
	readonly #request: ClientRequest;
	#response: IncomingMessage | undefined;
	#text = "";
	isClosed = false;

	private constructor(request: ClientRequest) {
		this.#request = request;
	}

	/** Resolves with the first event. */
	static async open(
		url: string,
		credential: string | Readonly<Record<string, string>>,
	): Promise<EventSource & { readonly id: string }> {
		const outgoing = request(`${url}/rest/v0/events`, {
			headers:
				typeof credential === "string"
					? { authorization: credential }
					: credential,
		});
		const source = new EventSource(outgoing);
		const response = await new Promise<IncomingMessage>((resolve, reject) => {
			outgoing.on("response", resolve).on("error", reject).end();
		});
		source.#response = response;
		if (response.statusCode !== 200) {
			outgoing.destroy();
			throw new Error(`status ${response.statusCode}`);
		}
		response.setEncoding("utf8").on("data", (text: string) => {
			source.#read(text);
		});
		outgoing.on("error", () => undefined);
		response.on("error", () => undefined);
		response.on("close", () => {
			source.isClosed = true;
		});
		const { data } = await source.next("init");
		return Object.assign(source, { id: data.id as string });
	}

	get headers(): IncomingMessage["headers"] {
		return this.#response?.headers ?? {};
	}

	/** The next unread event of this name, or that meets a condition; it and
	 *  all before it are read then. */
	async next(
		event: string,
		matches: (data: ServerEvent["data"]) => boolean = () => true,
	): Promise<ServerEvent> {
		const deadline = Date.now() + 10_000;
		while (Date.now() < deadline) {
			const position = this.events.findIndex(
				(one) => one.event === event && matches(one.data),
			);
			const found = this.events[position];
			if (found !== undefined) {
				this.events.splice(0, position + 1);
				return found;
			}
			await sleep(5);
		}
		throw new Error(`no ${event} among ${JSON.stringify(this.events)}`);
	}

	/** Stops reading, so that the sender's buffers fill. */
	pause(): void {
		this.#response?.pause();
	}

	resume(): void {
		this.#response?.resume();
	}

	[Symbol.dispose](): void {
		this.#request.destroy();
	}

	#read(text: string): void {
		this.#text += text;
		const frames = this.#text.split("\n\n");
		this.#text = frames.pop() ?? "";
		for (const frame of frames) {
			const match = /^event: (.+)\ndata: (.+)$/.exec(frame);
			if (match === null) throw new Error(`not an event: ${frame}`);
			const [, event = "", data = ""] = match;
			this.events.push({ event, data: JSON.parse(data) });
		}
	}
}
