import { once } from "node:events";
import http, { type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { isPlainObject } from "@xo/std";
import { type WebSocket, WebSocketServer } from "ws";

/** Thrown by a fake method to answer an error. */
export class Refusal extends Error {
	readonly code: number;
	readonly data: unknown;

	constructor(code: number, message: string, data?: unknown) {
		super(message);
		this.code = code;
		this.data = data;
	}
}

type Method = (params: Record<string, unknown>, socket: WebSocket) => unknown;
type Route = (
	request: IncomingMessage,
	response: ServerResponse,
	body: string,
) => void;

export interface FakeServer extends AsyncDisposable {
	readonly url: string;
	/** `https://<token>@host/` form. */
	readonly urlWithToken: string;
	/** Every call but those of sign-in by token, in order. */
	readonly calls: { readonly method: string; readonly params: unknown }[];
	readonly requests: {
		readonly line: string;
		readonly headers: IncomingMessage["headers"];
		readonly body: string;
	}[];
	readonly methods: Record<string, Method>;
	/** By `GET /path?query`, or by `GET /path` whatever the query. */
	readonly routes: Record<string, Route>;
	readonly sockets: ReadonlySet<WebSocket>;
}

const user = {
	id: "u1",
	email: "admin@example.org",
	groups: [],
	permission: "admin",
	preferences: {},
};

/** A server that speaks the documented protocol, JSON-RPC on `/api/`, and
 *  whatever the test routes. */
export async function startFakeServer(): Promise<FakeServer> {
	const calls: FakeServer["calls"] = [];
	const requests: FakeServer["requests"] = [];
	const routes: FakeServer["routes"] = {};
	const methods: FakeServer["methods"] = {
		"session.signIn": ({ token, email, username, password }) => {
			if (token === "good-token") return user;
			if ((email ?? username) && password === "secret") return user;
			throw new Refusal(3, "invalid credentials");
		},
		"system.getVersion": () => "0.1",
		"token.create": () => "new-token",
		"xo.getAllObjects": () => ({}),
	};
	const server = http.createServer((request, response) => {
		void text(request).then((body) => {
			const line = `${request.method} ${request.url}`;
			requests.push({ line, headers: request.headers, body });
			const route = routes[line] ?? routes[line.replace(/\?.*/, "")];
			if (route === undefined) response.writeHead(404).end(`Cannot ${line}`);
			else route(request, response, body);
		});
	});
	const socketServer = new WebSocketServer({ server, path: "/api/" });
	socketServer.on("connection", (socket) => {
		socket.on("message", (data) => void answer(socket, String(data)));
	});

	async function answer(socket: WebSocket, data: string): Promise<void> {
		const message: unknown = JSON.parse(data);
		if (!isPlainObject(message)) return;
		const { id, method, params } = message;
		const head = { jsonrpc: "2.0", id };
		const name = String(method);
		const given = isPlainObject(params) ? params : {};
		if (name !== "session.signIn" || given.token === undefined) {
			calls.push({ method: name, params });
		}
		const run = methods[name];
		try {
			if (run === undefined) {
				throw new Refusal(-32601, `method not found: ${name}`, name);
			}
			const result = await run(given, socket);
			socket.send(JSON.stringify({ ...head, result }));
		} catch (error) {
			const { code, message, data } = error as Refusal;
			socket.send(JSON.stringify({ ...head, error: { code, message, data } }));
		}
	}

	server.listen(0, "127.0.0.1");
	await once(server, "listening");
	const { port } = server.address() as AddressInfo;
	return {
		url: `http://127.0.0.1:${port}`,
		urlWithToken: `http://good-token@127.0.0.1:${port}/`,
		calls,
		requests,
		methods,
		routes,
		sockets: socketServer.clients,
		async [Symbol.asyncDispose]() {
			for (const socket of socketServer.clients) socket.terminate();
			socketServer.close();
			server.closeAllConnections();
			server.close();
			await once(server, "close");
		},
	};
}

/** Introspection of a small server. */
export const methodsInfo = {
	"vm.start": {
		description: "Start the VM",
		params: {
			id: { type: "string" },
			force: { type: "boolean", optional: true },
			host: { type: "string", optional: true },
		},
	},
	"vm.stop": { description: "Stop the VM", params: { id: { type: "string" } } },
	"vm.set": {
		params: {
			id: { type: "string" },
			CPUs: { type: "number", optional: true },
			tags: { type: "array", optional: true },
		},
	},
	"user.getAll": { description: "All users", params: {}, permission: "admin" },
};
