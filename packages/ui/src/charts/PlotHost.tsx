import "uplot/dist/uPlot.min.css";
import {
	type KeyboardEvent,
	type RefObject,
	useEffect,
	useMemo,
	useRef,
} from "react";
import type { ChartGroupStore } from "./chart-group-store.ts";
import { useSettledView } from "./chart-hooks.ts";
import { printSummary, type TimeChartLabels } from "./chart-labels.ts";
import { measurePlace, Plot } from "./plot.ts";
import type { PlotInput } from "./plot-options.ts";
import { summarise } from "./summary.ts";
import type { TimeData } from "./time-data.ts";

interface PlotHostProps {
	input: PlotInput;
	data: TimeData;
	group: ChartGroupStore;
	heightPx: number;
	title: string;
	labels: TimeChartLabels;
	formatTime: (timeMs: number) => string;
	formatValue: (value: number) => string;
	plotRef: RefObject<Plot | undefined>;
}

const ZOOM = 1.25;
const PAN_SHARE = 0.1;
const CURSOR_SHARE = 0.01;

/** The canvas; React knows its box, `Plot` what is in it. */
export function PlotHost(props: PlotHostProps) {
	const { input, group, heightPx, plotRef } = props;
	const summary = useSummary(props);
	const hostRef = useRef<HTMLDivElement>(null);
	const inputRef = useRef(input);

	useEffect(() => {
		inputRef.current = input;
		plotRef.current?.update(input);
	}, [input, plotRef]);

	useEffect(() => {
		const host = hostRef.current;
		if (host === null) return;
		let isGone = false;
		const setUp = async () => {
			const { default: uPlotClass } = await import("uplot");
			const place = measurePlace(host);
			// All charts of a page are measured, then all are made: in turn, each
			// would cost a layout of the page.
			await undefined;
			if (isGone) return;
			const input = inputRef.current;
			const setup = { host, place, group, heightPx, input, uPlotClass };
			plotRef.current = new Plot(setup);
		};
		void setUp();
		return () => {
			isGone = true;
			plotRef.current?.[Symbol.dispose]();
			plotRef.current = undefined;
		};
	}, [group, heightPx, plotRef]);

	return (
		// biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms
		<div
			ref={hostRef}
			className="xo-chart-plot"
			style={{ height: heightPx }}
			role="group"
			// biome-ignore lint/a11y/noNoninteractiveTabindex: keys move and zoom it
			tabIndex={0}
			aria-label={summary}
			aria-description={props.labels.keyboardHint}
			onKeyDown={(event) => moveByKey(event, group)}
			onPointerDown={(event) => event.currentTarget.focus()}
		/>
	);
}

function moveByKey(event: KeyboardEvent, group: ChartGroupStore): void {
	const { view, cursorMs } = group;
	if (view === undefined || event.ctrlKey || event.metaKey || event.altKey) {
		return;
	}
	const length = view.toMs - view.fromMs;
	const step = (direction: 1 | -1) => {
		if (event.shiftKey) {
			const at = (cursorMs ?? view.toMs) + direction * CURSOR_SHARE * length;
			group.setCursor(Math.min(view.toMs, Math.max(view.fromMs, at)));
		} else {
			group.pan(direction * PAN_SHARE * length);
		}
	};
	const actions: Record<string, () => void> = {
		ArrowLeft: () => step(-1),
		ArrowRight: () => step(1),
		"+": () => group.zoom(1 / ZOOM, cursorMs),
		"=": () => group.zoom(1 / ZOOM, cursorMs),
		"-": () => group.zoom(ZOOM, cursorMs),
		"0": () => group.reset(),
	};
	const action = actions[event.key];
	if (action === undefined) return;
	event.preventDefault();
	action();
}

function useSummary(props: PlotHostProps): string {
	const { title, data, labels, group, formatTime, formatValue } = props;
	const view = useSettledView(group);
	return useMemo(() => {
		if (view === undefined) return `${title}: ${labels.noData}`;
		const series = summarise(data, view);
		return labels.summary({
			title,
			from: formatTime(view.fromMs),
			to: formatTime(view.toMs),
			series: series.map((one) => printSummary(one, formatValue)),
		});
	}, [title, data, labels, view, formatTime, formatValue]);
}
