const NONE = -1;

/** What a derivation read: pairs of slot and facets, in order of first use. */
export class ReadLog {
	readonly slots: number[] = [];
	readonly masks: number[] = [];
	#positions = new Int32Array(1024);
	#epochs = new Int32Array(1024);
	#epoch = 0;

	clear(): void {
		this.slots.length = 0;
		this.masks.length = 0;
		this.#epoch++;
	}

	add(slot: number, mask: number): void {
		if (slot >= this.#epochs.length) this.#grow(slot);
		if (this.#epochs[slot] === this.#epoch) {
			const position = this.#positions[slot] as number;
			this.masks[position] = (this.masks[position] as number) | mask;
			return;
		}
		this.#epochs[slot] = this.#epoch;
		this.#positions[slot] = this.slots.length;
		this.slots.push(slot);
		this.masks.push(mask);
	}

	#grow(slot: number): void {
		const size = Math.max(slot + 1, this.#epochs.length * 2);
		this.#epochs = resized(this.#epochs, size);
		this.#positions = resized(this.#positions, size);
	}
}

/**
 * Who read which facets of whom, between slots (small integers).
 *
 * A hundred thousand records have about a million of these edges: they live in
 * typed arrays as two linked lists each (by source, by dependent), 24 bytes an
 * edge and nothing for the garbage collector to walk.
 */
export class DependencyGraph {
	#source = new Int32Array(4096);
	#dependent = new Int32Array(4096);
	#mask = new Int32Array(4096);
	#nextOfSource = new Int32Array(4096);
	#previousOfSource = new Int32Array(4096);
	#nextOfDependent = new Int32Array(4096);
	#firstOfSource = new Int32Array(1024).fill(NONE);
	#firstOfDependent = new Int32Array(1024).fill(NONE);
	#facetsOfSource = new Int32Array(1024);
	#size = 0;
	#firstFree = NONE;

	hasDependents(source: number): boolean {
		return (this.#firstOfSource[source] ?? NONE) !== NONE;
	}

	/** At least the facets that anybody reads of `source`. */
	facetsRead(source: number): number {
		return this.#facetsOfSource[source] ?? 0;
	}

	forEachDependent(
		source: number,
		mask: number,
		visit: (dependent: number) => void,
	): void {
		let edge = this.#firstOfSource[source] ?? NONE;
		while (edge !== NONE) {
			if (((this.#mask[edge] as number) & mask) !== 0) {
				visit(this.#dependent[edge] as number);
			}
			edge = this.#nextOfSource[edge] as number;
		}
	}

	/** Replaces what `dependent` reads; `released` gets each source that nobody
	 *  reads any more. */
	setReads(
		dependent: number,
		log: ReadLog,
		released: (source: number) => void,
	): void {
		if (this.#isSame(dependent, log)) return;
		let old = this.#firstOfDependent[dependent] ?? NONE;
		this.#growSlots(dependent);
		this.#firstOfDependent[dependent] = NONE;
		for (let i = log.slots.length - 1; i >= 0; i--) {
			this.#add(dependent, log.slots[i] as number, log.masks[i] as number);
		}
		while (old !== NONE) {
			const next = this.#nextOfDependent[old] as number;
			const source = this.#source[old] as number;
			this.#remove(old);
			if (this.#firstOfSource[source] === NONE) {
				this.#facetsOfSource[source] = 0;
				released(source);
			}
			old = next;
		}
	}

	#isSame(dependent: number, log: ReadLog): boolean {
		let edge = this.#firstOfDependent[dependent] ?? NONE;
		for (let i = 0; i < log.slots.length; i++) {
			if (edge === NONE) return false;
			if (this.#source[edge] !== log.slots[i]) return false;
			if (this.#mask[edge] !== log.masks[i]) return false;
			edge = this.#nextOfDependent[edge] as number;
		}
		return edge === NONE;
	}

	#add(dependent: number, source: number, mask: number): void {
		const edge = this.#allocate();
		this.#growSlots(source);
		const first = this.#firstOfSource[source] as number;
		this.#source[edge] = source;
		this.#dependent[edge] = dependent;
		this.#mask[edge] = mask;
		this.#nextOfSource[edge] = first;
		this.#previousOfSource[edge] = NONE;
		if (first !== NONE) this.#previousOfSource[first] = edge;
		this.#firstOfSource[source] = edge;
		this.#facetsOfSource[source] =
			(this.#facetsOfSource[source] as number) | mask;
		this.#nextOfDependent[edge] = this.#firstOfDependent[dependent] as number;
		this.#firstOfDependent[dependent] = edge;
	}

	#remove(edge: number): void {
		const next = this.#nextOfSource[edge] as number;
		const previous = this.#previousOfSource[edge] as number;
		if (previous === NONE) {
			this.#firstOfSource[this.#source[edge] as number] = next;
		} else {
			this.#nextOfSource[previous] = next;
		}
		if (next !== NONE) this.#previousOfSource[next] = previous;
		this.#nextOfSource[edge] = this.#firstFree;
		this.#firstFree = edge;
	}

	#allocate(): number {
		const free = this.#firstFree;
		if (free !== NONE) {
			this.#firstFree = this.#nextOfSource[free] as number;
			return free;
		}
		if (this.#size === this.#source.length) this.#growEdges();
		return this.#size++;
	}

	#growEdges(): void {
		const size = Math.ceil(this.#source.length * 1.5);
		this.#source = resized(this.#source, size);
		this.#dependent = resized(this.#dependent, size);
		this.#mask = resized(this.#mask, size);
		this.#nextOfSource = resized(this.#nextOfSource, size);
		this.#previousOfSource = resized(this.#previousOfSource, size);
		this.#nextOfDependent = resized(this.#nextOfDependent, size);
	}

	#growSlots(slot: number): void {
		const old = this.#firstOfSource.length;
		if (slot < old) return;
		const size = Math.max(slot + 1, old * 2);
		this.#firstOfSource = resized(this.#firstOfSource, size).fill(NONE, old);
		this.#facetsOfSource = resized(this.#facetsOfSource, size);
		this.#firstOfDependent = resized(this.#firstOfDependent, size).fill(
			NONE,
			old,
		);
	}
}

function resized(array: Int32Array, size: number) {
	const copy = new Int32Array(size);
	copy.set(array);
	return copy;
}
