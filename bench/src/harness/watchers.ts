import { Histogram } from "../histogram.ts";
import type { WatchersOrder, WatchersReport } from "../processes/watchers.ts";
import { stateOfRecord } from "../watching/vm-state.ts";
import { nextMessage, startProcess } from "./children.ts";
import type { PoolsTruth } from "./inventory.ts";

export interface WatchersResult extends Omit<WatchersReport, "latencies"> {
	readonly latencies: Histogram;
}

/** Clients in a process of their own. */
export interface Watchers {
	readonly pid: number;
	reset(): Promise<void>;
	/** What came since the last reset. */
	report(): Promise<WatchersResult>;
	/** How many VMs any client has in another state than its pool, now. */
	countDifferences(truth: PoolsTruth): Promise<number>;
}

/** @param options.silent how many of the clients never read */
export async function startWatchers(
	stack: AsyncDisposableStack,
	options: {
		readonly url: string;
		readonly clients: number;
		readonly silent?: number;
		readonly hasQueries?: boolean;
	},
): Promise<Watchers> {
	const child = stack.use(startProcess("watchers"));
	const ask = <T>(order: WatchersOrder): Promise<T> => {
		child.process.send(order);
		return nextMessage<T>(child);
	};
	const { url, clients, silent = 0, hasQueries = false } = options;
	await ask({ open: { url, clients, silent, hasQueries } });
	return {
		pid: child.pid,
		reset: () => ask({ reset: true }),
		report: async () => {
			const report = await ask<WatchersReport>({ report: true });
			const latencies = new Histogram();
			latencies.merge(report.latencies);
			return { ...report, latencies };
		},
		countDifferences: async (truth) => ask({ compare: await statesOf(truth) }),
	};
}

async function statesOf({
	sessions,
}: PoolsTruth): Promise<[id: string, text: string][]> {
	const perPool = await Promise.all(
		sessions.map((session) =>
			session.call<Record<string, object>>("VM.get_all_records"),
		),
	);
	return perPool
		.flatMap((records) => Object.values(records).map(stateOfRecord))
		.filter((state) => state !== undefined)
		.map(({ id, text }) => [id, text]);
}
