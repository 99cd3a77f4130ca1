import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import {
	createLogger,
	loadConfig,
	type RunningServer,
	startServer,
} from "@xo/server";
import { joinNegativeValues, messageOf } from "@xo/std";
import { makeFolder } from "@xo/std/make-folder";
import { untilStopped } from "@xo/std/until-stopped";
import { type SimulatedPool, Simulator } from "./simulator.ts";

const HELP = `Usage: npm run demo -- [options]

Starts the daemon with its web interface on simulated pools. Nothing real is
touched, and it is reachable from this machine only.

  --port P          port on 127.0.0.1 (8080)
  --data DIR        keep the database there; otherwise it is thrown away
  --dump FILE       a XAPI database dump (XML, plain or gzip) as the pool
  --pools K --hosts N --vms M
                    so many pools, with N hosts and M VMs in all
  --activity N      changes a second in the pools (2)
`;

const FLAGS = {
	port: { type: "string", default: "8080" },
	data: { type: "string" },
	dump: { type: "string" },
	pools: { type: "string" },
	hosts: { type: "string" },
	vms: { type: "string" },
	activity: { type: "string", default: "2" },
	help: { type: "boolean", short: "h" },
} as const;

const EMAIL = "admin@admin.net";
const PASSWORD = "admin";
const MAX_PORT = 65_535;
/** Whatever then still runs is left to the operating system. */
const LONGEST_STOP_MS = 4_500;

type Flags = ReturnType<typeof parseFlags>;

function parseFlags(args: readonly string[]) {
	try {
		return parseArgs({ args: joinNegativeValues(args), options: FLAGS }).values;
	} catch (error) {
		const [reason = ""] = messageOf(error).split(/[.\n]/);
		throw new Error(`${reason}; see npm run demo -- --help`);
	}
}

/** Without a wish: the simulator's own two pools, of 60 VMs. */
function simulatorsOf(flags: Flags): [args: string[], pools: number][] {
	const common = ["--activity", flags.activity];
	if (flags.dump !== undefined) {
		return [[["--dump", flags.dump, ...common], 1]];
	}
	const isSized = flags.pools ?? flags.hosts ?? flags.vms;
	if (isSized !== undefined) {
		const pools = flags.pools ?? "1";
		const size = ["--hosts", flags.hosts ?? "4", "--vms", flags.vms ?? "60"];
		return [[["--pools", pools, ...size, ...common], Number(pools)]];
	}
	return [[common, 2]];
}

async function addAdministrator({ context }: RunningServer): Promise<void> {
	if (context.store.users.findByEmail(EMAIL) !== undefined) return;
	await context.users.create({
		email: EMAIL,
		password: PASSWORD,
		permission: "admin",
	});
}

/** The pools of this run take the place of those of an earlier one, whose
 *  simulators are gone. */
async function addPools(
	{ context }: RunningServer,
	pools: readonly SimulatedPool[],
): Promise<void> {
	const { poolConnections } = context.store;
	for (const row of poolConnections.list()) await context.pools.remove(row.id);
	for (const pool of pools) {
		const url = new URL(pool.url);
		const row = await poolConnections.create({
			host: url.protocol === "http:" ? url.origin : url.host,
			label: pool.name,
			username: pool.username,
			password: pool.password,
			allowUnauthorized: false,
			enabled: true,
			readOnly: false,
			httpProxy: undefined,
			fingerprints: { [url.hostname]: pool.fingerprint },
			error: undefined,
			lastConnectedAt: undefined,
		});
		context.pools.connectInBackground(row.id);
	}
}

export async function runDemo(args: readonly string[]): Promise<void> {
	const flags = parseFlags(args);
	if (flags.help) {
		process.stdout.write(HELP);
		return;
	}
	const stop = new AbortController();
	// Before the start, which takes seconds.
	void untilStopped().then(() => {
		stop.abort();
		setTimeout(() => process.exit(1), LONGEST_STOP_MS).unref();
	});
	try {
		await serve(flags, stop.signal);
	} catch (error) {
		// What fails because of the stop is no news.
		if (!stop.signal.aborted) throw error;
	}
}

async function serve(flags: Flags, signal: AbortSignal): Promise<void> {
	await using stack = new AsyncDisposableStack();
	const data = flags.data ?? temporaryFolder(stack);
	const listen = `127.0.0.1:${portOf(flags)}`;
	makeDataFolder(data);
	const starting = simulatorsOf(flags).map(([simulatorArgs, count]) =>
		stack.use(new Simulator(simulatorArgs, count)),
	);
	const ended = Promise.race(starting.map((simulator) => simulator.ended));
	const isStopped = once(signal, "abort");
	const listening = Promise.all(starting.map((simulator) => simulator.pools()));
	await Promise.race([listening, isStopped]);
	signal.throwIfAborted();
	const config = loadConfig({
		overrides: {
			dataDir: data,
			http: { listen },
			log: { level: "info", format: "pretty" },
		},
	});
	const logger = createLogger(config.log);
	const keyFile = path.join(data, "demo.key");
	const server = stack.use(await startServer({ config, keyFile, logger }));
	await addAdministrator(server);
	signal.throwIfAborted();
	await addPools(server, (await listening).flat());
	process.stdout.write(
		`\nXen Orchestra demo on simulated pools: ${server.url}\nSign in as ${EMAIL} with the password ${PASSWORD} (known to everybody: this machine only).\n\n`,
	);
	await Promise.race([
		isStopped,
		ended.then(() => {
			throw new Error("a simulator stopped by itself");
		}),
	]);
}

function portOf({ port }: Flags): number {
	const number = /^\d{1,5}$/.test(port) ? Number(port) : Number.NaN;
	if (number <= MAX_PORT) return number;
	throw new Error(`--port: "${port}" is not a port from 0 to ${MAX_PORT}`);
}

function makeDataFolder(folder: string): void {
	try {
		makeFolder(path.resolve(folder));
	} catch (error) {
		const { code } = error as NodeJS.ErrnoException;
		throw new Error(`--data: ${folder} cannot be made (${code})`);
	}
}

function temporaryFolder(stack: AsyncDisposableStack): string {
	const folder = mkdtempSync(path.join(tmpdir(), "xo-demo-"));
	stack.defer(() => rmSync(folder, { recursive: true, force: true }));
	return folder;
}
