import type { XoObject } from "@xo/contract";
import { derivations } from "./derivations.ts";
import type { XapiRecord } from "./records.ts";

/** Class of a ref that was asked for before anything told its class. */
export const UNKNOWN_CLASS = "";

/**
 * A small integer for each record that exists or that somebody asked for, and
 * what is known of it, in parallel arrays.
 */
export class Slots {
	readonly classes: string[] = [];
	readonly refs: string[] = [];
	/** The record as last applied. */
	readonly records: (XapiRecord | undefined)[] = [];
	/** Whether the source was asked for the record. */
	readonly isLoaded: boolean[] = [];
	readonly objects: (XoObject | undefined)[] = [];
	readonly #byKey = new Map<string, number>();
	readonly #free: number[] = [];

	find(className: string, ref: string): number | undefined {
		const slot = this.#byKey.get(ref);
		if (slot === undefined) return undefined;
		if (this.classes[slot] === className) return slot;
		return this.#byKey.get(qualified(className, ref));
	}

	/** The slot of a ref whatever its class. */
	findAny(ref: string): number | undefined {
		return this.#byKey.get(ref);
	}

	obtain(className: string, ref: string): number {
		const slot = this.#byKey.get(ref);
		if (slot === undefined) return this.#create(className, ref, ref);
		if (this.classes[slot] === className) return slot;
		if (this.classes[slot] === UNKNOWN_CLASS) {
			this.classes[slot] = className;
			// The change that brings an object is still to come, and is to find
			// that nobody has seen the record.
			this.isLoaded[slot] = derivations.has(className);
			return slot;
		}
		// Refs are unique in a real pool, not in every hand-made database.
		const key = qualified(className, ref);
		return this.#byKey.get(key) ?? this.#create(className, ref, key);
	}

	release(slot: number): void {
		const ref = this.refs[slot] as string;
		const key =
			this.#byKey.get(ref) === slot
				? ref
				: qualified(this.classes[slot] as string, ref);
		this.#byKey.delete(key);
		this.refs[slot] = "";
		this.records[slot] = undefined;
		this.objects[slot] = undefined;
		this.#free.push(slot);
	}

	isReleased(slot: number): boolean {
		return this.refs[slot] === "";
	}

	/** Slots in use. */
	*[Symbol.iterator](): Generator<number> {
		for (let slot = 0; slot < this.refs.length; slot++) {
			if (!this.isReleased(slot)) yield slot;
		}
	}

	get size(): number {
		return this.refs.length - this.#free.length;
	}

	#create(className: string, ref: string, key: string): number {
		const slot = this.#free.pop() ?? this.refs.length;
		this.classes[slot] = className;
		this.refs[slot] = ref;
		this.records[slot] = undefined;
		this.isLoaded[slot] = false;
		this.objects[slot] = undefined;
		this.#byKey.set(key, slot);
		return slot;
	}
}

function qualified(className: string, ref: string): string {
	return `${className} ${ref}`;
}
