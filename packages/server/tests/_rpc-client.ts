import { once } from "node:events";
import { TEST_ADMIN, type TestServer } from "@xo/testing";
import { WebSocket } from "ws";

export interface Notification {
	readonly method: string;
	// biome-ignore lint/suspicious/noExplicitAny: tests look into whatever came
	readonly params: any;
}

/** An error answer, as it was on the wire. */
export class RpcError extends Error {
	readonly code: number;
	readonly data: unknown;

	constructor(answer: { code: number; message: string; data?: unknown }) {
		super(answer.message);
		this.code = answer.code;
		this.data = answer.data;
	}

	/** To compare with what a contract states. */
	get wire() {
		const { code, message, data } = this;
		return data === undefined ? { code, message } : { code, message, data };
	}
}

type Answer = Record<string, unknown> & { id?: unknown };

/** A WebSocket client that shows everything it receives. */
export class RpcClient implements AsyncDisposable {
	readonly socket: WebSocket;
	readonly answers: Answer[] = [];
	readonly notifications: Notification[] = [];
	/** What `all` notifications made of the objects. */
	readonly objects = new Map<string, unknown>();
	readonly #waiting = new Set<() => void>();
	readonly #calls = new Map<unknown, (answer: Answer) => void>();
	#nextId = 0;

	constructor(socket: WebSocket) {
		this.socket = socket;
		socket.on("error", () => undefined);
		socket.on("message", (data) => this.#receive(String(data)));
		socket.on("close", () => {
			for (const [id, settle] of this.#calls) {
				settle({ id, error: { code: 0, message: "closed" } });
			}
			this.#wake();
		});
	}

	get isClosed(): boolean {
		return this.socket.readyState === WebSocket.CLOSED;
	}

	/** Starts to follow all objects. The answer takes effect at its place among
	 *  the notifications, which a promise would be too late for. */
	async loadAll(): Promise<void> {
		await this.call("xo.getAllObjects", {}, (objects) => {
			this.objects.clear();
			for (const [id, object] of Object.entries(objects as object)) {
				this.objects.set(id, object);
			}
		});
	}

	async call(
		method: string,
		params?: unknown,
		onResult: (result: unknown) => void = () => {},
		// biome-ignore lint/suspicious/noExplicitAny: tests look into whatever came
	): Promise<any> {
		const { promise, resolve } = Promise.withResolvers<Answer>();
		const id = this.#nextId++;
		this.#calls.set(id, (answer) => {
			if (answer.error === undefined) onResult(answer.result);
			resolve(answer);
		});
		this.sendText(JSON.stringify({ jsonrpc: "2.0", id, method, params }));
		const answer = await promise;
		this.#calls.delete(id);
		if (answer.error === undefined) return answer.result;
		throw new RpcError(
			answer.error as ConstructorParameters<typeof RpcError>[0],
		);
	}

	/** The error that a call must end with. */
	async fail(method: string, params?: unknown) {
		try {
			await this.call(method, params);
		} catch (error) {
			if (error instanceof RpcError) return error.wire;
			throw error;
		}
		throw new Error(`${method} did not fail`);
	}

	sendText(text: string | Buffer): void {
		this.socket.send(text);
	}

	/** Sends a frame and gives the next answer, whatever its id. */
	async exchange(frame: string | Buffer): Promise<Answer> {
		const before = this.answers.length;
		this.sendText(frame);
		await this.until(() => this.answers.length > before);
		return this.answers[before] ?? {};
	}

	/** Waits until something is true, looking after each message. */
	async until(isTrue: () => boolean): Promise<void> {
		while (!isTrue()) {
			if (this.isClosed) throw new Error("the connection was closed");
			await new Promise<void>((resolve) => this.#waiting.add(resolve));
		}
	}

	async whenClosed(): Promise<void> {
		if (!this.isClosed) await once(this.socket, "close");
	}

	async [Symbol.asyncDispose](): Promise<void> {
		this.socket.terminate();
		await this.whenClosed();
	}

	#receive(text: string): void {
		const message = JSON.parse(text);
		if (message.method === undefined) {
			this.answers.push(message);
			this.#calls.get(message.id)?.(message);
		} else {
			this.notifications.push(message);
			this.#follow(message);
		}
		this.#wake();
	}

	#follow({ method, params }: Notification): void {
		if (method !== "all") return;
		for (const [id, object] of Object.entries(params.items)) {
			if (params.type === "enter") this.objects.set(id, object);
			else this.objects.delete(id);
		}
	}

	#wake(): void {
		for (const resume of this.#waiting) resume();
		this.#waiting.clear();
	}
}

/** Connects without signing in. */
export async function connectRpc(
	server: { readonly url: string },
	path = "/api/",
): Promise<RpcClient> {
	const url = server.url.replace(/^http/, "ws");
	const socket = new WebSocket(`${url}${path}`, { maxPayload: 2 ** 28 });
	const client = new RpcClient(socket);
	await once(socket, "open");
	return client;
}

/** Connects and signs in, as the administrator unless told otherwise. */
export async function signInRpc(
	server: { readonly url: string },
	credentials: object = TEST_ADMIN,
	path = "/api/",
): Promise<RpcClient> {
	const client = await connectRpc(server, path);
	await client.call("session.signIn", credentials);
	return client;
}

/** Gives an account, made the quick way. */
export async function addUser(
	{ context }: Pick<TestServer, "context">,
	email: string,
	permission = "none",
) {
	const password = `password of ${email}`;
	const id = await context.users.create({ email, password, permission });
	return { id, email, password };
}
