import { startEnvironment } from "../harness/environment.ts";
import { residentMb } from "../harness/process-usage.ts";
import { rowOf } from "../harness/rows.ts";
import { openRpcSocket } from "../harness/rpc-socket.ts";
import { VM_FIELDS } from "../watching/live-queries.ts";
import type { Workload } from "../workload.ts";

const QUERY = {
	types: ["VM"],
	sort: [{ key: "name_label" }],
	fields: VM_FIELDS,
	window: { offset: 0, limit: 50 },
};

/** More than the daemon keeps ready of queries that are closed. */
const OTHERS = 10;

/** Each is closed again before the next, and others take its place in what the
 *  daemon keeps ready: nothing is left for the next one to share. `again` is
 *  how long the next one takes where something is left. */
export const queryOpen: Workload = {
	name: "query-open",
	description: "Live query of 50 rows of all VMs sorted by name: open",
	async run(context) {
		const { daemon } = await startEnvironment(context);
		using rpc = await openRpcSocket(daemon.url);
		let bytes = 0;
		const open = async (params: object): Promise<number> => {
			const startedAt = performance.now();
			const answer = await rpc.callBytes("query.open", params);
			const time = performance.now() - startedAt;
			const { result, error } = JSON.parse(String(answer));
			if (error) throw new Error(`query.open: ${JSON.stringify(error)}`);
			bytes = answer.length;
			await rpc.call("query.close", { id: result.id });
			return time;
		};
		const times: number[] = [];
		const again: number[] = [];
		for (let i = 0; i < context.repetitions; i++) {
			for (let other = 0; other < OTHERS; other++) {
				await open({ types: ["pool"], window: { offset: other, limit: 1 } });
			}
			times.push(await open(QUERY));
			again.push(await open(QUERY));
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
			rowOf({ name: "query-open.again", unit: "ms" }, again),
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
