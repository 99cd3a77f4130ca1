import { z } from "zod";
import { type Inferred, lazily } from "../lazily.ts";

/** Oldest first; `null` where there is no sample. */
const values = lazily(() => z.array(z.number().nullable()));
/** By number or name of the device. */
const byDevice = lazily(() => z.record(z.string(), values()));
const readsAndWrites = lazily(() => z.object({ r: byDevice(), w: byDevice() }));
const bothWays = lazily(() => z.object({ rx: byDevice(), tx: byDevice() }));

function statsOf<Shape extends z.ZodRawShape>(shape: Shape) {
	return z.object({
		endTimestamp: z.number().describe("Of the last value, in Unix seconds"),
		interval: z.number().describe("Seconds between two values"),
		stats: z.object(shape).partial(),
	});
}

/** What a VM did. CPUs in percent, memory in bytes, traffic in bytes a second,
 *  latencies in milliseconds; what the pool does not measure is absent. */
export const vmStatsSchema = lazily(() =>
	statsOf({
		cpus: byDevice(),
		cpuUsage: values().describe("Of all its CPUs, percent"),
		memory: values(),
		memoryFree: values().describe("As the guest says"),
		vifs: bothWays(),
		xvds: readsAndWrites().describe("By the last letter of the device"),
		iops: readsAndWrites(),
		vbdLatency: readsAndWrites(),
		vbdIowait: byDevice().describe("Percent"),
	}).meta({ id: "XapiVmStats" }),
);
export type VmStats = Inferred<typeof vmStatsSchema>;

/** What a host did, in the same units; storage by the first eight characters
 *  of the SR's uuid. */
export const hostStatsSchema = lazily(() =>
	statsOf({
		cpus: byDevice(),
		load: values(),
		memory: values(),
		memoryFree: values(),
		pifs: bothWays(),
		iops: readsAndWrites(),
		ioThroughput: readsAndWrites(),
		latency: readsAndWrites(),
		iowait: byDevice(),
	}).meta({ id: "XapiHostStats" }),
);
export type HostStats = Inferred<typeof hostStatsSchema>;

const readsAndWritesOfAll = lazily(() =>
	z.object({ r: values(), w: values() }),
);

/** What all hosts did with an SR: sums of traffic, means of waiting. */
export const srStatsSchema = lazily(() =>
	statsOf({
		iops: readsAndWritesOfAll(),
		ioThroughput: readsAndWritesOfAll(),
		latency: readsAndWritesOfAll(),
		iowait: values(),
	}).meta({ id: "XapiSrStats" }),
);
export type SrStats = Inferred<typeof srStatsSchema>;

export const statsError = lazily(() =>
	z.object({
		error: z.object({ message: z.string(), code: z.number() }),
	}),
);
