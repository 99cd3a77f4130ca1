import { startEnvironment } from "../harness/environment.ts";
import { until } from "../harness/until.ts";
import { observe } from "../harness/watch.ts";
import { startWatchers } from "../harness/watchers.ts";
import type { Workload } from "../workload.ts";

const CLIENTS = 50;
const RATE = 1_000;
const SETTLE_MS = 30_000;

/** Afterwards the pools come to rest, and what every client was told is
 *  compared with what they hold. */
export const burst: Workload = {
	name: "burst",
	description: "1,000 changes/s with 50 clients; nothing is lost",
	async run(context) {
		const environment = await startEnvironment(context);
		const { truth, daemon, simulators } = environment;
		const watchers = await startWatchers(context.stack, {
			url: daemon.url,
			clients: CLIENTS,
		});
		const seen = await observe(context, environment, { watchers, rate: RATE });
		simulators.setActivity(0);
		let lost = Number.NaN;
		await until(
			"the clients have what the pools have",
			async () => {
				lost = await watchers.countDifferences(truth);
				return lost === 0;
			},
			{ everyMs: 500, timeoutMs: SETTLE_MS },
		).catch(() => context.say(`${lost} states are lost`));
		return [
			{
				name: "burst.p50",
				value: seen.latencies.quantile(0.5),
				unit: "ms",
				floors: [{ of: "value", atMost: 60 }],
				rss: seen.rss,
			},
			{ name: "burst.p99", value: seen.latencies.quantile(0.99), unit: "ms" },
			{
				name: "burst.cpu",
				value: seen.cpu,
				unit: "% of a core",
				floors: [{ of: "value", atMost: 80 }],
			},
			{
				name: "burst.lost",
				value: lost,
				unit: "states",
				floors: [{ of: "value", atMost: 0 }],
			},
		];
	},
};
