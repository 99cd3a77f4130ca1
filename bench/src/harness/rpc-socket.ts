import { once } from "node:events";
import WebSocket from "ws";
import { ADMINISTRATOR } from "./administrator.ts";

const ID_CHARACTERS = 200;
const MAX_ANSWER_BYTES = 512 * 1024 * 1024;

/** JSON-RPC as the administrator, answers as the bytes that came. */
export class RpcSocket implements Disposable {
	readonly socket: WebSocket;
	readonly #pending = new Map<
		number,
		{ resolve(data: Buffer): void; reject(error: Error): void }
	>();
	#lastId = 0;

	constructor(socket: WebSocket, onNotification: (data: Buffer) => void) {
		this.socket = socket;
		socket.on("message", (data: Buffer) => {
			const id = answeredId(data);
			const call = id === undefined ? undefined : this.#pending.get(id);
			if (id === undefined || call === undefined) onNotification(data);
			else {
				this.#pending.delete(id);
				call.resolve(data);
			}
		});
		socket.on("close", () => {
			for (const call of this.#pending.values()) {
				call.reject(new Error("the daemon closed the connection"));
			}
		});
	}

	callBytes(method: string, params: object = {}): Promise<Buffer> {
		const id = ++this.#lastId;
		const { promise, resolve, reject } = Promise.withResolvers<Buffer>();
		this.#pending.set(id, { resolve, reject });
		this.socket.send(JSON.stringify({ jsonrpc: "2.0", id, method, params }));
		return promise;
	}

	/** @throws Error what the daemon answered */
	async call<T>(method: string, params: object = {}): Promise<T> {
		const { result, error } = JSON.parse(
			String(await this.callBytes(method, params)),
		);
		if (error) throw new Error(`${method}: ${JSON.stringify(error)}`);
		return result;
	}

	[Symbol.dispose](): void {
		this.socket.terminate();
	}
}

/** Connects to the daemon and signs in. */
export async function openRpcSocket(
	url: string,
	onNotification: (data: Buffer) => void = () => {},
	/** `?objects=none`: no `all` notifications, as the web interface does. */
	search = "",
): Promise<RpcSocket> {
	const rpc = new RpcSocket(
		await openSocket(`${url.replace(/^http/, "ws")}/api/${search}`),
		onNotification,
	);
	await rpc.call("session.signIn", ADMINISTRATOR);
	return rpc;
}

export async function openSocket(url: string): Promise<WebSocket> {
	const socket = new WebSocket(url, {
		perMessageDeflate: false,
		skipUTF8Validation: true,
		maxPayload: MAX_ANSWER_BYTES,
	});
	await once(socket, "open");
	return socket;
}

/** Answers are told from notifications by their head alone: they may be large. */
function answeredId(data: Buffer): number | undefined {
	const head = data.toString("latin1", 0, ID_CHARACTERS);
	const match = /^\{"jsonrpc":"2\.0","id":(\d+)/.exec(head);
	return match === null ? undefined : Number(match[1]);
}
