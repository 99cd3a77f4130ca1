import type { HostStats } from "@xo/contract";
import type { TimeSeries } from "@xo/ui";
import { type ChartSpec, chartOf, combine, subtract } from "./chart-spec.ts";

type Values = readonly (number | null)[];

/** What a pool answers: the statistics of each host, or why there are none. */
export type PoolStats = Readonly<
	Record<
		string,
		| HostStats
		| { readonly error: { readonly message: string; readonly code: number } }
	>
>;

/** What a pool's page of statistics shows: its hosts beside each other. */
export function poolCharts(
	answers: PoolStats,
	hostName: (id: string) => string,
): ChartSpec[] {
	const hosts = Object.entries(answers).flatMap(([id, answer]) =>
		"error" in answer ? [] : [{ id, answer }],
	);
	const times = hosts[0]?.answer;
	if (times === undefined) return [];
	const perHost = (
		read: (stats: HostStats["stats"]) => Values | undefined,
	): TimeSeries[] =>
		hosts.flatMap(({ id, answer }) => {
			const values = read(answer.stats);
			return values === undefined ? [] : [{ id, label: hostName(id), values }];
		});
	return [
		...chartOf({
			id: "cpu",
			title: "stats.cpuOfHosts",
			unit: "percent",
			maxValue: 100,
			times,
			series: perHost(({ cpus }) => combine(Object.values(cpus ?? {}), "mean")),
		}),
		...chartOf({
			id: "memory",
			title: "stats.memoryOfHosts",
			unit: "bytes",
			stacked: true,
			times,
			series: perHost(({ memory, memoryFree }) => subtract(memory, memoryFree)),
		}),
		...chartOf({
			id: "received",
			title: "stats.networkReceived",
			unit: "bytesPerSecond",
			times,
			series: perHost(({ pifs }) =>
				combine(Object.values(pifs?.rx ?? {}), "sum"),
			),
		}),
		...chartOf({
			id: "sent",
			title: "stats.networkSent",
			unit: "bytesPerSecond",
			times,
			series: perHost(({ pifs }) =>
				combine(Object.values(pifs?.tx ?? {}), "sum"),
			),
		}),
		...chartOf({
			id: "load",
			title: "stats.load",
			unit: "count",
			times,
			series: perHost(({ load }) => load),
		}),
		...chartOf({
			id: "throughput",
			title: "stats.throughput",
			unit: "bytesPerSecond",
			times,
			series: perHost(({ ioThroughput }) =>
				combine(
					[
						...Object.values(ioThroughput?.r ?? {}),
						...Object.values(ioThroughput?.w ?? {}),
					],
					"sum",
				),
			),
		}),
	];
}
