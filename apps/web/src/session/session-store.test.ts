import { type SocketLike, XoClient } from "@xo/client";
import { ManualClock } from "@xo/std";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { SessionStore } from "./session-store.ts";

const USER = { id: "u1", email: "ada@example.org" };

type Answer = { readonly result: unknown } | { readonly error: object };

/** A server whose answer to the sign-in, and being there, is set by the test. */
class FakeServer {
	answer: Answer = { result: USER };
	isUp = true;
	#drop = () => {};
	#emit: (type: string, data?: unknown) => void = () => {};

	readonly createSocket = (): SocketLike => {
		const listeners = new Map<string, (event: { data?: unknown }) => void>();
		const emit = (type: string, data?: unknown) =>
			listeners.get(type)?.({ data });
		queueMicrotask(() => emit(this.isUp ? "open" : "error"));
		this.#drop = () => emit("close");
		this.#emit = emit;
		return {
			send: (text) => {
				const { id } = JSON.parse(text) as { id: number };
				emit("message", JSON.stringify({ jsonrpc: "2.0", id, ...this.answer }));
			},
			close: () => undefined,
			addEventListener: (type, listener) => {
				listeners.set(type, listener);
			},
		};
	};

	notify(method: string): void {
		const message = { jsonrpc: "2.0", method, params: {} };
		this.#emit("message", JSON.stringify(message));
	}

	drop(): void {
		this.#drop();
	}
}

function start(server: FakeServer) {
	const onOtherUser = vi.fn();
	const onConnection = vi.fn();
	const onRights = vi.fn();
	const session = new SessionStore({
		createClient: () =>
			new XoClient({
				url: "http://127.0.0.1",
				credentials: {},
				createSocket: server.createSocket,
				clock: new ManualClock(),
			}),
		onClient: vi.fn(),
		onConnection,
		onRights,
		onOtherUser,
	});
	session.connect();
	return { session, onOtherUser, onConnection, onRights };
}

const REFUSED = { error: { code: 3, message: "invalid credentials" } };
const settled = () => vi.advanceTimersByTimeAsync(0);

beforeEach(() => {
	vi.useFakeTimers();
});
afterEach(() => {
	vi.useRealTimers();
});

test("nobody is signed in without a cookie", async () => {
	const server = new FakeServer();
	server.answer = REFUSED;
	const { session } = start(server);
	await settled();
	expect(session.getState()).toEqual({ status: "signed-out" });
	server.answer = { result: USER };
	session.connect();
	await settled();
	expect(session.getState()).toMatchObject({ status: "signed-in", user: USER });
});

test("an unreachable server is asked again within five seconds", async () => {
	const server = new FakeServer();
	server.isUp = false;
	const { session, onConnection } = start(server);
	await settled();
	expect(session.getState()).toEqual({ status: "starting", isLost: true });
	expect(onConnection).not.toHaveBeenCalledWith(true);
	server.isUp = true;
	await vi.advanceTimersByTimeAsync(5_000);
	expect(session.getState()).toMatchObject({
		status: "signed-in",
		isLost: false,
	});
});

test("who was signed in stays so on the page when the session ends", async () => {
	const server = new FakeServer();
	const { session, onOtherUser } = start(server);
	await settled();
	server.answer = REFUSED;
	session.connect();
	await settled();
	expect(session.getState()).toMatchObject({ status: "expired", user: USER });

	server.answer = { result: { ...USER, id: "u2" } };
	session.connect();
	await settled();
	expect(onOtherUser).toHaveBeenCalledOnce();
});

test("a lost connection keeps the user", async () => {
	const server = new FakeServer();
	const { session, onConnection } = start(server);
	await settled();
	server.drop();
	expect(session.getState()).toMatchObject({
		status: "signed-in",
		isLost: true,
	});
	expect(onConnection).toHaveBeenLastCalledWith(false);
});

test("rights are asked for again when they change", async () => {
	const server = new FakeServer();
	const { session, onRights } = start(server);
	await settled();
	expect(onRights).not.toHaveBeenCalled();
	const promoted = { ...USER, permission: "admin" };
	server.answer = { result: promoted };
	server.notify("rights");
	await settled();
	expect(session.getState()).toMatchObject({ user: promoted });
	expect(onRights).toHaveBeenCalledOnce();
});
