import { ManualClock } from "@xo/std";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { RunningPool } from "../../src/index.ts";
import { signIn, startTestPool, type TestClient } from "./_pool.ts";

let pool: RunningPool;
let client: TestClient;
let vm: string;

beforeAll(async () => {
	pool = await startTestPool();
	client = await signIn(pool);
	[vm = ""] = pool.db.refs("VM");
});

afterAll(() => pool[Symbol.asyncDispose]());

async function currentToken(): Promise<string> {
	return (await client.call("event.from", ["*"], "", 0)).token;
}

describe("event.from", () => {
	it("gives everything at first, then what changed", async () => {
		const first = await client.call("event.from", ["vm", "host"], "", 0);
		expect(first.events).toHaveLength(4);
		expect(first.valid_ref_counts).toMatchObject({ vm: 2, host: 2, pool: 1 });
		const waiting = client.call("event.from", ["vm"], first.token, 30);
		pool.db.update("VM", vm, { name_description: "changed" });
		const { events, token } = await waiting;
		expect(events).toMatchObject([
			{
				class: "vm",
				operation: "mod",
				ref: vm,
				timestamp: "0.0",
				snapshot: { name_description: "changed", name_label: "a" },
			},
		]);
		expect(Number(events[0].id)).toBeGreaterThan(0);
		expect(token > first.token).toBe(true);
	});

	it("ends empty with the timeout, the token unchanged", async () => {
		const token = await currentToken();
		pool.db.update("pool", pool.pool.poolRef(), { name_label: "other" });
		const batch = await client.call("event.from", ["vm"], token, 0.02);
		expect(batch.events).toEqual([]);
		expect(batch.token).toBe(token);
		expect(batch.valid_ref_counts.vm).toBe(2);
	});

	it("serves many followers, each with what it asked for", async () => {
		const token = await currentToken();
		const one = pool.db.refs("VM")[1]!;
		const followers = Array.from({ length: 20 }, (_, index) =>
			client.call("event.from", [`vm/${index % 2 ? one : vm}`], token, 30),
		);
		await client.call("VM.get_all");
		pool.db.update("VM", vm, { name_description: "first" });
		pool.db.update("VM", one, { name_description: "second" });
		for (const [index, batch] of (await Promise.all(followers)).entries()) {
			expect(batch.events).toMatchObject([{ ref: index % 2 ? one : vm }]);
		}
	});

	it("refuses a token it did not give", async () => {
		expect((await client.ask("event.from", ["*"], "abc", 0)).error).toEqual([
			"EVENT_FROM_TOKEN_PARSE_FAILURE",
			"abc",
		]);
	});
});

describe("event.inject", () => {
	it("gives a token from which at least that object has changed", async () => {
		const token = await client.call("event.inject", "VM", vm);
		expect(token).toMatch(/^\d{20},0{20}$/);
		const { events } = await client.call("event.from", ["vm"], token, 0);
		expect(events).toMatchObject([{ operation: "mod", ref: vm }]);
		expect((await client.ask("event.inject", "host", vm)).error).toEqual([
			"HANDLE_INVALID",
			"host",
			vm,
		]);
		expect((await client.ask("event.inject", "vm", vm)).error).toEqual([
			"HANDLE_INVALID",
			"vm",
			vm,
		]);
	});
});

describe("event.next", () => {
	it("wants a registration, then queues every change", async () => {
		expect((await client.ask("event.next")).error).toEqual([
			"SESSION_NOT_REGISTERED",
			client.session,
		]);
		await client.call("event.register", ["VM"]);
		const waiting = client.call("event.next");
		await client.call("VM.get_all");
		pool.db.update("VM", vm, { name_description: "1" });
		expect(await waiting).toMatchObject([
			{
				class: "vm",
				operation: "mod",
				ref: vm,
				snapshot: { name_description: "1" },
			},
		]);
		pool.db.update("VM", vm, { name_description: "2" });
		pool.db.update("VM", vm, { name_description: "3" });
		const events = await client.call("event.next");
		expect(events).toMatchObject([
			{ snapshot: { name_description: "2" } },
			{ snapshot: { name_description: "3" } },
		]);
		expect(await client.call("event.get_current_id")).toBe(
			Number(events[1].id),
		);
		await client.call("event.unregister", ["vm"]);
		expect((await client.ask("event.next")).error?.[0]).toBe(
			"SESSION_NOT_REGISTERED",
		);
	});

	it("says when the queue overflowed", async () => {
		await client.call("event.register", ["*"]);
		const big = "x".repeat(1024 * 1024);
		for (let i = 0; i < 12; i++) {
			pool.db.update("VM", vm, { name_description: `${i}${big}` });
		}
		expect((await client.ask("event.next")).error).toEqual(["EVENTS_LOST"]);
		pool.db.update("VM", vm, { name_description: "" });
		expect(await client.call("event.next")).toHaveLength(1);
		await client.call("event.unregister", ["*"]);
	});

	it("gets a sign of life of the pool now and then", async () => {
		const clock = new ManualClock(Date.UTC(2026, 0, 1));
		await using quiet = await startTestPool({ clock });
		const { call } = await signIn(quiet);
		const generation = quiet.pool.db.generation;
		clock.advance(30_000);
		expect(quiet.pool.db.generation).toBe(generation);
		await call("event.register", ["pool"]);
		clock.advance(30_000);
		const events = await call("event.next");
		expect(events).toMatchObject([{ class: "pool", operation: "mod" }]);
	});
});
