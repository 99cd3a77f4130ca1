import { useMemo } from "react";
import { useLiveQuery } from "../live/use-live-query.ts";
import { nameOf } from "../objects/read-row.ts";

const MOST = 1_000;

/** Names of a pool's objects of a type, by id. */
export function useNames(
	type: string,
	poolId: unknown,
): ReadonlyMap<string, string> {
	const { result } = useLiveQuery(
		{
			types: [type],
			filter: `$pool:"${String(poolId)}"`,
			fields: ["name_label"],
			window: { offset: 0, limit: MOST },
		},
		{ isEnabled: typeof poolId === "string" },
	);
	return useMemo(
		() => new Map(result?.rows.map((row) => [row.id, nameOf(row)])),
		[result],
	);
}
