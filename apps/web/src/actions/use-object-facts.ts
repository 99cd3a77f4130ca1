import type { LiveRow } from "@xo/contract";
import { useMemo } from "react";
import { useLiveQuery } from "../live/use-live-query.ts";

const ABOUT_POOLS = new Set(["host", "SR"]);
const MOST_POOLS = 1_000;

/** Adds what rules ask of an object and only its pool knows: whether a host is
 *  the master, and an SR the default one. */
export function useObjectFacts(rows: readonly LiveRow[]): readonly LiveRow[] {
	const isEnabled = rows.some(({ type }) => ABOUT_POOLS.has(type));
	const { result } = useLiveQuery(
		{
			types: ["pool"],
			fields: ["master", "default_SR"],
			window: { offset: 0, limit: MOST_POOLS },
		},
		{ isEnabled },
	);
	return useMemo(() => {
		if (!isEnabled || result === undefined) return rows;
		const chosen = new Set(
			result.rows.flatMap(({ master, default_SR }) => [master, default_SR]),
		);
		return rows.map((row) =>
			ABOUT_POOLS.has(row.type)
				? { ...row, isChosenByPool: chosen.has(row.id) }
				: row,
		);
	}, [rows, result, isEnabled]);
}
