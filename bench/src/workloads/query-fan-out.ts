import { startEnvironment } from "../harness/environment.ts";
import { observe } from "../harness/watch.ts";
import { startWatchers } from "../harness/watchers.ts";
import type { Workload } from "../workload.ts";

const CLIENTS = 50;
const RATE = 500;

export const queryFanOut: Workload = {
	name: "query-fan-out",
	description: "50 clients with 6 live queries each at 500 changes/s",
	async run(context) {
		const environment = await startEnvironment(context);
		const watchers = await startWatchers(context.stack, {
			url: environment.daemon.url,
			clients: CLIENTS,
			hasQueries: true,
		});
		const seen = await observe(context, environment, { watchers, rate: RATE });
		return [
			{
				name: "query-fan-out.cpu",
				value: seen.cpu,
				unit: "% of a core",
				floors: [{ of: "value", atMost: 30 }],
				rss: seen.rss,
			},
			{
				name: "query-fan-out.patches",
				value: seen.patches / context.seconds / CLIENTS,
				unit: "/s and client",
				floors: [{ of: "value", atLeast: 1 }],
			},
		];
	},
};
