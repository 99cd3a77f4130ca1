import { startEnvironment } from "../harness/environment.ts";
import { residentMb } from "../harness/process-usage.ts";
import { rowOf } from "../harness/rows.ts";
import { openRpcSocket } from "../harness/rpc-socket.ts";
import { VM_FIELDS } from "../watching/live-queries.ts";
import type { Workload } from "../workload.ts";

/** Each is closed again before the next: nothing is left for the next one to
 *  share. */
export const queryOpen: Workload = {
	name: "query-open",
	description: "Live query of 50 rows of all VMs sorted by name: open",
	async run(context) {
		const { daemon } = await startEnvironment(context);
		using rpc = await openRpcSocket(daemon.url);
		const times: number[] = [];
		let bytes = 0;
		for (let i = 0; i < context.repetitions; i++) {
			const startedAt = performance.now();
			const answer = await rpc.callBytes("query.open", {
				types: ["VM"],
				sort: [{ key: "name_label" }],
				fields: VM_FIELDS,
				window: { offset: 0, limit: 50 },
			});
			times.push(performance.now() - startedAt);
			const { result, error } = JSON.parse(String(answer));
			if (error) throw new Error(`query.open: ${JSON.stringify(error)}`);
			bytes = answer.length;
			await rpc.call("query.close", { id: result.id });
		}
		return [
			rowOf(
				{
					name: "query-open.time",
					unit: "ms",
					floors: [{ of: "value", atMost: 20 }],
					rss: residentMb(daemon.pid),
				},
				times,
			),
			{ name: "query-open.first", value: times[0] ?? Number.NaN, unit: "ms" },
			{
				name: "query-open.size",
				value: bytes / 1000,
				unit: "kB",
				floors: [{ of: "value", atMost: 60 }],
			},
		];
	},
};
