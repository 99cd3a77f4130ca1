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
}

/** A simulated pool on loopback addresses; the same one each time. */
export function startTestPool(
	options: TestPoolOptions = {},
): Promise<RunningPool> {
	const { hosts = 2, vms = 4, ...others } = options;
	return startSimulatedPool({
		randomSeed: 1,
		eventDelayMs: 0,
		...others,
		source: seedSource({ hosts, vms, seed: 1, name: "test pool" }),
	});
}
