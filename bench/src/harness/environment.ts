import type { WorkloadContext } from "../workload.ts";
import { type Daemon, prepareData, startDaemon } from "./daemon.ts";
import { connectPools, countPools, type PoolsTruth } from "./inventory.ts";
import { type Simulators, startSimulators } from "./simulators.ts";

export interface Environment {
	readonly daemon: Daemon;
	readonly simulators: Simulators;
	readonly truth: PoolsTruth;
}

/** Pools of the whole size and a daemon that has all their objects; nothing
 *  changes in them yet. Ends with the workload. */
export async function startEnvironment(
	context: WorkloadContext,
): Promise<Environment> {
	const simulators = context.stack.use(
		await startSimulators(context.build, context.size),
	);
	const truth = await countPools(simulators);
	const folder = await prepareData(context);
	const daemon = context.stack.use(await startDaemon(context, folder));
	const ms = await connectPools(daemon.url, simulators, truth);
	context.say(`connected in ${(ms / 1000).toFixed(1)} s`);
	return { daemon, simulators, truth };
}
