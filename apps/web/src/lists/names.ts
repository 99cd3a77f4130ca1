import type { LiveRow } from "@xo/contract";
import { useMemo, useRef } from "react";
import { useTranslation } from "react-i18next";
import { useLiveQuery } from "../live/use-live-query.ts";
import { useIsAdmin } from "../session/session-context.ts";
import {
	IDS_AT_ONCE,
	idFilter,
	idsOf,
	NAME_FIELDS,
	nameIn,
} from "./link-names.ts";
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

interface NamedObject {
	readonly name: string;
	/** Absent of one that the user may not see: its name says so. */
	readonly type?: string;
}

/** Names of objects by their id. */
export type Names = ReadonlyMap<string, NamedObject>;

const NO_ROWS: readonly LiveRow[] = [];
const NO_IDS: readonly string[] = [];

/** Names of what the links in these columns of these rows lead to. Of users
 *  with few rights all are asked for: only so one knows what they do not see. */
export function useNames(
	fields: readonly ListField[],
	rows: readonly LiveRow[],
): Names {
	const { t } = useTranslation();
	const isAdmin = useIsAdmin();
	const types = [...new Set(fields.flatMap(({ linkTo }) => linkTo))].sort();
	const few = types.filter((type) => FEW.has(type));
	const many = isAdmin ? types.filter((type) => !FEW.has(type)) : types;
	const small = useLiveQuery(
		{
			types: few,
			fields: NAME_FIELDS,
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
			filter: idFilter(ids),
			fields: NAME_FIELDS,
			window: { offset: 0, limit: MOST },
		},
		{ isEnabled: many.length > 0 && ids.length > 0 },
	);
	const found = large.result?.rows ?? NO_ROWS;
	const answered = useRef(NO_IDS);
	if (large.status === "live" && !large.isPending) answered.current = ids;
	const asked = isAdmin ? NO_IDS : answered.current;
	return useMemo(() => {
		const names = new Map<string, NamedObject>(
			asked.map((id) => [id, { name: t("state.notShared") }]),
		);
		for (const row of [...known, ...found]) {
			names.set(row.id, { name: nameIn(row), type: row.type });
		}
		return names;
	}, [known, found, asked, t]);
}

/** Asks again only when something is missing, and then keeps what it had:
 *  rows that scroll by one do not change the query. */
function useStableIds(wanted: ReadonlySet<string>): readonly string[] {
	const asked = useRef<readonly string[]>([]);
	const needed = [...wanted].slice(0, IDS_AT_ONCE);
	const known = new Set(asked.current);
	if (needed.some((id) => !known.has(id))) {
		asked.current = [...new Set([...needed, ...asked.current])].slice(
			0,
			IDS_AT_ONCE,
		);
	}
	return asked.current;
}
