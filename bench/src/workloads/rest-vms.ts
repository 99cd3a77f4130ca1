import { startBaseline } from "../harness/baseline.ts";
import { startEnvironment } from "../harness/environment.ts";
import { residentMb } from "../harness/process-usage.ts";
import { request } from "../harness/rest.ts";
import { rowOf } from "../harness/rows.ts";
import type { Workload } from "../workload.ts";

export const restVms: Workload = {
	name: "rest-vms",
	description: "GET /rest/v0/vms?fields=*, warm",
	async run(context) {
		const { daemon } = await startEnvironment(context);
		const url = `${daemon.url}/rest/v0/vms?fields=*`;
		const { bytes } = await request(url);
		const baseline = await startBaseline(context.stack, bytes);
		const own: number[] = [];
		const bare: number[] = [];
		for (let i = 0; i < context.repetitions * 2; i++) {
			bare.push((await request(baseline)).ms);
			own.push((await request(url)).ms);
		}
		return [
			rowOf(
				{
					name: "rest-vms.warm",
					unit: "ms",
					baseline: "same bytes from memory",
					floors: [{ of: "ratio", atMost: 2 }],
					rss: residentMb(daemon.pid),
				},
				own,
				bare,
			),
			{ name: "rest-vms.size", value: bytes.length / 1e6, unit: "MB" },
		];
	},
};
