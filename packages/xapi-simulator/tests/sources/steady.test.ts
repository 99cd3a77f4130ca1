import { ManualClock, nextTurn } from "@xo/std";
import { expect, it } from "vitest";
import { createRandom } from "../../src/core/random.ts";
import { SimulatedPool } from "../../src/core/simulated-pool.ts";
import { domainHandlers } from "../../src/domains/index.ts";
import { recomputeAll } from "../../src/domains/recompute.ts";
import { startActivity } from "../../src/sources/activity.ts";
import { seedSource } from "../../src/sources/seed.ts";
import { TEST_TIME } from "./_pool.ts";

const HOUR_MS = 3_600_000;
const STEP_MS = 2_000;
const HOURS = 24;
const GROWING = ["VM", "VDI", "VBD", "VIF", "VM_metrics", "message", "task"];

function createPool(clock: ManualClock): SimulatedPool {
	const pool = new SimulatedPool({
		accounts: { username: "root", password: "x", subjects: [] },
		clock,
		timeScale: 1,
		random: createRandom(1),
		eventDelayMs: 50,
		handlers: domainHandlers,
	});
	seedSource({ name: "Lab", hosts: 3, vms: 40, seed: 5 })(pool);
	pool.complete();
	recomputeAll(pool);
	return pool;
}

function count({ db }: SimulatedPool): Record<string, number> {
	return Object.fromEntries(
		GROWING.map((name) => [name, db.refs(name).length]),
	);
}

function expectTruthfulStorage({ db }: SimulatedPool): void {
	for (const ref of db.refs("SR")) {
		const sr = db.get("SR", ref);
		if (Number(sr.physical_size) <= 0) continue;
		const used = (sr.VDIs as string[])
			.map((vdi) => Number(db.get("VDI", vdi).physical_utilisation))
			.reduce((sum, each) => sum + each, 0);
		const share = Number(sr.physical_utilisation) / Number(sr.physical_size);
		expect(share).toBeLessThan(0.97);
		expect(share).toBeCloseTo(used / Number(sr.physical_size), 2);
	}
}

it("a busy pool stays as it is, for days", { timeout: 60_000 }, async () => {
	const clock = new ManualClock(TEST_TIME);
	const pool = createPool(clock);
	using _ = startActivity([pool], { changesPerSecond: 1 });
	const early: Record<string, number>[] = [];
	let longestTaskMs = 0;
	const created = new Map<string, number>();
	const watch = pool.db.onChange(({ className, ref, operation }) => {
		if (className !== "task") return;
		if (operation === "add") created.set(ref, clock.now());
		const task = pool.db.find("task", ref);
		if (task?.status !== "success") return;
		const since = created.get(ref) ?? clock.now();
		longestTaskMs = Math.max(longestTaskMs, clock.now() - since);
		created.delete(ref);
	});
	for (let hour = 1; hour <= HOURS; hour++) {
		const end = clock.now() + HOUR_MS;
		while (clock.now() < end) {
			clock.advance(STEP_MS);
			for (let turn = 0; turn < 3; turn++) await nextTurn();
		}
		const now = count(pool);
		if (hour <= 6) early.push(now);
		for (const name of GROWING) {
			const most = Math.max(...early.map((each) => each[name] ?? 0));
			expect(now[name], `${name} after ${hour} h`).toBeLessThan(most * 1.3);
		}
		expect(now.task).toBeLessThan(15);
		expectTruthfulStorage(pool);
	}
	watch[Symbol.dispose]();
	pool.stop();
	expect(longestTaskMs).toBeGreaterThan(0);
	expect(longestTaskMs).toBeLessThan(6 * 60_000);
	const states = pool.db
		.refs("VM")
		.map((ref) => pool.db.get("VM", ref))
		.filter((vm) => !vm.is_a_template && !vm.is_control_domain);
	const running = states.filter((vm) => vm.power_state === "Running");
	expect(running.length).toBeGreaterThan(20);
	expect(
		running.some(
			(vm) => !pool.db.find("VM_guest_metrics", `${vm.guest_metrics}`),
		),
	).toBe(true);
});
