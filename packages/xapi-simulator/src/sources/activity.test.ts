import { describe, expect, it } from "vitest";
import { type BarePool, createBarePool } from "../../tests/sources/_pool.ts";
import { STAMP_KEY } from "../core/send-stamp.ts";
import type { DbChange } from "../core/types.ts";
import { startActivity } from "./activity.ts";
import { seedSource } from "./seed.ts";

function seededPool(): BarePool {
	const pool = createBarePool();
	seedSource({ hosts: 2, vms: 30, seed: 11 })(pool);
	return pool;
}

function record(pool: BarePool): DbChange[] {
	const changes: DbChange[] = [];
	pool.db.onChange((change) => changes.push(change));
	return changes;
}

describe("startActivity", () => {
	it.each([2, 50, 1_000])("makes %i changes a second, evenly", (rate) => {
		const pool = seededPool();
		const changes = record(pool);
		using _ = startActivity([pool], { changesPerSecond: rate });
		pool.clock.advance(10_000);
		expect(changes.length).toBeGreaterThan(rate * 8);
		// Making a VM's computed ends current is a change too.
		expect(changes.length).toBeLessThan(rate * 13);
		const before = changes.length;
		pool.clock.advance(1_000);
		expect(changes.length - before).toBeGreaterThan(rate * 0.5);
	});

	it("does the same with the same seed", () => {
		const run = () => {
			const pool = seededPool();
			const changes = record(pool);
			using _ = startActivity([pool], { changesPerSecond: 100 });
			pool.clock.advance(5_000);
			return changes.map(({ className, operation }) => [className, operation]);
		};
		expect(run()).toEqual(run());
	});

	it("stops when disposed", () => {
		const pool = seededPool();
		startActivity([pool], { changesPerSecond: 100 })[Symbol.dispose]();
		const changes = record(pool);
		pool.clock.advance(5_000);
		expect(changes).toEqual([]);
	});

	it("stamps changed VMs when asked to", () => {
		const pool = seededPool();
		const startedAt = performance.timeOrigin + performance.now();
		const stamps: string[] = [];
		pool.db.onChange(({ className, ref, operation }) => {
			if (className !== "VM" || operation !== "mod") return;
			const config = pool.db.get("VM", ref).other_config;
			stamps.push((config as Record<string, string>)[STAMP_KEY] ?? "");
		});
		using _ = startActivity([pool], { changesPerSecond: 100, stamp: true });
		pool.clock.advance(3_000);
		expect(stamps.length).toBeGreaterThan(50);
		for (const stamp of stamps) {
			expect(stamp).toMatch(/^\d+\.\d{3}$/);
			expect(Number(stamp)).toBeGreaterThanOrEqual(Math.floor(startedAt));
		}
	});

	it("does not make the pool grow", () => {
		const pool = seededPool();
		const before = pool.db.refs("message").length;
		using _ = startActivity([pool], { changesPerSecond: 500 });
		pool.clock.advance(60_000);
		expect(pool.db.refs("message").length - before).toBeLessThanOrEqual(100);
		expect(pool.db.refs("task").length).toBeLessThanOrEqual(12);
	});

	it("starts and stops VMs through the pool's own messages", () => {
		const methods: string[] = [];
		const pool: BarePool = {
			...seededPool(),
			invoke: (_context, method) => {
				methods.push(method);
				return Promise.resolve(undefined);
			},
		};
		using _ = startActivity([pool], { changesPerSecond: 100 });
		pool.clock.advance(4_000);
		expect(methods.length).toBeGreaterThan(4);
		for (const method of methods) expect(method).toMatch(/^(VM|VDI)\./);
	});
});
