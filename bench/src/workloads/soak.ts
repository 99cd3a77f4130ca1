import { setTimeout as wait } from "node:timers/promises";
import { startEnvironment } from "../harness/environment.ts";
import { residentMb, watchCpu } from "../harness/process-usage.ts";
import { startWatchers } from "../harness/watchers.ts";
import { mean } from "../statistics.ts";
import type { Workload } from "../workload.ts";

const CLIENTS = 50;
const SILENT = 10;
const RATE = 500;
/** A minute, when it lasts ten. */
const PARTS = 10;
const SAMPLES_A_PART = 30;

export const soak: Workload = {
	name: "soak",
	description: "10 minutes at 500/s, 50 clients of which 10 never read",
	async run(context) {
		const { daemon, simulators } = await startEnvironment(context);
		const watchers = await startWatchers(context.stack, {
			url: daemon.url,
			clients: CLIENTS,
			silent: SILENT,
		});
		simulators.setActivity(RATE);
		const cpu = watchCpu(daemon.pid);
		const rss: number[] = [];
		const sampleMs = (context.soakSeconds * 1000) / PARTS / SAMPLES_A_PART;
		for (let part = 0; part < PARTS; part++) {
			await watchers.reset();
			const samples: number[] = [];
			for (let i = 0; i < SAMPLES_A_PART; i++) {
				await wait(sampleMs);
				samples.push(residentMb(daemon.pid));
			}
			rss.push(mean(samples));
			context.say(
				`${part + 1}/${PARTS}: ${Math.round(rss.at(-1) ?? 0)} MB, ${Math.round(cpu())} % of a core`,
			);
		}
		const { latencies, open, silentOpen } = await watchers.report();
		context.say(`${open} readers and ${silentOpen} others are still connected`);
		return [
			{
				name: "soak.growth",
				value: (rss.at(-1) ?? Number.NaN) / (rss[1] ?? Number.NaN),
				unit: "x second minute",
				floors: [{ of: "value", atMost: 1.1 }],
				rss: rss.at(-1) ?? Number.NaN,
			},
			{
				name: "soak.p50",
				value: latencies.quantile(0.5),
				unit: "ms",
				floors: [{ of: "value", atMost: 40 }],
			},
			{ name: "soak.p99", value: latencies.quantile(0.99), unit: "ms" },
			{
				name: "soak.readers",
				value: open,
				unit: "clients",
				floors: [{ of: "value", atLeast: CLIENTS - SILENT }],
			},
		];
	},
};
