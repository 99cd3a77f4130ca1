import { stateOfObject, type VmState } from "./vm-state.ts";

/** Frames differ for clients that are behind; more than so many at once they
 *  are read anew. */
const KEPT_FRAMES = 16;

interface ReadFrame {
	readonly bytes: Buffer;
	readonly states: readonly VmState[];
	readonly removed: readonly string[];
}

/** Reads `all` notifications. All clients of one process get the same frames:
 *  each is parsed once, else the clients would be what is measured. */
export class FrameReader {
	readonly #frames: ReadFrame[] = [];
	#next = 0;

	/** Undefined for other messages. */
	read(bytes: Buffer): Omit<ReadFrame, "bytes"> | undefined {
		const known = this.#frames.find(
			(frame) =>
				frame.bytes.length === bytes.length && frame.bytes.equals(bytes),
		);
		if (known !== undefined) return known;
		const { method, params } = JSON.parse(String(bytes));
		if (method !== "all") return undefined;
		const items = Object.entries(params.items as Record<string, object>);
		const frame = {
			bytes,
			states:
				params.type === "enter"
					? items
							.map(([, object]) => stateOfObject(object))
							.filter((state) => state !== undefined)
					: [],
			removed: params.type === "exit" ? items.map(([id]) => id) : [],
		};
		this.#frames[this.#next++ % KEPT_FRAMES] = frame;
		return frame;
	}
}
