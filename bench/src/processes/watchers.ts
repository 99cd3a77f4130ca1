// Many clients in one process: what they are sent is timed and compared.

import { openRpcSocket } from "../harness/rpc-socket.ts";
import { Histogram, type HistogramEntries } from "../histogram.ts";
import { FrameReader } from "../watching/frame-reader.ts";
import { pageQueries } from "../watching/live-queries.ts";
import { stateOfObject, type VmState } from "../watching/vm-state.ts";
import { type Tally, Watcher } from "../watching/watcher.ts";

export type WatchersOrder =
	| {
			readonly open: {
				readonly url: string;
				readonly clients: number;
				/** Of them: how many never read. */
				readonly silent: number;
				readonly hasQueries: boolean;
			};
	  }
	| { readonly reset: true }
	| { readonly report: true }
	/** Id and state of every VM. */
	| { readonly compare: readonly (readonly [id: string, text: string])[] };

/** What came since the last reset. */
export interface WatchersReport {
	readonly latencies: HistogramEntries;
	/** Of all clients. */
	readonly bytes: number;
	readonly frames: number;
	readonly patches: number;
	readonly open: number;
	readonly silentOpen: number;
}

const tally: Tally = {
	latencies: new Histogram(),
	reader: new FrameReader(),
	bytes: 0,
	frames: 0,
	patches: 0,
};
const base = new Map<string, VmState>();
const watchers: Watcher[] = [];
const silent: Watcher[] = [];

async function open(
	options: Extract<WatchersOrder, { open: unknown }>["open"],
): Promise<void> {
	using rpc = await openRpcSocket(options.url);
	const objects = await rpc.call<Record<string, object>>("xo.getAllObjects", {
		filter: { type: "VM" },
	});
	for (const object of Object.values(objects)) {
		const state = stateOfObject(object);
		if (state !== undefined) base.set(state.id, state);
	}
	for (let i = 0; i < options.clients; i++) {
		const watcher = new Watcher(tally);
		const connection = await watcher.open(
			options.url,
			options.hasQueries ? "?objects=none" : "",
		);
		if (options.hasQueries) {
			for (const query of pageQueries(i)) {
				await connection.call("query.open", query);
			}
		}
		if (i < options.silent) {
			watcher.stopReading();
			silent.push(watcher);
		} else watchers.push(watcher);
	}
}

function reset(): void {
	tally.latencies.clear();
	tally.bytes = 0;
	tally.frames = 0;
	tally.patches = 0;
}

function makeReport(): WatchersReport {
	const { latencies, bytes, frames, patches } = tally;
	return {
		latencies: latencies.entries(),
		bytes,
		frames,
		patches,
		open: watchers.filter(({ isOpen }) => isOpen).length,
		silentOpen: silent.filter(({ isOpen }) => isOpen).length,
	};
}

function compare(states: readonly (readonly [string, string])[]): number {
	const expected = new Map(states);
	return watchers.reduce(
		(sum, watcher) => sum + watcher.countDifferences(base, expected),
		0,
	);
}

async function answer(order: WatchersOrder): Promise<unknown> {
	if ("open" in order) await open(order.open);
	else if ("reset" in order) reset();
	else if ("report" in order) return makeReport();
	else return compare(order.compare);
	return "done";
}

process.on("message", (order: WatchersOrder) => {
	void answer(order).then((result) => process.send?.(result));
});
process.once("disconnect", () => process.exit());
