import { type ObjectType, objectSchemas, type XoObject } from "@xo/contract";
import {
	compileFilter,
	compilePattern,
	parseFilter,
	planFilter,
} from "@xo/filter";
import type { CollectionFormat } from "@xo/object-cache";
import type { Audience } from "../feed/audience-registry.ts";
import type { LiveObjects } from "../objects/live-objects.ts";
import { RememberedSelections } from "./remembered-selections.ts";

export interface Selection {
	/** Objects of this type only. */
	readonly type?: ObjectType | undefined;
	/** A pattern object, or text in the filter language. */
	readonly filter?: string | Readonly<Record<string, unknown>> | undefined;
	readonly limit?: number | undefined;
	readonly audience: Audience;
}

/** Reads objects for one audience, through the indexes where the filter
 *  allows it. */
export class ObjectReader {
	readonly #objects: LiveObjects;
	readonly #remembered: RememberedSelections;

	constructor(objects: LiveObjects) {
		this.#objects = objects;
		this.#remembered = new RememberedSelections(objects);
	}

	bytesOf(object: XoObject): Buffer {
		return this.#objects.bytesOf(object);
	}

	/** @throws FilterError */
	select(selection: Selection): XoObject[] {
		const { limit, audience } = selection;
		const { candidates, matches } = this.#plan(selection);
		const selected: XoObject[] = [];
		const max = limit ?? Number.POSITIVE_INFINITY;
		for (const object of candidates) {
			if (selected.length >= max) break;
			if (matches !== undefined && !matches(object)) continue;
			if (audience.isEverything || audience.canView(object)) {
				selected.push(object);
			}
		}
		return selected;
	}

	/** The selected objects as JSON, in chunks.
	 *  @throws FilterError */
	write(selection: Selection, format: CollectionFormat): AsyncIterable<Buffer> {
		const { type, filter, limit, audience } = selection;
		const isAll =
			audience.isEverything &&
			type === undefined &&
			!filter &&
			limit === undefined;
		return isAll && format === "map"
			? this.#objects.writeAll()
			: this.#objects.write(this.select(selection), format);
	}

	#plan({ filter, type }: Selection): {
		readonly candidates: Iterable<XoObject>;
		readonly matches: ((object: unknown) => boolean) | undefined;
	} {
		if (filter === undefined || filter === "") {
			return { candidates: this.#allOf(type), matches: undefined };
		}
		if (typeof filter === "string") {
			if (type !== undefined) {
				const candidates = this.#remembered.of(type, filter);
				return { candidates, matches: undefined };
			}
			const node = parseFilter(filter);
			return {
				candidates: this.#objects.candidates(planFilter(node)),
				matches: compileFilter(node),
			};
		}
		const matches = compilePattern(filter);
		if (typeof filter.id === "string") {
			const object = this.#objects.find(filter.id);
			return { candidates: object === undefined ? [] : [object], matches };
		}
		const isTypeAlone = Object.keys(filter).length === 1;
		if (isObjectType(filter.type)) {
			return {
				candidates: this.#objects.ofType(filter.type),
				matches: isTypeAlone ? undefined : matches,
			};
		}
		return { candidates: this.#allOf(type), matches };
	}

	#allOf(type: ObjectType | undefined): Iterable<XoObject> {
		return type === undefined
			? this.#objects.all()
			: this.#objects.ofType(type);
	}
}

function isObjectType(value: unknown): value is ObjectType {
	return typeof value === "string" && Object.hasOwn(objectSchemas, value);
}
