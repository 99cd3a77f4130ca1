import type { Clock } from "@xo/std";
import type { Pool } from "../core/types.ts";
import { CheapChanges } from "./activity-changes.ts";
import { LifecycleChanges } from "./activity-lifecycle.ts";
import { VmRoster } from "./activity-roster.ts";
import { pace } from "./pacer.ts";
import { createRandom } from "./random.ts";

export interface ActivityOptions {
	/** Up to 1,000 and more; below 1 for a calm pool. */
	readonly changesPerSecond: number;
	/** Whether changes of VMs carry the time at which they were made, in
	 *  `other_config["xo:bench-sent-at"]`: epoch milliseconds with decimals. */
	readonly stamp?: boolean;
	/** What paces the changes; the pool's clock by default. */
	readonly clock?: Clock;
	/** Told of what goes wrong other than a pool's refusal. */
	readonly onError?: (error: unknown) => void;
	/** The same seed on the same pool makes the same changes. */
	readonly seed?: number | string;
}

/** One change in so many starts, stops or snapshots a VM. */
const LIFECYCLE_PERIOD = 50;

/** Keeps a pool busy: metrics move, messages arrive, tasks run, VMs are edited
 *  and now and then change state. Dispose it to stop. */
export function startActivity(
	pool: Pool,
	options: ActivityOptions,
): Disposable {
	const random = createRandom(options.seed ?? "activity");
	const roster = new VmRoster(pool.db, random);
	const cheap = new CheapChanges({
		pool,
		random,
		roster,
		isStamped: options.stamp === true,
	});
	const lifecycle = new LifecycleChanges({
		pool,
		random,
		roster,
		onError: options.onError ?? rethrow,
	});
	let count = 0;
	const pacer = pace(
		options.clock ?? pool.clock,
		options.changesPerSecond,
		() => {
			count++;
			if (count % LIFECYCLE_PERIOD === 0) lifecycle.next();
			else cheap.next();
		},
	);
	return {
		[Symbol.dispose]() {
			pacer[Symbol.dispose]();
			lifecycle[Symbol.dispose]();
			roster[Symbol.dispose]();
		},
	};
}

function rethrow(error: unknown): never {
	throw error;
}
