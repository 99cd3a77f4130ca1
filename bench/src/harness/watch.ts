import { setTimeout as wait } from "node:timers/promises";
import type { WorkloadContext } from "../workload.ts";
import type { Environment } from "./environment.ts";
import { residentMb, watchCpu } from "./process-usage.ts";
import type { Watchers, WatchersResult } from "./watchers.ts";

export interface Observation extends WatchersResult {
	/** Of the daemon, in percent of one core. */
	readonly cpu: number;
	readonly rss: number;
}

/** Lets the pools change at a rate, waits for things to settle, and watches
 *  what reaches the clients. */
export async function observe(
	context: WorkloadContext,
	{ daemon, simulators }: Environment,
	{ watchers, rate }: { readonly watchers: Watchers; readonly rate: number },
): Promise<Observation> {
	simulators.setActivity(rate);
	await wait((context.seconds * 1000) / 4);
	await watchers.reset();
	const cpu = watchCpu(daemon.pid);
	const simulatorCpu = watchCpu(simulators.pid);
	const clientCpu = watchCpu(watchers.pid);
	await wait(context.seconds * 1000);
	const cpuShare = cpu();
	const others = [simulatorCpu, clientCpu].map((read) => Math.round(read()));
	const report = await watchers.report();
	const perSecond = (value: number) => Math.round(value / context.seconds);
	context.say(
		`at ${rate}/s: ${perSecond(report.frames)} frames/s, ${perSecond(report.bytes / 1e6)} MB/s to ${report.open} clients, CPU of daemon, simulator, clients: ${[Math.round(cpuShare), ...others].join(", ")} %`,
	);
	return { ...report, cpu: cpuShare, rss: residentMb(daemon.pid) };
}
