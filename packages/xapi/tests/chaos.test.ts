import { setImmediate as nextTurn } from "node:timers/promises";
import { type RunningPool, startTestPool } from "@xo/testing";
import { describe, expect, it } from "vitest";
import { connectTo, eventually, Follower, rowsOf } from "./_util.ts";

const CLASSES = ["VM", "VDI", "VBD", "network", "host", "pool", "Certificate"];
const STEPS = 300;

/** Numbers from 0 to 1 that the seed decides (mulberry32). */
function randomOf(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let t = Math.imul(state ^ (state >>> 15), 1 | state);
		t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
		return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
	};
}

function change(pool: RunningPool, random: () => number): void {
	const pick = <T>(items: readonly T[]): T =>
		items[Math.floor(random() * items.length)]!;
	const { db } = pool;
	const className = pick(["VM", "VDI", "network"]);
	const refs = db.refs(className);
	const dice = random();
	if (dice < 0.5 && refs.length > 0) {
		db.update(className, pick(refs), { name_label: `name ${random()}` });
	} else if (dice < 0.75 || refs.length < 3) {
		db.create(className, { name_label: `new ${random()}` });
	} else {
		db.destroy(className, pick(refs));
	}
}

const FAULTS: readonly ((pool: RunningPool) => unknown)[] = [
	({ faults }) => faults.dropConnections(),
	({ faults }) => faults.expireSessions(),
	({ faults }) => faults.loseEvents(),
	({ faults }) => faults.dropCalls("event.from"),
	({ faults }) => faults.dropCalls("VM.get_all_records"),
	({ faults }) => faults.dropCalls("session.login_with_password"),
	({ faults }) => faults.failCalls("event.from", ["EVENTS_LOST"]),
	({ faults }) => faults.failCalls("*", ["HOST_STILL_BOOTING"], 3),
	({ faults }) => faults.failCalls("event.inject", ["INTERNAL_ERROR", "x"]),
	({ faults }) => faults.delayCalls("VDI.get_all_records", nextTurn()),
];

describe("a mirror in troubled times", () => {
	it.each([1, 2, 3])(
		"misses nothing and repeats nothing (seed %i)",
		async (seed) => {
			const random = randomOf(seed);
			await using pool = await startTestPool({ hosts: 3, http: seed !== 1 });
			await using xapi = await connectTo(pool);
			const follower = new Follower(xapi, CLASSES);
			for (let step = 0; step < STEPS; step++) {
				change(pool, random);
				if (random() < 0.06) {
					await FAULTS[Math.floor(random() * FAULTS.length)]!(pool);
				}
				if (step === STEPS / 2) await pool.faults.killMaster();
				if (random() < 0.1) {
					const seen = follower.batches.length;
					const [host = ""] = pool.db.refs("host");
					pool.db.update("host", host, { name_description: `step ${step}` });
					await eventually(() =>
						expect(follower.batches.length).toBeGreaterThan(seen),
					);
				} else if (random() < 0.5) {
					await nextTurn();
				}
			}
			await eventually(() => {
				for (const className of CLASSES) {
					const truth = rowsOf(pool, className);
					expect(follower.records(className)).toEqual(truth);
					const mirrored = Object.fromEntries(xapi.mirror.records(className));
					expect(mirrored).toEqual(truth);
				}
			});
			expect(follower.repeated).toEqual([]);
			expect(
				follower.batches.filter(({ isInitial }) => isInitial),
			).toHaveLength(1);
		},
		60_000,
	);
});
