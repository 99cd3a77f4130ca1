import type {
	LiveAggregateValue,
	LiveGroup,
	LiveQueryPatch,
	LiveQueryResult,
} from "@xo/contract";
import { diffList } from "./list-diff.ts";
import { diffRow } from "./window-rows.ts";

type Changes = Omit<LiveQueryPatch, "revision">;

/** What turns one result into another, or nothing when they show the same. */
export function diffResults(
	before: LiveQueryResult,
	after: LiveQueryResult,
): Changes | undefined {
	const rows = diffList(before.rows, after.rows, diffRow);
	const groups = diffList(before.groups, after.groups, diffGroup);
	const aggregates = diffValues(before.aggregates, after.aggregates);
	const changes: Changes = {
		...(before.total !== after.total && { total: after.total }),
		...(before.length !== after.length && { length: after.length }),
		...(before.offset !== after.offset && { offset: after.offset }),
		...(rows && { rows }),
		...(before.groupTotal !== after.groupTotal && {
			groupTotal: after.groupTotal,
		}),
		...(groups && { groups }),
		...(aggregates.length > 0 && { aggregates }),
	};
	return Object.keys(changes).length > 0 ? changes : undefined;
}

function diffGroup(before: LiveGroup, after: LiveGroup): Partial<LiveGroup> {
	return {
		...(before.count !== after.count && { count: after.count }),
		...(diffValues(before.aggregates, after.aggregates).length > 0 && {
			aggregates: after.aggregates,
		}),
	};
}

/** By identity: summaries keep values that did not change. */
function diffValues(
	before: readonly LiveAggregateValue[],
	after: readonly LiveAggregateValue[],
): [number, LiveAggregateValue][] {
	return [...after.entries()].filter(([index, value]) => {
		return before[index] !== value;
	});
}
