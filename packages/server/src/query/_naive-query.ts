import type {
	LiveAggregate,
	LiveQueryParams,
	LiveQueryResult,
	LiveRow,
} from "@xo/contract";
import { compileFilter, parseFilter } from "@xo/filter";
import type { CachedObject } from "@xo/object-cache";

type Answer = Omit<LiveQueryResult, "revision">;

/** The answer of a live query, computed from nothing as plainly as possible. */
export function naiveQuery(
	objects: readonly CachedObject[],
	params: LiveQueryParams,
): Answer {
	const { types, filter, window, fields, tree, groupBy, aggregates } = params;
	const matches = compileFilter(parseFilter(filter));
	const matched = objects
		.filter((each) => types.includes(each.type) && matches(each))
		.sort((a, b) => compareObjects(a, b, params));
	const project = (each: CachedObject): LiveRow => ({
		...Object.fromEntries(fields.map((key) => [key, at(each, key) ?? null])),
		id: each.id,
		type: each.type,
	});
	const rows =
		tree === null ? matched.map(project) : naiveTree(matched, params, project);
	const groups =
		groupBy === null ? [] : naiveGroups(matched, groupBy, aggregates);
	return {
		total: matched.length,
		length: rows.length,
		offset: window.offset,
		rows: rows.slice(window.offset, window.offset + window.limit),
		groups,
		groupTotal: groups.length,
		aggregates: aggregates.map((each) => naiveAggregate(matched, each)),
	};
}

function naiveTree(
	matched: readonly CachedObject[],
	{ tree }: LiveQueryParams,
	project: (object: CachedObject) => LiveRow,
): LiveRow[] {
	const parentOf = (each: CachedObject) => {
		const key = tree?.parentKey;
		const path = typeof key === "string" ? key : key?.[each.type];
		const parent = path === undefined ? undefined : at(each, path);
		return parent === each.id ? undefined : parent;
	};
	const childrenOf = (id: string) =>
		matched.filter((each) => parentOf(each) === id);
	const walk = (siblings: CachedObject[], $depth: number): LiveRow[] =>
		siblings.flatMap((each) => {
			const children = childrenOf(each.id);
			return [
				{ ...project(each), $depth, $children: children.length },
				...(tree?.expanded.includes(each.id) ? walk(children, $depth + 1) : []),
			];
		});
	const isRoot = (each: CachedObject) =>
		!matched.some(({ id }) => id === parentOf(each));
	return walk(matched.filter(isRoot), 0);
}

function naiveGroups(
	matched: readonly CachedObject[],
	groupBy: string,
	aggregates: readonly LiveAggregate[],
) {
	const keysOf = (each: CachedObject) => {
		const items = [at(each, groupBy) ?? null].flat();
		return items.length === 0 ? [null] : items;
	};
	const keys = [...new Set(matched.flatMap(keysOf))].sort((a, b) =>
		compareValues(a ?? undefined, b ?? undefined, false),
	);
	return keys.map((key) => {
		const members = matched.filter((each) => keysOf(each).includes(key));
		return {
			id: JSON.stringify(key),
			key: key as string | null,
			count: members.length,
			aggregates: aggregates.map((each) => naiveAggregate(members, each)),
		};
	});
}

function naiveAggregate(
	objects: readonly CachedObject[],
	{ op, key = "", n = 10 }: LiveAggregate,
) {
	const numbers = objects
		.map((object) => ({ object, value: at(object, key) as number }))
		.filter(({ value }) => typeof value === "number");
	const values = numbers.map(({ value }) => value);
	switch (op) {
		case "count":
			return key === ""
				? objects.length
				: objects.filter((each) => at(each, key) != null).length;
		case "sum":
			return values.reduce((a, b) => a + b, 0);
		case "min":
			return values.length === 0 ? null : Math.min(...values);
		case "max":
			return values.length === 0 ? null : Math.max(...values);
		case "top":
			return numbers
				.sort((a, b) => b.value - a.value || byId(a.object, b.object))
				.slice(0, n)
				.map(({ object: { id, type, name_label }, value }) => ({
					id,
					type,
					label: (name_label as string | undefined) ?? null,
					value,
				}));
	}
}

function compareObjects(
	a: CachedObject,
	b: CachedObject,
	{ sort }: LiveQueryParams,
): number {
	for (const { key, desc = false } of sort) {
		const order = compareValues(at(a, key), at(b, key), desc);
		if (order !== 0) return order;
	}
	return byId(a, b);
}

function compareValues(a: unknown, b: unknown, desc: boolean): number {
	const [left, right] = [padded(a), padded(b)];
	if (left === right) return 0;
	if (left === undefined) return 1;
	if (right === undefined) return -1;
	return left < right !== desc ? -1 : 1;
}

function padded(value: unknown): string | number | undefined {
	if (typeof value === "number") return value;
	if (typeof value !== "string") return undefined;
	return value.toLowerCase().replace(/\d+/g, (run) => run.padStart(9, "0"));
}

function byId(a: CachedObject, b: CachedObject): number {
	return a.id < b.id ? -1 : 1;
}

function at(object: CachedObject, path: string): unknown {
	return path
		.split(".")
		.reduce<unknown>(
			(value, step) => (value as Record<string, unknown> | undefined)?.[step],
			object,
		);
}
