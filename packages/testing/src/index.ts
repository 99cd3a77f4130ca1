export { readConsoleText } from "@xo/xapi-simulator";
export { launchChromium } from "./chromium.ts";
export { DATA_DIR, describeWithData } from "./data.ts";
export { forAllTests } from "./for-all-tests.ts";
export {
	type RunningPool,
	startActivity,
	startDumpedPool,
	startTestPool,
	type TestPoolOptions,
} from "./pool.ts";
export { startPostgres, type TestPostgres } from "./postgres.ts";
export {
	basicOf,
	startTestServer,
	TEST_ADMIN,
	type TestPoolAddress,
	type TestServer,
	type TestServerOptions,
} from "./server.ts";
export {
	type SimulatedPoolAddress,
	type SimulatorProcess,
	startSimulatorProcess,
} from "./simulator-process.ts";
