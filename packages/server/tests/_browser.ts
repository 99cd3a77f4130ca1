import { once } from "node:events";
import { request } from "node:https";
import { text } from "node:stream/consumers";
import { WebSocket } from "ws";

/** What a browser does with cookies and forms, without following redirects. */
export class TestBrowser {
	readonly #url: string;
	readonly cookies = new Map<string, string>();
	/** `Set-Cookie` headers of the last answer. */
	setCookies: readonly string[] = [];

	constructor(url: string) {
		this.#url = url;
	}

	async get(path: string, init: RequestInit = {}): Promise<Response> {
		const response = await fetch(`${this.#url}${path}`, {
			redirect: "manual",
			...init,
			headers: { cookie: this.#cookieHeader(), ...init.headers },
		});
		this.setCookies = response.headers.getSetCookie();
		for (const cookie of this.setCookies) {
			const [pair = ""] = cookie.split(";");
			const [name = "", value = ""] = pair.split("=");
			this.cookies.set(name, value);
		}
		return response;
	}

	post(
		path: string,
		form: Record<string, string>,
		headers: Record<string, string> = { origin: this.#url },
	): Promise<Response> {
		const body = new URLSearchParams(form);
		return this.get(path, { method: "POST", body, headers });
	}

	/** A call on a WebSocket of a page: its answer, or the refusal's status. */
	async call(
		method: string,
		params: object,
		headers: Record<string, string> = { origin: this.#url },
		// biome-ignore lint/suspicious/noExplicitAny: tests look into whatever came
	): Promise<any> {
		const socket = new WebSocket(`${this.#url.replace(/^http/, "ws")}/api/`, {
			headers: { cookie: this.#cookieHeader(), ...headers },
			rejectUnauthorized: false,
		});
		try {
			await once(socket, "open");
			socket.send(JSON.stringify({ jsonrpc: "2.0", id: 1, method, params }));
			const [data] = await once(socket, "message");
			return JSON.parse(String(data));
		} finally {
			socket.on("error", () => undefined);
			socket.terminate();
		}
	}

	#cookieHeader(): string {
		return [...this.cookies].map((pair) => pair.join("=")).join("; ");
	}
}

/** A request to a server whose certificate nobody vouches for. */
export async function requestHttps(
	url: string,
	options: {
		readonly method?: string;
		readonly headers?: Record<string, string>;
		readonly body?: string;
	} = {},
) {
	const { body, ...others } = options;
	const outgoing = request(url, {
		...others,
		rejectUnauthorized: false,
		agent: false,
	});
	outgoing.end(body);
	const [response] = (await once(outgoing, "response")) as [
		import("node:http").IncomingMessage,
	];
	return {
		status: response.statusCode,
		headers: response.headers,
		body: await text(response),
	};
}
