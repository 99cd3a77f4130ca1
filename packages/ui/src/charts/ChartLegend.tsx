import { UnstyledButton } from "@mantine/core";
import { useSyncExternalStore } from "react";
import type { ChartGroupStore } from "./chart-group-store.ts";
import { printValue } from "./chart-labels.ts";
import { seriesColorVariable, seriesDash } from "./chart-theme.ts";
import { nearestIndex, type TimeData, type TimeSeries } from "./time-data.ts";

interface ChartLegendProps {
	data: TimeData;
	group: ChartGroupStore;
	hidden: ReadonlySet<string>;
	isDashed: boolean;
	formatValue: (value: number) => string;
	onToggle: (seriesId: string) => void;
	onHighlight: (seriesId: string | undefined) => void;
}

/** Each series with its value under the cursor, or else its latest. */
export function ChartLegend(props: ChartLegendProps) {
	const { data, hidden, onToggle, onHighlight } = props;
	return (
		<ul className="xo-chart-legend">
			{data.series.map((series, index) => (
				<li key={series.id}>
					<UnstyledButton
						aria-pressed={!hidden.has(series.id)}
						onClick={() => onToggle(series.id)}
						onPointerEnter={() => onHighlight(series.id)}
						onPointerLeave={() => onHighlight(undefined)}
						onFocus={() => onHighlight(series.id)}
						onBlur={() => onHighlight(undefined)}
					>
						<Swatch index={index} isDashed={props.isDashed} />
						<span className="xo-chart-legend-label" title={series.label}>
							{series.label}
						</span>
						<LegendValue {...props} series={series} />
					</UnstyledButton>
				</li>
			))}
		</ul>
	);
}

function Swatch({ index, isDashed }: { index: number; isDashed: boolean }) {
	return (
		<svg width="22" height="4" aria-hidden="true">
			<line
				x1="0"
				x2="22"
				y1="2"
				y2="2"
				stroke={`var(${seriesColorVariable(index)})`}
				strokeWidth="2.5"
				strokeDasharray={isDashed ? seriesDash(index).join(" ") : undefined}
			/>
		</svg>
	);
}

function LegendValue({
	data,
	group,
	series,
	formatValue,
}: ChartLegendProps & { series: TimeSeries }) {
	// The text itself is the snapshot: a moving cursor re-renders only the
	// values that it changes.
	const text = useSyncExternalStore(group.onCursor, () =>
		printValue(valueAt(data, series, group.cursorMs), formatValue),
	);
	return <span className="xo-chart-legend-value">{text}</span>;
}

function valueAt(
	data: TimeData,
	series: TimeSeries,
	cursorMs: number | undefined,
): number | null | undefined {
	if (cursorMs === undefined) return series.values.at(-1);
	return series.values[nearestIndex(data.timesMs, cursorMs)];
}
