import { type SocketLike, XoClient } from "@xo/client";
import { ManualClock } from "@xo/std";
import { expect, test, vi } from "vitest";
import { keyOf, LiveStore, withDefaults } from "./live-store.ts";

interface Message {
	readonly id: number;
	readonly method: string;
	readonly params: Readonly<Record<string, unknown>>;
}

/** A server that answers queries by counting them. */
class FakeServer {
	readonly messages: Message[] = [];
	refuses = false;
	isSilent = false;
	#listeners = new Map<string, (event: { data?: unknown }) => void>();
	#queries = 0;

	readonly createSocket = (): SocketLike => {
		queueMicrotask(() => this.#emit("open", {}));
		return {
			send: (data) => {
				queueMicrotask(() => this.#answer(JSON.parse(data) as Message));
			},
			close: () => undefined,
			addEventListener: (type, listener) => {
				this.#listeners.set(type, listener);
			},
		};
	};

	methods(): string[] {
		return this.messages
			.map(({ method }) => method)
			.filter((method) => method.startsWith("query."));
	}

	drop(): void {
		this.#emit("close", {});
	}

	notify(method: string, params: object): void {
		this.#send({ method, params });
	}

	#answer(message: Message): void {
		this.messages.push(message);
		if (this.isSilent) return;
		if (this.refuses) {
			const error = { code: 10, message: "invalid parameters" };
			this.#send({ id: message.id, error });
			return;
		}
		this.#send({ id: message.id, result: this.#resultOf(message.method) });
	}

	#resultOf(method: string): unknown {
		if (method === "query.update") return { revision: 2, total: 7 };
		if (method !== "query.open") return true;
		const id = `q${++this.#queries}`;
		return { id, result: { revision: 1, total: 1, length: 1, rows: [] } };
	}

	#send(message: object): void {
		this.#emit("message", {
			data: JSON.stringify({ jsonrpc: "2.0", ...message }),
		});
	}

	#emit(type: string, event: { data?: unknown }): void {
		this.#listeners.get(type)?.(event);
	}
}

type Schedule = (work: () => void) => void;

async function start(options: { schedule?: Schedule; soon?: Schedule } = {}) {
	const clock = new ManualClock();
	const server = new FakeServer();
	const client = new XoClient({
		url: "http://127.0.0.1",
		createSocket: server.createSocket,
		clock,
		random: () => 0,
	});
	const store = new LiveStore({ clock, ...options });
	client.on("state", ({ status }) => {
		if (status !== "open") store.markStale();
	});
	store.use(client);
	await client.open();
	return { clock, server, client, store };
}

const VMS = withDefaults({ types: ["VM"] });
const HALTED = withDefaults({ types: ["VM"], filter: "power_state:Halted" });
const settled = () => new Promise((resolve) => setImmediate(resolve));

test("equal queries are one, closed some seconds after the last", async () => {
	const { clock, server, store } = await start();
	const [first, second] = [store.createObserver(), store.createObserver()];
	first.follow(VMS, "");
	second.follow(VMS, "");
	await settled();
	expect(server.methods()).toEqual(["query.open"]);
	expect(second.getSnapshot()).toMatchObject({
		status: "live",
		result: { total: 1 },
	});

	first.stop();
	second.stop();
	clock.advance(4_000);
	first.follow(VMS, "");
	clock.advance(10_000);
	expect(server.methods()).toEqual(["query.open"]);
	first.stop();
	clock.advance(5_000);
	await settled();
	expect(server.methods()).toEqual(["query.open", "query.close"]);
});

test("another filter changes the query of the only one who shows it", async () => {
	const { server, store } = await start();
	const observer = store.createObserver();
	const listener = vi.fn();
	observer.subscribe(listener);
	observer.follow(VMS, "");
	await settled();
	listener.mockClear();
	observer.follow(HALTED, "");
	expect(observer.getSnapshot()).toMatchObject({
		isPending: true,
		result: { total: 1 },
	});
	await settled();
	expect(server.methods()).toEqual(["query.open", "query.update"]);
	expect(server.messages.at(-1)?.params).toEqual({
		id: "q1",
		filter: "power_state:Halted",
	});
	expect(observer.getSnapshot()).toMatchObject({
		isPending: false,
		result: { total: 7 },
	});
	expect(listener).toHaveBeenCalled();
});

test("a shared query is left to the others", async () => {
	const { server, store } = await start();
	const [first, second] = [store.createObserver(), store.createObserver()];
	first.follow(VMS, "");
	second.follow(VMS, "");
	await settled();
	second.follow(HALTED, "");
	await settled();
	expect(server.methods()).toEqual(["query.open", "query.open"]);
	expect(first.getSnapshot()?.result?.total).toBe(1);
});

test("what is known is stale while the connection is lost", async () => {
	const { clock, server, store } = await start();
	const observer = store.createObserver();
	observer.follow(VMS, "");
	await settled();
	server.drop();
	expect(observer.getSnapshot()).toMatchObject({
		status: "stale",
		result: { total: 1 },
	});
	for (let step = 0; step < 3; step++) {
		clock.advance(1_000);
		await settled();
	}
	expect(observer.getSnapshot()?.status).toBe("live");
	server.notify("query.patch", { id: "q2", patch: { revision: 3, total: 9 } });
	expect(observer.getSnapshot()?.result?.total).toBe(9);
});

test("patches that come together are told of once", async () => {
	const scheduled: (() => void)[] = [];
	const { server, store } = await start({
		schedule: (work) => scheduled.push(work),
	});
	const observer = store.createObserver();
	const listener = vi.fn();
	observer.follow(VMS, "");
	await settled();
	observer.subscribe(listener);
	for (const total of [7, 8, 9]) {
		const patch = { revision: total, total };
		server.notify("query.patch", { id: "q1", patch });
	}
	expect(listener).not.toHaveBeenCalled();
	expect(scheduled).toHaveLength(1);
	scheduled[0]?.();
	expect(listener).toHaveBeenCalledOnce();
	expect(observer.getSnapshot()?.result?.total).toBe(9);
});

test("what is prepared is there for who follows it", async () => {
	const { server, store } = await start();
	store.prepare(VMS);
	store.prepare(VMS);
	await settled();
	const observer = store.createObserver();
	observer.follow(VMS, "");
	expect(observer.getSnapshot()?.status).toBe("live");
	expect(server.methods()).toEqual(["query.open"]);
});

test("who waits for answers has them, or goes on after a while", async () => {
	const { server, clock, store } = await start();
	await store.ready([VMS, HALTED], 250);
	expect(store.peek(keyOf(HALTED))?.status).toBe("live");
	server.isSilent = true;
	const other = withDefaults({ types: ["host"] });
	const waiting = store.ready([VMS, other], 250);
	clock.advance(250);
	await waiting;
	expect(store.peek(keyOf(other))?.status).toBe("loading");
});

test("what is prepared and not followed is closed", async () => {
	const { server, clock, store } = await start();
	store.prepare(VMS);
	await settled();
	clock.advance(5_000);
	await settled();
	expect(server.methods()).toEqual(["query.open", "query.close"]);
});

test("first results that come together are told of at once", async () => {
	const scheduled: (() => void)[] = [];
	const { store } = await start({ soon: (work) => scheduled.push(work) });
	const observers = [VMS, HALTED].map((params) => {
		const observer = store.createObserver();
		observer.follow(params, "");
		return observer;
	});
	const listener = vi.fn();
	for (const observer of observers) observer.subscribe(listener);
	await settled();
	expect(listener).not.toHaveBeenCalled();
	expect(scheduled).toHaveLength(1);
	scheduled[0]?.();
	expect(listener).toHaveBeenCalledTimes(2);
});

test.each([
	["another search, at once", { filter: "web" }, "soon"],
	[
		"another window, with the next frame",
		{ window: { offset: 50, limit: 50 } },
		"frame",
	],
])("tells of the answer to %s", async (_, changes, expected) => {
	const told: string[] = [];
	const tell = (when: string) => (work: () => void) => {
		told.push(when);
		work();
	};
	const { store } = await start({
		schedule: tell("frame"),
		soon: tell("soon"),
	});
	const observer = store.createObserver();
	observer.follow(VMS, "");
	await settled();
	told.length = 0;
	observer.follow({ ...VMS, ...changes }, "");
	await settled();
	expect(told).toEqual([expected]);
});

test("what was refused stays so, whatever else the server tells", async () => {
	const { server, store } = await start();
	const observer = store.createObserver();
	observer.follow(VMS, "");
	await settled();
	server.refuses = true;
	observer.follow(HALTED, "");
	await settled();
	server.notify("query.patch", { id: "q1", patch: { revision: 3, total: 9 } });
	expect(observer.getSnapshot()).toMatchObject({
		status: "error",
		isPending: true,
	});
	server.refuses = false;
	observer.follow(withDefaults({ types: ["VM"], filter: "web" }), "");
	await settled();
	expect(observer.getSnapshot()).toMatchObject({
		status: "live",
		error: undefined,
		isPending: false,
	});
});
