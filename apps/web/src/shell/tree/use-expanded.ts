import { useLocalStorage } from "@mantine/hooks";
import { useCallback } from "react";
import { useLiveQuery } from "../../live/use-live-query.ts";

/** As many as one live query takes. */
const MAX_EXPANDED = 2_000;
const OPENED_AT_FIRST = 5;

/** Which rows are open: the pools, until somebody has chosen. */
export function useExpanded(view: string): {
	readonly expanded: readonly string[];
	readonly setExpanded: (id: string, isOpen: boolean) => void;
} {
	const [chosen, setChosen] = useLocalStorage<readonly string[] | null>({
		key: `xo.tree.expanded.${view}`,
		defaultValue: null,
		getInitialValueInEffect: false,
	});
	const pools = useLiveQuery(
		{ types: ["pool"], window: { offset: 0, limit: OPENED_AT_FIRST } },
		{ isEnabled: chosen === null },
	);
	const expanded = chosen ?? pools.result?.rows.map(({ id }) => id) ?? [];
	const setExpanded = useCallback(
		(id: string, isOpen: boolean) => {
			const others = expanded.filter((other) => other !== id);
			setChosen((isOpen ? [...others, id] : others).slice(-MAX_EXPANDED));
		},
		[expanded, setChosen],
	);
	return { expanded, setExpanded };
}
