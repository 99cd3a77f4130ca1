import type { XoObject } from "@xo/contract";
import type { ObjectChange } from "../objects/live-objects.ts";
import {
	dependentsOf,
	isWideParent,
	type ObjectGraph,
	parentsOf,
} from "../permissions/inheritance.ts";

/** What changed for everybody of one audience. Newest states only. */
export interface AudienceChanges {
	/** Added, changed, or come into view. */
	readonly upserts: readonly XoObject[];
	/** Ids of the upserts that were not in view before. */
	readonly entered: ReadonlySet<string>;
	/** What was removed or went out of view, as last seen. */
	readonly removals: readonly XoObject[];
	/** Whether objects came or went that did not change themselves. */
	readonly hasSpread: boolean;
}

/** What an audience's view is made of. */
export interface ViewSource extends ObjectGraph {
	all(): Iterable<XoObject>;
	ofType(type: "VUSB" | "USB_group"): Iterable<XoObject>;
	ofPool(poolId: string): Iterable<XoObject>;
	messagesOf(objectId: string): Iterable<XoObject>;
}

/** Follows which objects an audience sees. An object comes into view or
 *  leaves it by changing itself, or because what it inherits from does. */
export class AudienceView {
	readonly #source: ViewSource;
	readonly #isVisible: (object: XoObject) => boolean;
	readonly #visible = new Set<string>();

	constructor(source: ViewSource, isVisible: (object: XoObject) => boolean) {
		this.#source = source;
		this.#isVisible = isVisible;
		for (const object of source.all()) {
			if (isVisible(object)) this.#visible.add(object.id);
		}
	}

	apply(changes: readonly ObjectChange[]): AudienceChanges {
		const into: Collected = {
			upserts: new Map(),
			entered: new Set(),
			removals: new Map(),
		};
		const queue: string[] = [];
		const pools = new Set<string>();
		for (const { id, previous, current } of changes) {
			const wasVisible = this.#visible.has(id);
			this.#note(current, previous ?? current, into);
			const hasFlipped = wasVisible !== this.#visible.has(id);
			if (hasFlipped || hasOtherParents(previous, current, this.#source)) {
				// Also what it was linked to before: that may change only later.
				for (const object of [previous, current]) {
					if (object === undefined) continue;
					queue.push(...this.#dependents(object));
					if (isWideParent(object)) pools.add(object.$pool);
				}
			}
		}
		for (const pool of pools) {
			for (const { id } of this.#source.ofPool(pool)) queue.push(id);
		}
		const hasSpread = this.#spread(queue, into);
		return {
			upserts: [...into.upserts.values()],
			entered: into.entered,
			hasSpread,
			removals: [...into.removals.values()],
		};
	}

	#spread(queue: string[], into: Collected): boolean {
		let hasSpread = false;
		for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
			const object = this.#source.find(id);
			if (object === undefined) continue;
			const wasVisible = this.#visible.has(id);
			if (wasVisible === this.#isVisible(object)) continue;
			this.#note(object, object, into);
			hasSpread = true;
			queue.push(...this.#dependents(object));
		}
		return hasSpread;
	}

	#note(
		current: XoObject | undefined,
		last: XoObject | undefined,
		into: Collected,
	): void {
		const id = (current ?? last)?.id;
		if (id === undefined) return;
		if (current !== undefined && this.#isVisible(current)) {
			if (!this.#visible.has(id)) into.entered.add(id);
			this.#visible.add(id);
			into.upserts.set(id, current);
			into.removals.delete(id);
		} else if (this.#visible.delete(id) && last !== undefined) {
			into.upserts.delete(id);
			into.removals.set(id, last);
		}
	}

	#dependents(object: XoObject): string[] {
		const messages = [...this.#source.messagesOf(object.id)];
		return [
			...dependentsOf(object, this.#source),
			...messages.map((message) => message.id),
		];
	}
}

interface Collected {
	readonly upserts: Map<string, XoObject>;
	readonly entered: Set<string>;
	readonly removals: Map<string, XoObject>;
}

function hasOtherParents(
	previous: XoObject | undefined,
	current: XoObject | undefined,
	graph: ObjectGraph,
): boolean {
	if (previous === undefined || current === undefined) return true;
	const before = parentsOf(previous, graph);
	const after = parentsOf(current, graph);
	return (
		before.length !== after.length ||
		before.some((id, index) => id !== after[index])
	);
}
