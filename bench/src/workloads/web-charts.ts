import { rowOf } from "../harness/rows.ts";
import { openRpcSocket } from "../harness/rpc-socket.ts";
import { probe, startWebEnvironment, when } from "../web/browser.ts";
import type { Workload } from "../workload.ts";

const CHARTS = 8;
/** Fewer are no page to measure. */
const MIN_CHARTS = 4;

export const webCharts: Workload = {
	name: "web-charts",
	description: "A page with 8 charts, from its data to its drawing",
	async run(context) {
		const { openBlank, daemon } = await startWebEnvironment(context);
		using rpc = await openRpcSocket(daemon.url);
		const objects = await rpc.call<Record<string, { type: string }>>(
			"xo.getAllObjects",
			{ filter: { type: "host" }, limit: context.repetitions },
		);
		const times: number[] = [];
		let count = 0;
		for (const id of Object.keys(objects)) {
			const page = await openBlank();
			await page.goto(`/host/${id}/stats`, { waitUntil: "commit" });
			const drawnAt = await when(page, ["charts", MIN_CHARTS]);
			times.push(drawnAt - (await probe<number>(page, "dataAt()")));
			count = await probe<number>(page, "chartCount()");
			await page.context().close();
		}
		return [
			rowOf(
				{
					name: "web-charts.time",
					unit: "ms",
					floors: [{ of: "value", atMost: 300 }],
				},
				times,
			),
			{
				name: "web-charts.count",
				value: count,
				unit: "charts",
				floors: [{ of: "value", atLeast: CHARTS }],
			},
		];
	},
};
