import { setTimeout as wait } from "node:timers/promises";
import type WebSocket from "ws";
import { startBaseline } from "../harness/baseline.ts";
import { prepareData, startDaemon } from "../harness/daemon.ts";
import { residentMb } from "../harness/process-usage.ts";
import { rowOf } from "../harness/rows.ts";
import { openRpcSocket, openSocket } from "../harness/rpc-socket.ts";
import type { Workload } from "../workload.ts";

const IN_FLIGHT = 32;
const METHOD = "system.getServerVersion";

/** Calls a second on one connection, the next one sent for each answer; the
 *  echo sends back the same request. */
export const calls: Workload = {
	name: "calls",
	description: "Trivial JSON-RPC calls, 32 in flight",
	async run(context) {
		const folder = await prepareData(context);
		const daemon = context.stack.use(await startDaemon(context, folder));
		const baseline = await startBaseline(context.stack);
		using rpc = await openRpcSocket(daemon.url);
		const echo = await openSocket(`${baseline}/echo`);
		const own: number[] = [];
		const bare: number[] = [];
		const seconds = Math.max(0.2, context.seconds / 20);
		for (let i = 0; i <= context.repetitions; i++) {
			const rates = [
				await exchange(echo, seconds),
				await exchange(rpc.socket, seconds),
			] as const;
			// The first round is for the compiler.
			if (i === 0) continue;
			bare.push(rates[0]);
			own.push(rates[1]);
		}
		echo.terminate();
		return [
			rowOf(
				{
					name: "calls",
					unit: "calls/s",
					baseline: "bare ws echo",
					floors: [{ of: "ratio", atLeast: 0.6 }],
					rss: residentMb(daemon.pid),
				},
				own,
				bare,
			),
		];
	},
};

/** Answers a second. */
async function exchange(socket: WebSocket, seconds: number): Promise<number> {
	let id = 0;
	let answers = 0;
	let isOver = false;
	const send = () =>
		socket.send(
			`{"jsonrpc":"2.0","id":${++id},"method":"${METHOD}","params":{}}`,
		);
	const { promise: drained, resolve } = Promise.withResolvers<void>();
	const receive = () => {
		answers++;
		if (!isOver) send();
		else if (answers === id) resolve();
	};
	socket.on("message", receive);
	const startedAt = performance.now();
	for (let i = 0; i < IN_FLIGHT; i++) send();
	await wait(seconds * 1000);
	const rate = answers / ((performance.now() - startedAt) / 1000);
	isOver = true;
	await drained;
	socket.off("message", receive);
	return rate;
}
