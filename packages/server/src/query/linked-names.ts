import type { CachedObject } from "@xo/object-cache";
import { pathReader } from "./sort-key.ts";

const SUFFIX = ".name_label";

/** Whether a path asks for the name of what a link leads to, as
 *  `$container.name_label`. */
export function isLinkedName(path: string): boolean {
	return path.endsWith(SUFFIX);
}

export type LinkedNames = ReadonlyMap<string, string | undefined>;
export const NO_NAMES: LinkedNames = new Map();

/** Reads the links of these paths, and the names that they lead to. */
export class Links {
	readonly #readers: readonly (readonly [
		path: string,
		read: (object: object) => unknown,
	])[];
	readonly #nameOf: (id: string) => string | undefined;

	constructor(
		paths: readonly string[],
		nameOf: (id: string) => string | undefined,
	) {
		this.#readers = paths
			.filter(isLinkedName)
			.map((path) => [path, pathReader(path.slice(0, -SUFFIX.length))]);
		this.#nameOf = nameOf;
	}

	/** Ids of what the object is linked to. */
	idsOf(object: CachedObject): readonly string[] {
		return this.#readers
			.map(([, read]) => read(object))
			.filter((id) => typeof id === "string");
	}

	namesOf(object: CachedObject): LinkedNames {
		if (this.#readers.length === 0) return NO_NAMES;
		return new Map(
			this.#readers.map(([path, read]) => {
				const id = read(object);
				return [path, typeof id === "string" ? this.#nameOf(id) : undefined];
			}),
		);
	}
}

export function sameNames(a: LinkedNames, b: LinkedNames): boolean {
	if (a === b) return true;
	for (const [path, name] of a) if (b.get(path) !== name) return false;
	return true;
}
