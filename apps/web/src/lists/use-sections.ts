import type { LiveGroup, LiveQueryParams, LiveRow } from "@xo/contract";
import type { TableSection, TableWindow } from "@xo/ui";
import { useState } from "react";
import type { LiveSnapshot, LiveStatus } from "../live/live-entry.ts";
import { withDefaults } from "../live/live-store.ts";
import { type NamedQueries, useLiveQueries } from "../live/use-live-queries.ts";
import { type ListField, type ListType, sortKeysOf } from "./model.ts";
import type { useFilters } from "./use-filters.ts";
import type { ListView } from "./view.ts";

const FIRST_WINDOW: TableWindow = { offset: 0, limit: 120 };
/** Name of the query of the whole list. */
const ALL = "all";
/** A connection has only so many queries. */
const MOST_EXPANDED = 20;

/** A section, and the group whose rows it has. */
export interface ListSection extends Omit<TableSection<LiveRow>, "group"> {
	readonly group?: LiveGroup;
	readonly isExpanded?: boolean;
}

export interface ListState {
	readonly sections: readonly ListSection[];
	readonly total: number | undefined;
	readonly status: LiveStatus;
	readonly error: unknown;
	/** Searches of the sections, for who wants more of their rows. */
	readonly queries: NamedQueries;
	readonly setWindow: (sectionId: string, window: TableWindow) => void;
	readonly toggleGroup: (sectionId: string) => void;
}

interface Options {
	/** Needed by open groups. */
	readonly filters: ReturnType<typeof useFilters>;
	readonly list: ListType;
	/** Of which the filter is valid. */
	readonly view: ListView;
	readonly filter: string;
	readonly fields: readonly string[];
	readonly summed: readonly ListField[];
}

interface Windows {
	readonly key: string;
	readonly windows: Readonly<Record<string, TableWindow>>;
	readonly expanded: readonly string[];
}

/** The rows of a list, or of its groups, as far as they are on screen. */
export function useSections(options: Options): ListState {
	const { list, view, filters, filter, fields, summed } = options;
	const { groupBy } = view;
	const key = JSON.stringify([filter, view.sort, groupBy]);
	const [stored, setStored] = useState<Windows>({
		key,
		windows: {},
		expanded: [],
	});
	// Another list begins at its top; its groups stay open.
	const state = stored.key === key ? stored : { ...stored, key, windows: {} };

	const common = {
		types: list.types,
		sort: sortKeysOf(list, view.sort),
	};
	const queries: Record<string, LiveQueryParams> = {
		[ALL]: withDefaults({
			...common,
			filter,
			...(groupBy === undefined
				? { fields, window: state.windows[ALL] ?? FIRST_WINDOW }
				: {
						sort: [],
						window: { offset: 0, limit: 0 },
						groupBy,
						aggregates: summed.map(({ id }) => ({
							op: "sum" as const,
							key: id,
						})),
					}),
		}),
	};
	const open = groupBy === undefined ? [] : state.expanded;
	const opened = filters === undefined ? [] : open;
	for (const id of opened) {
		queries[id] = withDefaults({
			...common,
			filter: filters?.groupFilter(filter, groupBy ?? "", JSON.parse(id)) ?? "",
			fields,
			window: state.windows[id] ?? FIRST_WINDOW,
		});
	}
	const snapshots = useLiveQueries(queries);
	const all = snapshots.get(ALL);

	return {
		sections:
			groupBy === undefined
				? [toSection(ALL, all)]
				: (all?.result?.groups ?? []).map((group) => ({
						...(open.includes(group.id)
							? toSection(group.id, snapshots.get(group.id))
							: { id: group.id, length: 0, offset: 0, rows: NO_ROWS }),
						group,
						isExpanded: open.includes(group.id),
					})),
		total: all?.result?.total,
		status: all?.status ?? "loading",
		error: all?.error,
		queries,
		setWindow: (id, window) =>
			setStored({ ...state, windows: { ...state.windows, [id]: window } }),
		toggleGroup: (id) =>
			setStored({ ...state, expanded: toggled(state.expanded, id) }),
	};
}

const NO_ROWS: readonly LiveRow[] = [];

function toSection(
	id: string,
	snapshot: LiveSnapshot | undefined,
): ListSection {
	const { length = 0, offset = 0, rows = NO_ROWS } = snapshot?.result ?? {};
	return { id, length, offset, rows };
}

function toggled(expanded: readonly string[], id: string): readonly string[] {
	return expanded.includes(id)
		? expanded.filter((other) => other !== id)
		: [...expanded, id].slice(-MOST_EXPANDED);
}
