import { useDebouncedCallback } from "@mantine/hooks";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useMemo, useState } from "react";
import { useStable } from "../app/use-stable.ts";
import type { ListType } from "./model.ts";
import {
	type ListView,
	parseView,
	printView,
	VIEW_KEYS,
	type ViewSearch,
} from "./view.ts";

/** The address follows somebody who types after a pause. */
const PAUSE_MS = 400;

/** The view of a list, kept in the address; below a name of its own where a
 *  page has several lists. */
export function useView(list: ListType, name?: string) {
	const search = useSearch({ strict: false }) as Readonly<
		Record<string, unknown>
	>;
	const navigate = useNavigate();
	const texts = textsOf(search, name);
	const key = JSON.stringify(texts);
	// biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the texts
	const view = useMemo(() => parseView(list, texts), [list, key]);
	// What is typed and not yet in the address, until the address says else.
	const [draft, setDraft] = useState<{ text: string; over: string }>();
	const filter =
		draft !== undefined && draft.over === view.filter
			? draft.text
			: view.filter;

	function write(next: ListView, isReplaced: boolean): void {
		void navigate({
			to: ".",
			search: ((before: Record<string, unknown>) => ({
				...before,
				...under(name, printView(list, next)),
			})) as never,
			replace: isReplaced,
		});
	}
	const writeFilter = useDebouncedCallback((text: string) => {
		setDraft((now) =>
			now === undefined ? now : { text: now.text, over: text },
		);
		write({ ...view, filter: text }, true);
	}, PAUSE_MS);

	const shown = useMemo(() => ({ ...view, filter }), [view, filter]);
	/** Each key that is typed. */
	const setFilter = useStable((text: string): void => {
		setDraft({ text, over: view.filter });
		writeFilter(text);
	});
	const change = useStable((changes: Partial<ListView>): void => {
		setDraft(undefined);
		const isLayoutOnly = Object.keys(changes).every(
			(name) => name === "layout",
		);
		write({ ...view, filter, ...changes }, isLayoutOnly);
	});
	const setPanel = useStable((panel: string | undefined): void => {
		void navigate({
			to: ".",
			search: ((before: Record<string, unknown>) => ({
				...before,
				panel,
			})) as never,
			replace: true,
		});
	});
	/** Parameters of the address, to keep the view. */
	const print = useStable((): ViewSearch => printView(list, shown));
	/** The object in the panel, of the address too. */
	const panel = typeof search.panel === "string" ? search.panel : undefined;
	return useMemo(
		() => ({ view: shown, setFilter, change, panel, setPanel, print }),
		[shown, setFilter, change, panel, setPanel, print],
	);
}

/** The parameter that a part of a view is in. */
function parameter(name: string | undefined, key: string): string {
	return name === undefined ? key : `${name}.${key}`;
}

function under(name: string | undefined, view: ViewSearch): ViewSearch {
	return Object.fromEntries(
		Object.entries(view).map(([key, text]) => [parameter(name, key), text]),
	);
}

function textsOf(
	search: Readonly<Record<string, unknown>>,
	name: string | undefined,
): ViewSearch {
	return Object.fromEntries(
		VIEW_KEYS.flatMap((key) => {
			const value = search[parameter(name, key)];
			return value === undefined ? [] : [[key, String(value)]];
		}),
	);
}
