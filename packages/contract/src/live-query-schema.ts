import { z } from "zod";
import { lazily } from "./lazily.ts";

/** What one connection, and one live query, may ask for. */
export const queryLimits = {
	/** Open queries of a connection. */
	queries: 64,
	types: 30,
	filterLength: 10_000,
	sortKeys: 4,
	fields: 100,
	windowRows: 1_000,
	aggregates: 20,
	/** Items of a `top` aggregate. */
	top: 100,
	/** Expanded rows of a tree. */
	expanded: 2_000,
	/** Groups that are given; `groupTotal` counts all. */
	groups: 1_000,
} as const;

const path = lazily(() => z.string().min(1).max(200));
const type = lazily(() => z.string().min(1).max(50));

const aggregate = lazily(() =>
	z
		.strictObject({
			op: z.enum(["count", "sum", "min", "max", "top"]),
			key: path().optional(),
			n: z.int().min(1).max(queryLimits.top).optional(),
		})
		.refine(({ op, key }) => op === "count" || key !== undefined, {
			error: "this aggregate needs a key",
			path: ["key"],
		}),
);

const shape = lazily(() => ({
	types: z.array(type()).min(1).max(queryLimits.types),
	filter: z.string().max(queryLimits.filterLength),
	sort: z
		.array(z.strictObject({ key: path(), desc: z.boolean().optional() }))
		.max(queryLimits.sortKeys),
	fields: z.array(path()).max(queryLimits.fields),
	window: z.strictObject({
		offset: z.int().min(0),
		limit: z.int().min(0).max(queryLimits.windowRows),
	}),
	groupBy: path().nullable(),
	aggregates: z.array(aggregate()).max(queryLimits.aggregates),
	tree: z
		.strictObject({
			parentKey: z.union([path(), z.record(type(), path())]),
			expanded: z.array(z.string().max(200)).max(queryLimits.expanded),
		})
		.nullable(),
}));

/** The parameters of a live query as clients send them; what is left out gets
 *  its default. Parsed, they are `LiveQueryParams`. */
export const liveQuerySchema = lazily(() =>
	z.strictObject({
		types: shape().types,
		filter: shape().filter.default(""),
		sort: shape().sort.default([]),
		fields: shape().fields.default([]),
		window: shape().window.default({ offset: 0, limit: 50 }),
		groupBy: shape().groupBy.default(null),
		aggregates: shape().aggregates.default([]),
		tree: shape().tree.default(null),
	}),
);

/** An update of a live query: what is left out stays as it is. */
export const liveQueryUpdateSchema = lazily(() =>
	z.strictObject(shape()).partial(),
);
