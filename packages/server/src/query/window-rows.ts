import type { LiveRow } from "@xo/contract";
import type { CachedObject } from "@xo/object-cache";
import { deepEqual } from "./deep-equal.ts";
import type { RowSource } from "./ordered-index.ts";
import { pathReader } from "./sort-key.ts";

/** A row and the object that it was made from. */
export interface WindowRow {
	readonly object: CachedObject;
	readonly row: LiveRow;
}

export type Projection = (source: RowSource) => LiveRow;

/** Makes rows of some fields. */
export function createProjection(fields: readonly string[]): Projection {
	const readers = fields.map((field) => [field, pathReader(field)] as const);
	return ({ object, depth, children }) => {
		const row: Record<string, unknown> = {};
		for (const [field, read] of readers) row[field] = read(object) ?? null;
		if (depth !== undefined) row.$depth = depth;
		if (children !== undefined) row.$children = children;
		return { ...row, id: object.id, type: object.type };
	};
}

/** The rows of a window; those that show the same as before are the same
 *  values as before. */
export function projectWindow(
	sources: readonly RowSource[],
	before: readonly WindowRow[],
	project: Projection,
): readonly WindowRow[] {
	if (
		sources.length === before.length &&
		sources.every((source, index) => isCurrent(before[index], source))
	) {
		return before;
	}
	const byId = new Map(before.map((each) => [each.object.id, each]));
	return sources.map((source) => {
		const old = byId.get(source.object.id);
		if (old !== undefined && isCurrent(old, source)) return old;
		const row = project(source);
		const isSame = old !== undefined && deepEqual(old.row, row);
		return { object: source.object, row: isSame ? old.row : row };
	});
}

function isCurrent(
	{ object, row }: Partial<WindowRow> = {},
	source: RowSource,
): boolean {
	return (
		object === source.object &&
		row?.$depth === source.depth &&
		row?.$children === source.children
	);
}

/** What to set on the older row to get the newer. */
export function diffRow(before: LiveRow, after: LiveRow): Partial<LiveRow> {
	const changed: Record<string, unknown> = {};
	for (const [key, value] of Object.entries(after)) {
		if (!deepEqual(before[key], value)) changed[key] = value;
	}
	return changed;
}
