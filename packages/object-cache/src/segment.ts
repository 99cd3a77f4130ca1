import type { ChunkWriter } from "./chunk-writer.ts";

/** Some 256 KiB of JSON. */
const CAPACITY = 256;

/** An object of a segment. */
interface Part {
	readonly segment: Segment;
	/** Where its key and JSON lie in what was packed; an end of 0 says that they
	 *  do not. */
	readonly start: number;
	readonly end: number;
	/** Says that they lie elsewhere now. */
	moveBy(bytes: number): void;
	/** Writes them to where they lie from now on. */
	packInto(writer: ChunkWriter): void;
}

/** Objects whose JSON lies side by side in one piece of memory, ready to be
 *  sent, once somebody asked for all. */
export class Segment {
	readonly #parts = new Set<Part>();
	#packed: Buffer | undefined;
	/** Parts that are no longer what was packed. */
	#changes = 0;

	get size(): number {
		return this.#parts.size;
	}

	add(part: Part): void {
		this.#parts.add(part);
		this.noteChange();
	}

	delete(part: Part): void {
		this.#parts.delete(part);
		this.noteChange();
	}

	noteChange(): void {
		this.#changes++;
		// Memory that holds more of the past than of the present.
		if (this.#changes > CAPACITY / 2) this.#packed = undefined;
	}

	/** What was packed last, as far as parts say that they lie in it. */
	get packed(): Buffer | undefined {
		return this.#packed;
	}

	/** `,"<id>":{…},"<id>":{…}` of all parts; nothing that changes later. */
	pack(writer: ChunkWriter): Buffer {
		if (this.#packed !== undefined && this.#changes === 0) return this.#packed;
		const before = this.#packed;
		this.#packed = undefined;
		// What lies side by side and did not change is copied at once.
		let [start, end] = [0, 0];
		for (const part of this.#parts) {
			const isThere = before !== undefined && part.end > 0;
			if (!isThere || part.start !== end) {
				if (before !== undefined) writer.appendPart(before, start, end);
				start = end = isThere ? part.start : 0;
			}
			if (isThere) {
				end = part.end;
				part.moveBy(writer.length - start);
			} else part.packInto(writer);
		}
		if (before !== undefined) writer.appendPart(before, start, end);
		const packed = writer.copy();
		this.#packed = packed;
		this.#changes = 0;
		return packed;
	}
}

/** All segments of a store. Objects stay where they were put. */
export class Segments {
	readonly #all = new Set<Segment>();
	readonly #withRoom = new Set<Segment>();
	/** Where objects were that went away while somebody reads all: one that
	 *  comes back there is not read twice. */
	readonly #departed = new Map<string, Segment>();
	#readers = 0;

	/** Where the next object goes. */
	next(id: string): Segment {
		const earlier = this.#departed.get(id);
		if (earlier !== undefined) {
			this.#departed.delete(id);
			return earlier;
		}
		const [withRoom] = this.#withRoom;
		if (withRoom !== undefined) return withRoom;
		const segment = new Segment();
		this.#all.add(segment);
		this.#withRoom.add(segment);
		return segment;
	}

	add(part: Part): void {
		const { segment } = part;
		segment.add(part);
		if (segment.size >= CAPACITY) this.#withRoom.delete(segment);
	}

	delete(id: string, part: Part): void {
		const { segment } = part;
		segment.delete(part);
		this.#withRoom.add(segment);
		if (this.#readers > 0) this.#departed.set(id, segment);
		else this.#dropIfEmpty(segment);
	}

	/** One after the other, those included that come meanwhile. */
	*read(): Generator<Segment> {
		this.#readers++;
		try {
			yield* this.#all;
		} finally {
			this.#readers--;
			if (this.#readers === 0) this.#forgetDeparted();
		}
	}

	#forgetDeparted(): void {
		const left = new Set(this.#departed.values());
		this.#departed.clear();
		for (const segment of left) this.#dropIfEmpty(segment);
	}

	#dropIfEmpty(segment: Segment): void {
		if (segment.size > 0) return;
		this.#withRoom.delete(segment);
		this.#all.delete(segment);
	}
}
