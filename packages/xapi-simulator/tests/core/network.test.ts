import { ManualClock } from "@xo/std";
import { describe, expect, it } from "vitest";
import { createRandom } from "../../src/core/random.ts";
import { SimulatedPool } from "../../src/core/simulated-pool.ts";
import { PoolNetwork } from "../../src/wire/network.ts";
import { send, startTestPool } from "./_pool.ts";

/** Of a range for documentation: no machine has it. */
const FOREIGN_ADDRESS = "203.0.113.7";

function createPool(hosts: number): SimulatedPool {
	const pool = new SimulatedPool({
		accounts: { username: "root", password: "p", subjects: [] },
		clock: new ManualClock(),
		timeScale: 0,
		random: createRandom(1),
		eventDelayMs: 0,
		handlers: {},
	});
	for (let i = 0; i < hosts; i++) pool.db.create("host", {});
	pool.db.create("pool", { master: pool.db.refs("host")[0] ?? "" });
	return pool;
}

describe("PoolNetwork", () => {
	it("gives each host an address of its own and the same port", async () => {
		const pool = createPool(3);
		await using network = new PoolNetwork(pool, { isTls: false });
		await network.start(0);
		const { port } = network.master;
		const addresses = pool.db
			.refs("host")
			.map((host) => String(pool.db.get("host", host).address));
		expect(new Set(addresses).size).toBe(3);
		for (const address of addresses) {
			expect(address).toMatch(/^127\.\d+\.\d+\.\d+$/);
			const url = `http://${address}:${port}`;
			expect(await send(url, "system.isAlive", ["x"])).toEqual({ result: "x" });
		}
		pool.stop();
	});

	it("shares 127.0.0.1 where there is no other address", async () => {
		const pool = createPool(2);
		const nextAddress = () => FOREIGN_ADDRESS;
		await using network = new PoolNetwork(pool, { isTls: false, nextAddress });
		await network.start(0);
		const [master, member] = pool.db
			.refs("host")
			.map((host) => String(pool.db.get("host", host).address));
		expect(master).toBe("127.0.0.1");
		expect(member).toMatch(/^127\.0\.0\.1:\d+$/);
		const url = `http://${member}`;
		expect(await send(url, "system.isAlive", ["x"])).toEqual({ result: "x" });
		pool.stop();
	});

	it("says so when the port is taken, or there is no host", async () => {
		const pool = createPool(1);
		const nextAddress = () => "127.9.9.9";
		await using first = new PoolNetwork(pool, { isTls: false, nextAddress });
		await first.start(0);
		await using second = new PoolNetwork(pool, { isTls: false, nextAddress });
		await expect(second.start(first.master.port)).rejects.toThrow("EADDRINUSE");
		pool.stop();
		await expect(startTestPool({ source: () => {} })).rejects.toThrow(
			"the pool has no host",
		);
	});
});
