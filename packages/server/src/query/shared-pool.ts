/** A use of something that others may use too; give it back once. */
export interface Shared<Value> {
	readonly value: Value;
	release(): void;
}

/** Makes one value for all who ask with the same key, and drops it when the
 *  last of them gave it back. */
export class SharedPool<Value> {
	readonly #uses = new Map<string, { value: Value; count: number }>();
	readonly #onDrop: (value: Value) => void;

	constructor(onDrop: (value: Value) => void = () => {}) {
		this.#onDrop = onDrop;
	}

	acquire(key: string, create: () => Value): Shared<Value> {
		let use = this.#uses.get(key);
		if (use === undefined) {
			use = { value: create(), count: 0 };
			this.#uses.set(key, use);
		}
		const held = use;
		held.count++;
		let isHeld = true;
		return {
			value: held.value,
			release: () => {
				if (!isHeld) return;
				isHeld = false;
				if (--held.count > 0) return;
				this.#uses.delete(key);
				this.#onDrop(held.value);
			},
		};
	}

	/** One of those that are in use. */
	get any(): Value | undefined {
		return this.#uses.values().next().value?.value;
	}

	/** Visits every value that is in use. */
	forEach(visit: (value: Value) => void): void {
		for (const { value } of this.#uses.values()) visit(value);
	}
}
