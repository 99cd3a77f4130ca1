import type { ObjectType, XoObject } from "@xo/contract";
import { compileFilter, parseFilter } from "@xo/filter";
import type { LiveObjects, ObjectChange } from "../objects/live-objects.ts";

/** Programs that poll ask the same again and again. */
const MAX_SELECTIONS = 4;

/** What a filter selects of one type, kept equal to the objects. */
class RememberedSelection {
	readonly #type: ObjectType;
	readonly #matches: (object: unknown) => boolean;
	readonly #selected = new Map<string, XoObject>();

	constructor(type: ObjectType, filter: string) {
		this.#type = type;
		this.#matches = compileFilter(parseFilter(filter));
	}

	get objects(): Iterable<XoObject> {
		return this.#selected.values();
	}

	/** Takes the object as it is now. */
	put(id: string, object: XoObject | undefined): void {
		if (object?.type === this.#type && this.#matches(object)) {
			this.#selected.set(id, object);
		} else this.#selected.delete(id);
	}
}

/** The last few selections that were asked for. */
export class RememberedSelections {
	readonly #objects: LiveObjects;
	/** By type and filter, the least recently used first. */
	readonly #selections = new Map<string, RememberedSelection>();

	constructor(objects: LiveObjects) {
		this.#objects = objects;
		objects.onChanges((changes) => this.#follow(changes));
	}

	/** The objects of a type that a filter selects, until the next change.
	 *  @throws FilterError */
	of(type: ObjectType, filter: string): Iterable<XoObject> {
		const key = `${type} ${filter}`;
		const selection = this.#selections.get(key) ?? this.#make(type, filter);
		this.#selections.delete(key);
		this.#selections.set(key, selection);
		for (const oldest of this.#selections.keys()) {
			if (this.#selections.size <= MAX_SELECTIONS) break;
			this.#selections.delete(oldest);
		}
		return selection.objects;
	}

	#make(type: ObjectType, filter: string): RememberedSelection {
		const selection = new RememberedSelection(type, filter);
		for (const object of this.#objects.ofType(type)) {
			selection.put(object.id, object);
		}
		return selection;
	}

	#follow(changes: readonly ObjectChange[]): void {
		for (const selection of this.#selections.values()) {
			for (const { id, current } of changes) selection.put(id, current);
		}
	}
}
