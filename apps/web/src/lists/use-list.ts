import type { LiveGroup, LiveQueryParams, LiveRow } from "@xo/contract";
import type { FilterError } from "@xo/filter";
import type { TableColumn, TableSection } from "@xo/ui";
import type { TFunction } from "i18next";
import { type ReactNode, useMemo, useRef } from "react";
import { useTranslation } from "react-i18next";
import { filterProblemText } from "../calls/error-text.ts";
import { useFormat } from "../i18n/use-format.ts";
import { withDefaults } from "../live/live-store.ts";
import { useLiveQuery } from "../live/use-live-query.ts";
import { type CellContext, renderTitle, renderValue } from "./cell.tsx";
import {
	findField,
	isNumeric,
	isSortable,
	type ListField,
	type ListType,
	scopedFilter,
	sortKeysOf,
} from "./model.ts";
import { useNames } from "./names.ts";
import { searchPropertiesOf } from "./search-properties.ts";
import { useFilters } from "./use-filters.ts";
import { type ListState, useSections } from "./use-sections.ts";
import { valueText } from "./value-text.ts";
import type { ListView } from "./view.ts";

/** Properties that every row has, whatever its columns. */
const ALWAYS = ["name_label", "power_state", "tags"];

/** A list as its page shows it: rows, columns, and what one can search by. */
export function useList(list: ListType, view: ListView) {
	const { t } = useTranslation();
	const format = useFormat();
	const filters = useFilters(view.filter !== "" || view.groupBy !== undefined);
	const checked = useMemo(
		() => filters?.checkFilter(view.filter),
		[filters, view.filter],
	);
	// While a search is being typed and is none, the last one stays.
	const lastValid = useRef(view.filter);
	if (checked?.error === undefined) lastValid.current = view.filter;
	const filter = scopedFilter(list, lastValid.current);

	const shown = view.layout.columns.flatMap((id) => findField(list, id) ?? []);
	const groupField =
		view.groupBy === undefined ? undefined : findField(list, view.groupBy);
	// Of the columns alone: what one can search by needs names of all links.
	const linked = list.fields.filter(
		(field) => field.kind === "link" && isUsed(field, shown, groupField),
	);
	const summed = shown.filter(({ isSummed }) => isSummed);
	const state = useSections({
		list,
		filters,
		view,
		filter,
		fields: fieldsOf(list, shown),
		summed,
	});
	const names = useNames(linked, loadedRows(state, groupField));
	const context = useMemo<CellContext>(
		() => ({ t, format, names, nameOf: (id) => names.get(id)?.name }),
		[t, format, names],
	);

	const sections = state.sections.map(
		({ group, isExpanded = false, ...section }): TableSection<LiveRow> =>
			group === undefined || groupField === undefined
				? section
				: {
						...section,
						group: {
							label: renderGroup(groupField, group.key, context),
							count: group.count,
							isExpanded,
							cells: sumsOf(summed, group, context),
						},
					},
	);

	const columns = useMemo<readonly TableColumn<LiveRow>[]>(
		() => list.fields.map((field) => toColumn(field, list, context)),
		[list, context],
	);
	const { result: tagged } = useLiveQuery({
		types: list.types,
		window: { offset: 0, limit: 0 },
		groupBy: "tags",
	});
	const tags = tagged?.groups;
	const properties = useMemo(
		() => searchPropertiesOf(list, { t, names, tags: tags ?? [] }),
		[list, t, names, tags],
	);
	const query: LiveQueryParams = {
		...withDefaults({ types: list.types, filter }),
		sort: sortKeysOf(list, view.sort),
		fields: view.layout.columns,
	};
	return {
		rows: { ...state, sections },
		/** The whole list, in its order. */
		query,
		columns,
		context,
		properties,
		error: checked?.error && {
			column: checked.error.column,
			message: problemText(checked.error, t),
		},
		filter,
	};
}

function problemText({ problem, column }: FilterError, t: TFunction): string {
	return t("lists.filterProblemAt", {
		problem: filterProblemText(problem, t),
		column,
	});
}

function renderGroup(
	field: ListField,
	key: LiveGroup["key"],
	context: CellContext,
): ReactNode {
	if (key === null || key === "") return context.t("lists.noValue");
	// Not as links: a click on a group opens it.
	return field.kind === "link" || field.kind === "tags"
		? valueText(field, key, context)
		: renderValue(field, { id: "", type: "", [field.id]: key }, context);
}

/** Sums of a group, in the columns that they are of. */
function sumsOf(
	summed: readonly ListField[],
	{ aggregates }: LiveGroup,
	context: CellContext,
): Readonly<Record<string, ReactNode>> {
	return Object.fromEntries(
		summed.map((field, place) => {
			const row = { id: "", type: "", [field.id]: aggregates[place] || null };
			return [field.id, renderValue(field, row, context)];
		}),
	);
}

function isUsed(
	field: ListField,
	shown: readonly ListField[],
	groupField: ListField | undefined,
): boolean {
	return field === groupField || shown.includes(field);
}

function fieldsOf(
	list: ListType,
	shown: readonly ListField[],
): readonly string[] {
	const extra = ALWAYS.filter((id) => findField(list, id) !== undefined);
	return [...new Set([...shown.map(({ id }) => id), ...extra])].sort();
}

/** Rows whose links want names; the keys of groups count as such. */
function loadedRows(
	{ sections }: Pick<ListState, "sections">,
	groupField: ListField | undefined,
): readonly LiveRow[] {
	const rows = sections.flatMap((section) => section.rows);
	if (groupField?.kind !== "link") return rows;
	const keys = sections.map(({ id }) => ({
		id: "",
		type: "",
		[groupField.id]: keyOfSection(id),
	}));
	return [...keys, ...rows];
}

function keyOfSection(id: string): unknown {
	try {
		return JSON.parse(id);
	} catch {
		return undefined;
	}
}

function toColumn(
	field: ListField,
	list: ListType,
	context: CellContext,
): TableColumn<LiveRow> {
	const render = field.id === list.columns[0] ? renderTitle : renderValue;
	return {
		id: field.id,
		header: context.t(`lists.fields.${field.label}`),
		width: field.width,
		align: isNumeric(field) ? "end" : "start",
		isSortable: isSortable(field),
		isDescFirst: isNumeric(field) || field.kind === "time",
		cell: (row) => render(field, row, context),
	};
}
