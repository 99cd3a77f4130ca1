import type { LiveMetrics, LiveRow } from "@xo/contract";
import type { CachedObject } from "@xo/object-cache";
import { deepEqual } from "./deep-equal.ts";
import { NO_NAMES } from "./linked-names.ts";
import { isMetric, measure, measuredReader } from "./metrics.ts";
import type { RowSource } from "./ordered-index.ts";
import { pathReader } from "./sort-key.ts";

/** A row and the object that it was made from. */
export interface WindowRow {
	readonly object: CachedObject;
	readonly metrics: LiveMetrics | undefined;
	readonly row: LiveRow;
}

export type Projection = (
	source: RowSource,
	object: CachedObject,
	metrics: LiveMetrics | undefined,
) => LiveRow;

/** Makes rows of some fields. */
export function createProjection(fields: readonly string[]): Projection {
	const needsMetrics = fields.some(isMetric);
	const reader = needsMetrics ? measuredReader : pathReader;
	const readers = fields.map((field) => [field, reader(field)] as const);
	return ({ id, depth, children }, object, metrics) => {
		const row: Record<string, unknown> = {};
		const subject = needsMetrics
			? measure(object, { metrics, names: NO_NAMES })
			: object;
		for (const [field, read] of readers) row[field] = read(subject) ?? null;
		if (depth !== undefined) row.$depth = depth;
		if (children !== undefined) row.$children = children;
		return { ...row, id, type: object.type };
	};
}

export interface WindowOptions {
	readonly find: (id: string) => CachedObject | undefined;
	/** Where rows show metrics. */
	readonly findMetrics: ((id: string) => LiveMetrics | undefined) | undefined;
	readonly project: Projection;
}

/** The rows of a window; those that show the same as before are the same
 *  values as before, and so is the whole. */
export function projectWindow(
	sources: readonly RowSource[],
	before: readonly WindowRow[],
	{ find, findMetrics, project }: WindowOptions,
): readonly WindowRow[] {
	let byId: Map<string, WindowRow> | undefined;
	let isSame = sources.length === before.length;
	const after: WindowRow[] = [];
	for (const [index, source] of sources.entries()) {
		const object = find(source.id);
		if (object === undefined) continue;
		const metrics = findMetrics?.(source.id);
		let old = before[index];
		if (old?.row.id !== source.id) {
			isSame = false;
			byId ??= new Map(before.map((each) => [each.row.id, each]));
			old = byId.get(source.id);
		}
		if (
			old !== undefined &&
			old.metrics === metrics &&
			isCurrent(old, source, object)
		) {
			after.push(old);
		} else {
			isSame = false;
			const row = project(source, object, metrics);
			const same = old !== undefined && deepEqual(old.row, row) ? old.row : row;
			after.push({ object, metrics, row: same });
		}
	}
	return isSame ? before : after;
}

function isCurrent(
	{ object, row }: WindowRow,
	source: RowSource,
	current: CachedObject,
): boolean {
	return (
		object === current &&
		row.$depth === source.depth &&
		row.$children === source.children
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
