import type { TableLayout, TableSort } from "@xo/ui";
import { findField, type ListType } from "./model.ts";

/** How a user looks at a list: what the address of the page says. */
export interface ListView {
	readonly filter: string;
	readonly sort: readonly TableSort[];
	readonly layout: TableLayout;
	readonly groupBy: string | undefined;
}

/** Sort keys of a live query. */
const MOST_KEYS = 4;

/** Parameters of the address; what is as at first is left out. */
export type ViewSearch = Readonly<Record<string, string | undefined>>;

export const VIEW_KEYS = [
	"filter",
	"sort",
	"columns",
	"widths",
	"group",
] as const;

export function firstView(list: ListType): ListView {
	return {
		filter: list.filter ?? "",
		sort: parseSort(list, list.sort),
		layout: { columns: list.columns, widths: {} },
		groupBy: undefined,
	};
}

/** The view that an address asks for. What is not known is ignored: addresses
 *  outlive columns. */
export function parseView(list: ListType, search: ViewSearch): ListView {
	const first = firstView(list);
	const columns = (search.columns ?? "")
		.split(",")
		.filter((id) => findField(list, id) !== undefined);
	const sort = parseSort(list, search.sort ?? "");
	return {
		filter: search.filter ?? first.filter,
		sort: search.sort === undefined ? first.sort : sort,
		layout: {
			columns:
				columns.length > 0 ? [...new Set(columns)] : first.layout.columns,
			widths: parseWidths(search.widths ?? ""),
		},
		groupBy: list.groups.find((id) => id === search.group),
	};
}

export function printView(list: ListType, view: ListView): ViewSearch {
	const first = firstView(list);
	const { columns, widths } = view.layout;
	const sort = printSort(view.sort);
	return {
		filter: view.filter === first.filter ? undefined : view.filter,
		sort: sort === printSort(first.sort) ? undefined : sort,
		columns:
			columns.join() === first.layout.columns.join()
				? undefined
				: columns.join(),
		widths:
			Object.entries(widths)
				.map(([id, width]) => `${id}:${width}`)
				.join() || undefined,
		group: view.groupBy,
	};
}

function parseSort(list: ListType, text: string): readonly TableSort[] {
	return text
		.split(",")
		.map((key) => ({ id: key.replace(/^-/, ""), desc: key.startsWith("-") }))
		.filter(({ id }) => findField(list, id) !== undefined)
		.slice(0, MOST_KEYS);
}

function printSort(sort: readonly TableSort[]): string {
	return sort
		.slice(0, MOST_KEYS)
		.map(({ id, desc }) => (desc ? `-${id}` : id))
		.join();
}

function parseWidths(text: string): Readonly<Record<string, number>> {
	return Object.fromEntries(
		[...text.matchAll(/([^,]+):(\d+)/g)].map(([, id, width]) => [
			id,
			Number(width),
		]),
	);
}
