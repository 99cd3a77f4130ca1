export { DATA_DIR, describeWithData } from "./data.ts";
export {
	type RunningPool,
	startTestPool,
	type TestPoolOptions,
} from "./pool.ts";
export { startPostgres, type TestPostgres } from "./postgres.ts";
export {
	type SimulatedPoolAddress,
	type SimulatorProcess,
	startSimulatorProcess,
} from "./simulator-process.ts";
