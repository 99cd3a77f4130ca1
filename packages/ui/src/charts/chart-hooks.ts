import {
	useCallback,
	useEffect,
	useId,
	useMemo,
	useState,
	useSyncExternalStore,
} from "react";
import type { ChartGroupStore } from "./chart-group-store.ts";
import type { PlotInput } from "./plot-options.ts";
import { extentOf, type TimeData, type TimeSpan } from "./time-data.ts";
import { createUnitFormatter, type Unit } from "./units.ts";

const SETTLED_MS = 250;

/** Makes the chart's data part of the group; whether there is any to show. */
export function useExtent(group: ChartGroupStore, data: TimeData): boolean {
	const id = useId();
	useEffect(() => {
		group.setExtent(id, extentOf(data.timesMs));
	}, [group, id, data]);
	useEffect(() => () => group.setExtent(id, undefined), [group, id]);
	return useSyncExternalStore(group.onView, () => group.view !== undefined);
}

/** The view once it has stopped moving: what words and tables tell. */
export function useSettledView(group: ChartGroupStore): TimeSpan | undefined {
	const subscribe = useCallback(
		(listener: () => void) => {
			let timer: ReturnType<typeof setTimeout> | undefined;
			const stop = group.onView(() => {
				clearTimeout(timer);
				timer = setTimeout(listener, SETTLED_MS);
			});
			return () => {
				clearTimeout(timer);
				stop();
			};
		},
		[group],
	);
	return useSyncExternalStore(subscribe, () => group.view);
}

interface PlotInputOptions {
	data: TimeData;
	unit: Unit;
	locale: string;
	stacked?: boolean;
	maxValue?: number;
	formatValue?: (value: number) => string;
}

/** The plot's input, and which series are hidden. */
export function usePlotInput(options: PlotInputOptions) {
	const { data, unit, locale, stacked = false, maxValue } = options;
	const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());
	const given = options.formatValue;
	const formatValue = useMemo(
		() => given ?? createUnitFormatter(unit, locale),
		[given, unit, locale],
	);
	const input = useMemo<PlotInput>(
		() => ({ data, hidden, unit, stacked, maxValue, locale, formatValue }),
		[data, hidden, unit, stacked, maxValue, locale, formatValue],
	);
	const toggle = useCallback((seriesId: string) => {
		setHidden((before) => {
			const after = new Set(before);
			if (!after.delete(seriesId)) after.add(seriesId);
			return after;
		});
	}, []);
	return { input, toggle };
}
