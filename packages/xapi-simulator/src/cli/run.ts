import { once } from "node:events";
import { messageOf } from "@xo/std";
import type { Pool } from "../core/types.ts";
import { startActivity } from "../sources/activity.ts";
import { dumpSource } from "../sources/dump.ts";
import { DumpError } from "../sources/dump-error.ts";
import { readDump } from "../sources/dump-file.ts";
import { seedSource } from "../sources/seed.ts";
import { type RunningPool, startSimulatedPool } from "../wire/start.ts";
import { HELP } from "./help.ts";
import { type CliOptions, type PoolPlan, parseOptions } from "./options.ts";
import { UsageError } from "./usage-error.ts";

/** Streams of the process, and what stops it. */
export interface CliEnvironment {
	readonly stdout: { write(text: string): unknown };
	readonly stderr: { write(text: string): unknown };
	/** Aborted when the process is to stop. */
	readonly signal: AbortSignal;
	/** Lines that say what to change while it runs. */
	readonly commands?: AsyncIterable<string>;
}

const NO_COMMANDS: AsyncIterable<string> = (async function* () {})();

/** Runs the command line until it is told to stop.
 *  @returns the exit code */
export async function runCli(
	args: readonly string[],
	environment: CliEnvironment,
): Promise<number> {
	try {
		const options = parseOptions(args);
		if (options.isHelp) environment.stdout.write(HELP);
		else await servePools(options, environment);
		return 0;
	} catch (error) {
		environment.stderr.write(`simulator: ${describe(error)}\n`);
		return error instanceof UsageError ? 2 : 1;
	}
}

async function servePools(
	options: CliOptions,
	{ stdout, stderr, signal, commands = NO_COMMANDS }: CliEnvironment,
): Promise<void> {
	await using stack = new AsyncDisposableStack();
	const pools: RunningPool[] = [];
	for (const [index, plan] of options.plans.entries()) {
		if (signal.aborted) return;
		const pool = stack.use(await startPool(options, plan, index));
		pools.push(pool);
		stdout.write(`${JSON.stringify(lineOf(pool))}\n`);
	}
	const start = (changesPerSecond: number) =>
		startActivity(
			pools.map(({ pool }) => pool),
			{
				changesPerSecond,
				stamp: options.isStamped,
				onError: (error) => stderr.write(`activity: ${describe(error)}\n`),
			},
		);
	let activity = start(options.activity);
	stack.defer(() => activity[Symbol.dispose]());
	const isStopped = signal.aborted ? undefined : once(signal, "abort");
	void followRates(commands, (rate) => {
		activity[Symbol.dispose]();
		activity = start(rate);
	});
	await isStopped;
}

/** `activity N` sets the changes a second; other lines mean nothing. */
async function followRates(
	commands: AsyncIterable<string>,
	setRate: (changesPerSecond: number) => void,
): Promise<void> {
	for await (const line of commands) {
		const [, rate] = /^activity (\d+(?:\.\d+)?)$/.exec(line.trim()) ?? [];
		if (rate !== undefined) setRate(Number(rate));
	}
}

/** Like clients, it calls a pool without a name by its master's. */
function lineOf(running: RunningPool): Record<string, string> {
	const { url, username, password, fingerprint, pool, db } = running;
	const master = db.find("host", pool.masterRef());
	const name = running.name || String(master?.name_label);
	return { url, username, password, fingerprint, name };
}

async function startPool(
	options: CliOptions,
	plan: PoolPlan,
	index: number,
): Promise<RunningPool> {
	const port = options.port === 0 ? 0 : options.port + index;
	return startSimulatedPool({
		source: await sourceOf(plan),
		http: options.isHttp,
		port,
		timeScale: options.timeScale,
		stampEvents: options.isStamped,
		randomSeed: index + 1,
	});
}

async function sourceOf(plan: PoolPlan): Promise<(pool: Pool) => void> {
	return "dump" in plan
		? dumpSource(await readDump(plan.dump))
		: seedSource(plan);
}

function describe(error: unknown): string {
	if (error instanceof UsageError) {
		return `${error.message}\nTry: npm run simulator -- --help`;
	}
	if (error instanceof DumpError) return error.message;
	const code = error instanceof Error && "code" in error ? error.code : "";
	if (code === "EADDRINUSE") {
		return `${messageOf(error)}\nChoose another --port, or 0 for a free one.`;
	}
	if (code === "EACCES") {
		return `${messageOf(error)}\nPorts below 1024 need privileges: choose another --port.`;
	}
	return error instanceof Error
		? (error.stack ?? error.message)
		: String(error);
}
