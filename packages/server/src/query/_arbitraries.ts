import type { LiveQueryParams } from "@xo/contract";
import type { CachedObject } from "@xo/object-cache";
import fc from "fast-check";

const ids = ["1", "2", "3", "4", "5", "6", "7", "8"];
const id = fc.constantFrom(...ids);

export const object: fc.Arbitrary<CachedObject> = fc.record(
	{
		id,
		type: fc.constantFrom("VM", "host", "pool"),
		name_label: fc.constantFrom(
			"vm1",
			"VM2",
			"vm10",
			"vm 3",
			"a-1",
			"a01b",
			"z",
		),
		memory: fc.record({ size: fc.nat(5) }, { requiredKeys: [] }),
		tags: fc.subarray(["prod", "test"]),
		power_state: fc.constantFrom("Running", "Halted"),
		$container: id,
		$pool: id,
	},
	{ requiredKeys: ["id", "type"] },
);

export const batch = fc.record({
	source: fc.constantFrom("A", "B"),
	upserts: fc.array(object, { maxLength: 4 }),
	removals: fc.array(id, { maxLength: 2 }),
});

/** Other metrics of an object; without any where `cpu` is undefined. */
export const measurement = fc.record({
	id,
	cpu: fc.option(fc.nat(4), { nil: undefined }),
});

const key = fc.constantFrom(
	"name_label",
	"memory.size",
	"power_state",
	"metrics.cpu",
);
const aggregate = fc.oneof(
	fc.constant({ op: "count" as const }),
	fc.record({
		op: fc.constantFrom("count", "sum", "min", "max", "top" as const),
		key: fc.constantFrom("memory.size", "metrics.cpu"),
		n: fc.integer({ min: 1, max: 3 }),
	}),
);

export const params: fc.Arbitrary<LiveQueryParams> = fc.record({
	types: fc.subarray(["VM", "host", "pool"], { minLength: 1 }),
	filter: fc.constantFrom(
		"",
		"",
		"power_state:run",
		"tags:prod",
		"memory:size:>1",
		"$container:1",
	),
	sort: fc.array(fc.record({ key, desc: fc.boolean() }), { maxLength: 2 }),
	fields: fc.subarray(["name_label", "memory.size", "tags", "metrics.cpu"]),
	window: fc.record({ offset: fc.nat(3), limit: fc.nat(6) }),
	groupBy: fc.constantFrom(null, "tags", "power_state", "memory.size"),
	aggregates: fc.array(aggregate, { maxLength: 3 }),
	tree: fc.option(
		fc.record({
			parentKey: fc.constantFrom("$container", {
				VM: "$container",
				host: "$pool",
				pool: "id",
			}),
			expanded: fc.subarray(ids),
		}),
	),
});

/** An update that changes some of it. */
export const update: fc.Arbitrary<Partial<LiveQueryParams>> = fc
	.tuple(
		params,
		fc.subarray(
			Object.keys({
				types: 0,
				filter: 0,
				sort: 0,
				fields: 0,
				window: 0,
				groupBy: 0,
				aggregates: 0,
				tree: 0,
			}) as (keyof LiveQueryParams)[],
			{ maxLength: 2 },
		),
	)
	.map(([all, keys]) =>
		Object.fromEntries(keys.map((each) => [each, all[each]])),
	);
