import {
	dumpSource,
	type RunningPool,
	readDump,
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

/** The pool of a XAPI database dump (XML, plain or gzip), on loopback
 *  addresses. */
export async function startDumpedPool(file: string): Promise<RunningPool> {
	const source = dumpSource(await readDump(file));
	return startSimulatedPool({ randomSeed: 1, eventDelayMs: 0, source });
}
