import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const MAIN = path.join(
	path.dirname(fileURLToPath(import.meta.resolve("@xo/xapi-simulator"))),
	"cli/main.ts",
);
const START_TIMEOUT_MS = 60_000;
const STOP_TIMEOUT_MS = 10_000;
const KEPT_LOG_CHARACTERS = 20_000;

/** How to reach a pool of another process. */
export interface SimulatedPoolAddress {
	readonly url: string;
	readonly username: string;
	readonly password: string;
	/** SHA-256 of the master's certificate. */
	readonly fingerprint: string;
	readonly name: string;
}

/** Pools in a process of their own, so that what they cost is not measured
 *  with what is tested. Disposing stops it. */
export interface SimulatorProcess extends AsyncDisposable {
	/** In the order in which they began to listen. */
	readonly pools: readonly SimulatedPoolAddress[];
	readonly pid: number;
	/** The end of what it wrote to its standard error. */
	readonly log: () => string;
}

/** Starts the simulator's command line and waits until all pools listen.
 *  @param options.args flags of `npm run simulator`, without `--pools`
 *  @param options.pools how many pools; default 1, as with `--dump`
 *  @throws Error with its log when it ends before, or within a minute does not
 *  come up */
export async function startSimulatorProcess({
	args = [],
	pools: count = 1,
}: {
	readonly args?: readonly string[];
	readonly pools?: number;
} = {}): Promise<SimulatorProcess> {
	const sizes = args.includes("--dump") ? [] : ["--pools", String(count)];
	const child = spawn(
		process.execPath,
		[MAIN, ...sizes, "--exit-with-stdin", ...args],
		{ stdio: "pipe" },
	);
	let log = "";
	child.stderr.setEncoding("utf8").on("data", (text: string) => {
		log = (log + text).slice(-KEPT_LOG_CHARACTERS);
	});
	const pools: SimulatedPoolAddress[] = [];
	try {
		const isUp = readPools(child, pools, count);
		if (!(await isUp)) throw new Error(`the simulator did not start: ${log}`);
	} catch (error) {
		await stop(child);
		throw error;
	}
	return {
		pools,
		pid: child.pid ?? 0,
		log: () => log,
		[Symbol.asyncDispose]: () => stop(child),
	};
}

/** Whether all pools came up. */
async function readPools(
	child: ChildProcess,
	pools: SimulatedPoolAddress[],
	count: number,
): Promise<boolean> {
	if (child.stdout === null) return false;
	const signal = AbortSignal.timeout(START_TIMEOUT_MS);
	const lines = createInterface({ input: child.stdout, signal });
	for await (const line of lines) {
		pools.push(JSON.parse(line) as SimulatedPoolAddress);
		if (pools.length === count) return true;
	}
	return false;
}

async function stop(child: ChildProcess): Promise<void> {
	if (child.exitCode !== null || child.signalCode !== null) return;
	const ended = once(child, "exit");
	child.kill("SIGTERM");
	const timer = setTimeout(() => child.kill("SIGKILL"), STOP_TIMEOUT_MS);
	await ended;
	clearTimeout(timer);
}
