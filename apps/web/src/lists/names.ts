import type { LiveRow } from "@xo/contract";
import { useMemo, useRef } from "react";
import { useLiveQuery } from "../live/use-live-query.ts";
import type { ListField } from "./model.ts";

/** Types of which there are few enough to know all names of. */
const FEW = new Set([
	"pool",
	"host",
	"SR",
	"network",
	"PCI",
	"gpuGroup",
	"vgpuType",
]);
const MOST = 1_000;
/** Ids in one search. */
const MOST_IDS = 250;

interface NamedObject {
	readonly name: string;
	readonly type: string;
}

/** Names of objects by their id. */
export type Names = ReadonlyMap<string, NamedObject>;

const NO_ROWS: readonly LiveRow[] = [];

/** Names of what the links in these columns of these rows lead to. */
export function useNames(
	fields: readonly ListField[],
	rows: readonly LiveRow[],
): Names {
	const types = [...new Set(fields.flatMap(({ linkTo }) => linkTo))].sort();
	const few = types.filter((type) => FEW.has(type));
	const many = types.filter((type) => !FEW.has(type));
	const small = useLiveQuery(
		{
			types: few,
			fields: ["name_label", "device_name", "modelName"],
			window: { offset: 0, limit: MOST },
		},
		{ isEnabled: few.length > 0 },
	);
	const known = small.result?.rows ?? NO_ROWS;
	const ids = useStableIds(
		idsOf(
			fields.filter(({ linkTo }) => linkTo.some((type) => many.includes(type))),
			rows,
		),
	);
	const large = useLiveQuery(
		{
			types: many,
			filter: `id:|(${ids.join(" ")})`,
			fields: ["name_label"],
			window: { offset: 0, limit: MOST },
		},
		{ isEnabled: many.length > 0 && ids.length > 0 },
	);
	const found = large.result?.rows ?? NO_ROWS;
	return useMemo(() => {
		const names = new Map<string, NamedObject>();
		for (const row of [...known, ...found]) {
			const { name_label, device_name, modelName, type } = row;
			const name = name_label ?? device_name ?? modelName;
			if (typeof name === "string" && name !== "") {
				names.set(row.id, { name, type });
			}
		}
		return names;
	}, [known, found]);
}

function idsOf(
	fields: readonly ListField[],
	rows: readonly LiveRow[],
): ReadonlySet<string> {
	const ids = new Set<string>();
	for (const row of rows) {
		for (const { id } of fields) {
			const value = row[id];
			if (typeof value === "string" && /^[\w.:-]+$/.test(value)) ids.add(value);
		}
	}
	return ids;
}

/** Asks again only when something is missing, and then keeps what it had:
 *  rows that scroll by one do not change the query. */
function useStableIds(wanted: ReadonlySet<string>): readonly string[] {
	const asked = useRef<readonly string[]>([]);
	const needed = [...wanted].slice(0, MOST_IDS);
	const known = new Set(asked.current);
	if (needed.some((id) => !known.has(id))) {
		asked.current = [...new Set([...needed, ...asked.current])].slice(
			0,
			MOST_IDS,
		);
	}
	return asked.current;
}
