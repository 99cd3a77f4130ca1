import type { Clock } from "@xo/std";
import type { Pool } from "../core/types.ts";
import { CheapChanges } from "./activity-changes.ts";
import { LifecycleChanges } from "./activity-lifecycle.ts";
import { VmRoster } from "./activity-roster.ts";
import { pace } from "./pacer.ts";
import { createRandom } from "./random.ts";

export interface ActivityOptions {
	/** Of all pools together; below 1 for a calm one. */
	readonly changesPerSecond: number;
	/** Whether changes of VMs carry the time at which they were made, in
	 *  `other_config["xo:bench-sent-at"]`: epoch milliseconds with decimals.
	 *  `stampEvents` of a pool puts the time of sending in its place. */
	readonly stamp?: boolean;
	/** What paces the changes; the first pool's clock by default. */
	readonly clock?: Clock;
	/** Told of what goes wrong other than a pool's refusal. */
	readonly onError?: (error: unknown) => void;
	/** The same seed on the same pool makes the same changes. */
	readonly seed?: number | string;
}

/** One change in so many starts, stops or snapshots a VM. */
const LIFECYCLE_PERIOD = 50;

/** Keeps pools busy, in turn: metrics move, messages arrive, tasks run, VMs are
 *  edited and now and then change state. Dispose it to stop.
 *  @throws RangeError when there is no pool */
export function startActivity(
	pools: readonly Pool[],
	options: ActivityOptions,
): Disposable {
	const [first] = pools;
	if (first === undefined) throw new RangeError("no pool to keep busy");
	const activities = pools.map((pool, index) =>
		createActivity(pool, `${options.seed ?? "activity"}/${index}`, options),
	);
	let turn = 0;
	const pacer = pace(
		options.clock ?? first.clock,
		options.changesPerSecond,
		() => activities[turn++ % activities.length]?.next(),
	);
	return {
		[Symbol.dispose]() {
			pacer[Symbol.dispose]();
			for (const activity of activities) activity[Symbol.dispose]();
		},
	};
}

function createActivity(
	pool: Pool,
	seed: string,
	{ stamp = false, onError = rethrow }: ActivityOptions,
): Disposable & { next(): void } {
	const random = createRandom(seed);
	const roster = new VmRoster(pool.db, random);
	const cheap = new CheapChanges({ pool, random, roster, isStamped: stamp });
	const lifecycle = new LifecycleChanges({ pool, random, roster, onError });
	let count = 0;
	return {
		next() {
			count++;
			if (count % LIFECYCLE_PERIOD === 0) lifecycle.next();
			else cheap.next();
		},
		[Symbol.dispose]() {
			cheap[Symbol.dispose]();
			lifecycle[Symbol.dispose]();
			roster[Symbol.dispose]();
		},
	};
}

function rethrow(error: unknown): never {
	throw error;
}
