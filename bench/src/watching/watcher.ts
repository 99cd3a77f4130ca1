import { openRpcSocket, type RpcSocket } from "../harness/rpc-socket.ts";
import type { Histogram } from "../histogram.ts";
import type { FrameReader } from "./frame-reader.ts";
import type { VmState } from "./vm-state.ts";

/** What the watchers of a process have in common. */
export interface Tally {
	readonly latencies: Histogram;
	readonly reader: FrameReader;
	bytes: number;
	frames: number;
	patches: number;
}

const PATCH_HEAD = '{"jsonrpc":"2.0","method":"query.patch"';

/** A signed-in client that follows every VM. */
export class Watcher implements Disposable {
	readonly #tally: Tally;
	readonly #states = new Map<string, VmState | undefined>();
	#rpc: RpcSocket | undefined;

	constructor(tally: Tally) {
		this.#tally = tally;
	}

	get isOpen(): boolean {
		return this.#rpc?.socket.readyState === this.#rpc?.socket.OPEN;
	}

	async open(url: string, search = ""): Promise<RpcSocket> {
		this.#rpc = await openRpcSocket(url, (data) => this.#receive(data), search);
		return this.#rpc;
	}

	/** Reads nothing from now on, as a client that hangs. */
	stopReading(): void {
		this.#rpc?.socket.pause();
	}

	/** How many VMs it has another state of than expected. */
	countDifferences(
		base: ReadonlyMap<string, VmState>,
		expected: ReadonlyMap<string, string>,
	): number {
		let differences = 0;
		for (const [id, text] of expected) {
			const state = this.#states.has(id) ? this.#states.get(id) : base.get(id);
			if (state?.text !== text) differences++;
		}
		return differences;
	}

	[Symbol.dispose](): void {
		this.#rpc?.[Symbol.dispose]();
	}

	#receive(data: Buffer): void {
		const receivedAt = performance.timeOrigin + performance.now();
		const tally = this.#tally;
		tally.bytes += data.length;
		if (data.toString("latin1", 0, PATCH_HEAD.length) === PATCH_HEAD) {
			tally.patches++;
			return;
		}
		const frame = tally.reader.read(data);
		if (frame === undefined) return;
		tally.frames++;
		for (const state of frame.states) {
			const { sentAt } = state;
			const isNew = this.#states.get(state.id)?.sentAt !== sentAt;
			if (sentAt > 0 && isNew) tally.latencies.add(receivedAt - sentAt);
			this.#states.set(state.id, state);
		}
		for (const id of frame.removed) this.#states.set(id, undefined);
	}
}
