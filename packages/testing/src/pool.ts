import {
	type RunningPool,
	type SimulatedPoolOptions,
	seedSource,
	startActivity,
	startSimulatedPool,
} from "@xo/xapi-simulator";

export { type RunningPool, startActivity };

export interface TestPoolOptions extends Omit<SimulatedPoolOptions, "source"> {
	/** Default 2. */
	readonly hosts?: number;
	/** Default 4. */
	readonly vms?: number;
	/** Of names and ids; default 1. Pools that are connected together need
	 *  different ones. */
	readonly seed?: number;
}

/** A simulated pool on loopback addresses; the same one each time. */
export function startTestPool(
	options: TestPoolOptions = {},
): Promise<RunningPool> {
	const { hosts = 2, vms = 4, seed = 1, ...others } = options;
	return startSimulatedPool({
		randomSeed: seed,
		eventDelayMs: 0,
		...others,
		source: seedSource({ hosts, vms, seed, name: "test pool" }),
	});
}
