import { startProgram } from "../harness/children.ts";
import { prepareData, startDaemon } from "../harness/daemon.ts";
import { residentMb } from "../harness/process-usage.ts";
import { request } from "../harness/rest.ts";
import { rowOf } from "../harness/rows.ts";
import { median } from "../statistics.ts";
import type { Workload, WorkloadContext } from "../workload.ts";

const BARE_SERVER = `require("node:http").createServer().listen(0, "127.0.0.1", () => console.log("up"))`;

/** From the start of the process to the line that says that it listens. */
export const start: Workload = {
	name: "start",
	description: "Start to listening, with an empty store; RSS",
	async run(context) {
		const folder = await prepareData(context);
		const built: number[] = [];
		const source: number[] = [];
		const bare: number[] = [];
		const rss: number[] = [];
		// In turns, so that a disturbance meets all of them.
		for (let i = 0; i < context.repetitions; i++) {
			bare.push(await startBareServer());
			built.push(await measureStart(context, folder, rss));
			source.push(await measureStart(context, folder));
		}
		const baseline = "bare node:http server";
		const floors = [
			{ of: "value", atMost: 300 },
			{ of: "rss", atMost: 110 },
		] as const;
		return [
			rowOf(
				{ name: "start.build", unit: "ms", baseline, floors, rss: median(rss) },
				built,
				bare,
			),
			rowOf(
				{
					name: "start.source",
					unit: "ms",
					baseline,
					floors: [{ of: "value", atMost: 1200 }],
				},
				source,
				bare,
			),
		];
	},
};

/** @param rss where the memory is noted; absent: the sources are started */
async function measureStart(
	context: WorkloadContext,
	folder: string,
	rss?: number[],
): Promise<number> {
	const isFromSource = rss === undefined;
	await using daemon = await startDaemon(context, folder, { isFromSource });
	await request(`${daemon.url}/rest/v0/ping`);
	rss?.push(residentMb(daemon.pid));
	return daemon.startMs;
}

async function startBareServer(): Promise<number> {
	const startedAt = performance.now();
	await using child = startProgram(["--eval", BARE_SERVER]);
	const up = Promise.withResolvers<void>();
	child.process.stdout?.once("data", () => up.resolve());
	await Promise.race([up.promise, child.ended]);
	return performance.now() - startedAt;
}
