import { useParams } from "@tanstack/react-router";
import type { QueryParams } from "@xo/client";
import type { LiveRow } from "@xo/contract";
import { useMemo, useRef } from "react";
import { useTranslation } from "react-i18next";
import { actionFields } from "../actions/registry.ts";
import { useFormat } from "../i18n/use-format.ts";
import type { CellContext } from "../lists/cell.tsx";
import type { ListType } from "../lists/model.ts";
import { useNames } from "../lists/names.ts";
import type { LiveStatus } from "../live/live-entry.ts";
import { objectQuery, useObject } from "../live/use-live-query.ts";

/** The object that a page is about, with all its facts. */
export interface Detail {
	readonly id: string;
	readonly row: LiveRow | undefined;
	readonly isMissing: boolean;
	readonly status: LiveStatus;
	/** How its facts become texts. */
	readonly context: CellContext;
}

/** The object; while it is not there yet the one before, or a blank, behind
 *  what says so. */
export function useRowBefore({ id, row }: Detail): LiveRow {
	const shown = useRef<LiveRow>({ id, type: "" });
	if (row !== undefined) shown.current = row;
	return shown.current;
}

const fields = new WeakMap<ListType, readonly string[]>();

function fieldsOf(list: ListType): readonly string[] {
	const known = fields.get(list);
	if (known !== undefined) return known;
	const ids = list.fields.map((field) => field.id);
	const all = [...new Set([...ids, ...actionFields])];
	fields.set(list, all);
	return all;
}

/** What the page of an object asks for first. */
export function detailQuery(list: ListType, id: string): QueryParams {
	return objectQuery(list.types, id, fieldsOf(list));
}

const NO_ROWS: readonly LiveRow[] = [];

/** The object of the address. Tabs of a page share one query. */
export function useDetail(list: ListType): Detail {
	const { id = "" } = useParams({ strict: false }) as { readonly id?: string };
	const { t } = useTranslation();
	const format = useFormat();
	const { row, isMissing, status } = useObject(list.types, id, fieldsOf(list));
	const links = useMemo(
		() => list.fields.filter(({ kind }) => kind === "link"),
		[list],
	);
	const rows = useMemo(() => (row === undefined ? NO_ROWS : [row]), [row]);
	const names = useNames(links, rows);
	const context = useMemo<CellContext>(
		() => ({ t, format, names, nameOf: (other) => names.get(other)?.name }),
		[t, format, names],
	);
	return { id, row, isMissing, status, context };
}
