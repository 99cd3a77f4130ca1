import type WebSocket from "ws";
import { startBaseline } from "../harness/baseline.ts";
import { startEnvironment } from "../harness/environment.ts";
import { startPinger } from "../harness/pinger.ts";
import { residentMb } from "../harness/process-usage.ts";
import { rowOf } from "../harness/rows.ts";
import { openRpcSocket, openSocket } from "../harness/rpc-socket.ts";
import { median } from "../statistics.ts";
import type { Workload } from "../workload.ts";

const BASELINE = "same bytes from memory";

/** One client asks for everything: the first time after the pools were
 *  connected (cold), then again and again (warm). */
export const allObjects: Workload = {
	name: "all-objects",
	description: "xo.getAllObjects, cold and warm; longest pause meanwhile",
	async run(context) {
		const { daemon } = await startEnvironment(context);
		const pinger = await startPinger(context.stack, daemon.url);
		using rpc = await openRpcSocket(daemon.url);
		await pinger.longestMs();
		const ask = () => rpc.callBytes("xo.getAllObjects");
		const cold: number[] = [];
		const bytes = await timed(cold, ask);
		const coldPause = await pinger.longestMs();
		const baseline = await startBaseline(context.stack, bytes);
		const bareSocket = await openSocket(`${baseline}/bytes`);
		const warm: number[] = [];
		const bare: number[] = [];
		const pauses: number[] = [];
		for (let i = 0; i < context.repetitions; i++) {
			await timed(bare, () => askBare(bareSocket));
			await pinger.longestMs();
			await timed(warm, ask);
			pauses.push(await pinger.longestMs());
		}
		bareSocket.terminate();
		const row = { unit: "ms", baseline: BASELINE };
		const pauseFloor = [{ of: "value", atMost: 50 }] as const;
		return [
			rowOf(
				{
					...row,
					name: "all-objects.warm",
					floors: [{ of: "ratio", atMost: 1.5 }],
					rss: residentMb(daemon.pid),
				},
				warm,
				bare,
			),
			rowOf(
				{
					...row,
					name: "all-objects.cold",
					floors: [{ of: "ratio", atMost: 5 }],
				},
				cold,
				bare,
			),
			{
				name: "all-objects.warm-pause",
				value: median(pauses),
				unit: "ms",
				floors: pauseFloor,
			},
			{
				name: "all-objects.cold-pause",
				value: coldPause,
				unit: "ms",
				floors: pauseFloor,
			},
			{ name: "all-objects.size", value: bytes.length / 1e6, unit: "MB" },
		];
	},
};

function askBare(socket: WebSocket): Promise<Buffer> {
	const { promise, resolve } = Promise.withResolvers<Buffer>();
	socket.once("message", resolve);
	socket.send("go");
	return promise;
}

async function timed<T>(into: number[], work: () => Promise<T>): Promise<T> {
	const startedAt = performance.now();
	const result = await work();
	into.push(performance.now() - startedAt);
	return result;
}
