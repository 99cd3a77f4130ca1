// Calls something trivial every 5 ms on a connection of its own: the longest
// round trip is, from outside, the longest pause of the daemon's event loop.
import { openRpcSocket } from "../harness/rpc-socket.ts";

const PERIOD_MS = 5;

/** A URL to start with; afterwards `reset` and `report`. */
export type PingerOrder = { readonly url: string } | "reset" | "report";

let longestMs = 0;

async function ping(url: string): Promise<void> {
	const rpc = await openRpcSocket(url);
	setInterval(() => {
		const startedAt = performance.now();
		void rpc.callBytes("system.getServerVersion").then(() => {
			longestMs = Math.max(longestMs, performance.now() - startedAt);
		});
	}, PERIOD_MS);
	await rpc.callBytes("system.getServerVersion");
	process.send?.("ready");
}

process.on("message", (order: PingerOrder) => {
	if (order === "report") process.send?.(longestMs);
	if (order === "reset" || order === "report") longestMs = 0;
	else void ping(order.url);
});
process.once("disconnect", () => process.exit());
