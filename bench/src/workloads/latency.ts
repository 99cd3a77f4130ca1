import { startEnvironment } from "../harness/environment.ts";
import { observe } from "../harness/watch.ts";
import { startWatchers } from "../harness/watchers.ts";
import type { Floor, Measurement } from "../measurement.ts";
import type { Workload } from "../workload.ts";

const CLIENTS = 100;
const LIMITS = [
	{ rate: 50, p50: 12, p99: 50 },
	{ rate: 200, p50: 12, p99: 50, cpu: 20 },
	{ rate: 500, p50: 40 },
] as const;

/** From the moment at which a pool's answer to event.from is encoded (its
 *  stamps are set then) to the moment at which a client has the whole frame,
 *  over all clients. Clock: the epoch time of both processes. */
export const latency: Workload = {
	name: "latency",
	description: "Change in XAPI to notification at 100 clients; daemon CPU",
	async run(context) {
		const environment = await startEnvironment(context);
		const watchers = await startWatchers(context.stack, {
			url: environment.daemon.url,
			clients: CLIENTS,
		});
		const rows: Measurement[] = [];
		for (const { rate, ...limits } of LIMITS) {
			const seen = await observe(context, environment, { watchers, rate });
			const row = (name: "p50" | "p99" | "cpu", value: number) => {
				const limit = name in limits ? limits[name as "p50"] : undefined;
				return {
					name: `latency-${rate}.${name}`,
					value,
					unit: name === "cpu" ? "% of a core" : "ms",
					...(limit === undefined ? {} : { floors: [atMost(limit)] }),
				};
			};
			rows.push(
				{ ...row("p50", seen.latencies.quantile(0.5)), rss: seen.rss },
				row("p99", seen.latencies.quantile(0.99)),
				row("cpu", seen.cpu),
			);
		}
		return rows;
	},
};

function atMost(limit: number): Floor {
	return { of: "value", atMost: limit };
}
