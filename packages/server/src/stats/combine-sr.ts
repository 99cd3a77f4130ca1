import type { HostStats, SrStats } from "@xo/contract";

type Values = (number | null)[];
type Combine = (values: readonly number[]) => number;

const sum: Combine = (values) => values.reduce((a, b) => a + b, 0);
const mean: Combine = (values) => sum(values) / values.length;

/** Traffic of an SR over its hosts: sums; waiting: means. Hosts may be a few
 *  steps apart. `short` is how hosts name the SR. */
export function combineSr(
	hosts: readonly HostStats[],
	short: string,
	fallback: { readonly endTimestamp: number; readonly interval: number },
): SrStats {
	const [first] = hosts;
	const interval = first?.interval ?? fallback.interval;
	const ends = hosts.map((host) => host.endTimestamp);
	const endTimestamp =
		ends.length === 0 ? fallback.endTimestamp : Math.max(...ends);

	function merge(
		pick: (stats: HostStats["stats"]) => Values | undefined,
		combine: Combine,
	): Values {
		const aligned = hosts.flatMap((host) => {
			const values = pick(host.stats);
			const lag = Math.round((endTimestamp - host.endTimestamp) / interval);
			return values === undefined ? [] : [{ values, lag }];
		});
		const length = Math.max(
			0,
			...aligned.map(({ values, lag }) => values.length + lag),
		);
		return Array.from({ length }, (_, index) => {
			const fromEnd = length - index;
			const present = aligned
				.map(({ values, lag }) => values.at(lag - fromEnd))
				.filter(
					(value, host): value is number =>
						typeof value === "number" && fromEnd > (aligned[host]?.lag ?? 0),
				);
			return present.length === 0 ? null : combine(present);
		});
	}

	const both = (
		name: "iops" | "ioThroughput" | "latency",
		combine: Combine,
	) => ({
		r: merge((stats) => stats[name]?.r[short], combine),
		w: merge((stats) => stats[name]?.w[short], combine),
	});
	return {
		endTimestamp,
		interval,
		stats: {
			iops: both("iops", sum),
			ioThroughput: both("ioThroughput", sum),
			latency: both("latency", mean),
			iowait: merge((stats) => stats.iowait?.[short], mean),
		},
	};
}
