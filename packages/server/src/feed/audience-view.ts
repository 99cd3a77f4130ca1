import type { XoObject } from "@xo/contract";
import type { ObjectChange } from "@xo/object-cache";
import {
	dependentsOf,
	type ObjectGraph,
	parentsOf,
} from "../permissions/inheritance.ts";

/** What changed for everybody of one audience. Newest states only. */
export interface AudienceChanges {
	/** Added, changed, or come into view. */
	readonly upserts: readonly XoObject[];
	/** Ids of what was removed or went out of view. */
	readonly removals: readonly string[];
}

/** What an audience's view is made of. */
export interface ViewSource extends ObjectGraph {
	all(): Iterable<XoObject>;
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
		const upserts = new Map<string, XoObject>();
		const removals = new Set<string>();
		const queue: string[] = [];
		for (const { id, previous, current } of changes) {
			const wasVisible = this.#visible.has(id);
			this.#note(id, current, { upserts, removals });
			const hasFlipped = wasVisible !== this.#visible.has(id);
			if (hasFlipped || hasOtherParents(previous, current, this.#source)) {
				const object = current ?? previous;
				if (object !== undefined) queue.push(...this.#dependents(object));
			}
		}
		this.#spread(queue, { upserts, removals });
		return { upserts: [...upserts.values()], removals: [...removals] };
	}

	#spread(queue: string[], into: Collected): void {
		for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
			const object = this.#source.find(id);
			if (object === undefined) continue;
			const wasVisible = this.#visible.has(id);
			if (wasVisible === this.#isVisible(object)) continue;
			this.#note(id, object, into);
			queue.push(...this.#dependents(object));
		}
	}

	#note(id: string, object: XoObject | undefined, into: Collected): void {
		if (object !== undefined && this.#isVisible(object)) {
			this.#visible.add(id);
			into.upserts.set(id, object);
			into.removals.delete(id);
		} else if (this.#visible.delete(id)) {
			into.upserts.delete(id);
			into.removals.add(id);
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
	readonly removals: Set<string>;
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
