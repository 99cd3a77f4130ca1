import { type Daemon, prepareData, startDaemon } from "../harness/daemon.ts";
import {
	connectPools,
	countPools,
	type PoolsTruth,
} from "../harness/inventory.ts";
import { cpuSeconds, residentMb } from "../harness/process-usage.ts";
import { rowOf } from "../harness/rows.ts";
import { openRpcSocket } from "../harness/rpc-socket.ts";
import { type Simulators, startSimulators } from "../harness/simulators.ts";
import type { Measurement } from "../measurement.ts";
import { median } from "../statistics.ts";
import type { Workload, WorkloadContext } from "../workload.ts";

/** The classes that the daemon mirrors and that hold nearly all records. */
const FETCHED = [
	...["VM", "VM_metrics", "VM_guest_metrics", "VBD", "VBD_metrics", "VDI"],
	...["VIF", "PIF", "host", "SR", "PBD", "network", "message"],
];
const RUNS = 3;

interface Run {
	readonly seconds: number;
	readonly cpu: number;
	readonly rss: number;
	readonly rssAfterAll: number;
}

/** From the first request that adds a pool until the last object is served.
 *  The first run is not counted: in it the simulator, not the daemon, encodes
 *  its records for the first time. */
function connectAt(share: number): Workload {
	const name = `connect-${10_000 * share}`;
	const isFull = share === 1;
	return {
		name,
		description: `All pools connected and complete, at ${share * 100} % of the size; RSS`,
		async run(context) {
			const { pools, hosts, vms } = context.size;
			const simulators = context.stack.use(
				await startSimulators(context.build, {
					pools: Math.max(1, Math.round(pools * share)),
					hosts: Math.max(1, Math.round(hosts * share)),
					vms: Math.max(1, Math.round(vms * share)),
				}),
			);
			const truth = await countPools(simulators);
			await measureRun(context, simulators, truth);
			const runs: Run[] = [];
			const bare: number[] = [];
			for (let i = 0; i < RUNS; i++) {
				bare.push(await fetchBare(truth));
				runs.push(await measureRun(context, simulators, truth));
				context.say(`${runs[i]?.seconds.toFixed(2)} s`);
			}
			return rowsOf({ name, isFull, runs, bare });
		},
	};
}

function rowsOf({
	name,
	isFull,
	runs,
	bare,
}: {
	readonly name: string;
	readonly isFull: boolean;
	readonly runs: readonly Run[];
	readonly bare: readonly number[];
}): Measurement[] {
	const atMost = (limit: number) =>
		isFull ? [{ of: "value", atMost: limit } as const] : [];
	const values = (key: keyof Run) => runs.map((run) => run[key]);
	const rss = median(values("rss"));
	const rows = [
		rowOf(
			{
				name: `${name}.time`,
				unit: "s",
				baseline: "same records, unparsed",
				floors: atMost(6),
				rss,
			},
			values("seconds"),
			bare,
		),
		rowOf({ name: `${name}.cpu`, unit: "s" }, values("cpu")),
		rowOf(
			{ name: `${name}.rss`, unit: "MB", floors: atMost(450) },
			values("rss"),
		),
		rowOf(
			{
				name: `${name}.rss-after-all`,
				unit: "MB",
				floors: atMost(600),
			},
			values("rssAfterAll"),
		),
	];
	return isFull ? rows : rows.map(({ floors: _, ...row }) => row);
}

async function measureRun(
	context: WorkloadContext,
	simulators: Simulators,
	truth: PoolsTruth,
): Promise<Run> {
	await using stack = new AsyncDisposableStack();
	const folder = await prepareData({ ...context, stack });
	const daemon = stack.use(await startDaemon(context, folder));
	const before = cpuSeconds(daemon.pid);
	const ms = await connectPools(daemon.url, simulators, truth);
	return {
		seconds: ms / 1000,
		cpu: cpuSeconds(daemon.pid) - before,
		rss: residentMb(daemon.pid),
		rssAfterAll: await measureAfterAll(daemon),
	};
}

async function measureAfterAll(daemon: Daemon): Promise<number> {
	using rpc = await openRpcSocket(daemon.url);
	await rpc.callBytes("xo.getAllObjects");
	return residentMb(daemon.pid);
}

/** All pools at once, a class after the other: in seconds. */
async function fetchBare({ sessions }: PoolsTruth): Promise<number> {
	const startedAt = performance.now();
	await Promise.all(
		sessions.map(async (session) => {
			for (const name of FETCHED) {
				await session.measure(`${name}.get_all_records`);
			}
		}),
	);
	return (performance.now() - startedAt) / 1000;
}

export const connect1000 = connectAt(0.1);
export const connect3000 = connectAt(0.3);
export const connect10000 = connectAt(1);
