import { useQuery } from "@tanstack/react-query";
import type { LiveQueryParams, LiveRow } from "@xo/contract";
import { isSelected, type TableSelection } from "@xo/ui";
import { actionFields } from "../actions/registry.ts";
import { withDefaults } from "../live/live-store.ts";
import { useLiveQuery } from "../live/use-live-query.ts";
import { useSessionStore } from "../session/session-context.ts";
import { readPages } from "./read-pages.ts";

/** Ids in one search; more rows are read once, and not followed. */
const MOST_FOLLOWED = 200;
const NO_ROWS: readonly LiveRow[] = [];

/** The chosen rows with what actions ask of them: live while they are few. */
export function useSelectedRows(
	selection: TableSelection,
	query: LiveQueryParams,
): readonly LiveRow[] {
	const session = useSessionStore();
	const ids = selection.isAll ? [] : [...selection.ids];
	const isFew = ids.length > 0 && ids.length <= MOST_FOLLOWED;
	const isMany = selection.isAll || ids.length > MOST_FOLLOWED;
	const few = useLiveQuery(
		{
			types: query.types,
			filter: `id:|(${ids.map((id) => JSON.stringify(id)).join(" ")})`,
			fields: actionFields,
			window: { offset: 0, limit: MOST_FOLLOWED * 2 },
		},
		{ isEnabled: isFew },
	);
	const many = useQuery({
		queryKey: [
			"selected rows",
			query.types,
			query.filter,
			selection.isAll ? [...selection.except] : ids,
		],
		queryFn: async () => {
			const rows: LiveRow[] = [];
			const all = withDefaults({
				types: query.types,
				filter: query.filter,
				fields: actionFields,
			});
			for await (const page of readPages(session, all)) {
				rows.push(...page.filter((row) => isSelected(selection, row.id)));
			}
			return rows;
		},
		enabled: isMany,
		gcTime: 0,
	});
	if (isMany) return many.data ?? NO_ROWS;
	return isFew
		? (few.result?.rows.filter((row) => ids.includes(row.id)) ?? NO_ROWS)
		: NO_ROWS;
}
