import { startBaseline } from "../harness/baseline.ts";
import { startEnvironment } from "../harness/environment.ts";
import { cpuSeconds, residentMb } from "../harness/process-usage.ts";
import { request } from "../harness/rest.ts";
import type { Measurement } from "../measurement.ts";
import { quantile, summarise } from "../statistics.ts";
import type { Workload } from "../workload.ts";

const QUERY =
	"filter=power_state:Running&fields=id,name_label,power_state,CPUs";
const CHANGES_PER_SECOND = 200;
const REQUESTS_A_REPETITION = 30;

/** One request after the other, on one connection. */
export const restFiltered: Workload = {
	name: "rest-filtered",
	description: "GET /rest/v0/vms with filter and fields, idle and at 200/s",
	async run(context) {
		const { daemon, simulators } = await startEnvironment(context);
		const url = `${daemon.url}/rest/v0/vms?${QUERY}`;
		const count = context.repetitions * REQUESTS_A_REPETITION;
		const { bytes } = await request(url);
		const baseline = await startBaseline(context.stack, bytes);
		await measure(url, count);
		const bare = await measure(baseline, count);
		const before = cpuSeconds(daemon.pid);
		const idle = await measure(url, count);
		const cpuMs = ((cpuSeconds(daemon.pid) - before) * 1000) / count;
		simulators.setActivity(CHANGES_PER_SECOND);
		await measure(url, count);
		const busy = await measure(url, count);
		const rss = residentMb(daemon.pid);
		const row = (name: string, values: number[], atMost: number) => ({
			name,
			...p95Of(values, bare),
			floors: [{ of: "value", atMost } as const],
			rss,
		});
		return [
			row("rest-filtered.idle-p95", idle, 20),
			row("rest-filtered.busy-p95", busy, 30),
			{ name: "rest-filtered.cpu", value: cpuMs, unit: "ms" },
			{ name: "rest-filtered.size", value: bytes.length / 1e6, unit: "MB" },
		];
	},
};

function p95Of(
	values: readonly number[],
	bare: readonly number[],
): Omit<Measurement, "name"> {
	const value = quantile(values, 0.95);
	return {
		value,
		unit: "ms",
		baseline: "same bytes from memory",
		ratio: value / quantile(bare, 0.95),
		spread: summarise(values).spread,
	};
}

async function measure(url: string, count: number): Promise<number[]> {
	const values: number[] = [];
	for (let i = 0; i < count; i++) values.push((await request(url)).ms);
	return values;
}
