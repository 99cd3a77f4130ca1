import "./charts.css";
import { Group, Text } from "@mantine/core";
import { useMemo, useRef, useState, useSyncExternalStore } from "react";
import { saveFile } from "../table/export.ts";
import { useChartGroup } from "./ChartGroup.tsx";
import { ChartLegend } from "./ChartLegend.tsx";
import { ChartMenu } from "./ChartMenu.tsx";
import { ChartTable } from "./ChartTable.tsx";
import type { ChartGroupStore } from "./chart-group-store.ts";
import { useExtent, usePlotInput } from "./chart-hooks.ts";
import type { TimeChartLabels } from "./chart-labels.ts";
import { chartCsv } from "./csv.ts";
import { download } from "./download.ts";
import { PlotHost } from "./PlotHost.tsx";
import { chartPicture } from "./picture.ts";
import type { Plot } from "./plot.ts";
import type { TimeData } from "./time-data.ts";
import { createMomentLabel } from "./time-labels.ts";
import type { Unit } from "./units.ts";

export interface TimeChartProps {
	title: string;
	data: TimeData;
	unit: Unit;
	labels: TimeChartLabels;
	/** BCP 47 tag; for dates and numbers. */
	locale: string;
	/** Layers on each other, for parts of a whole. */
	stacked?: boolean;
	/** In CSS pixels, without title and legend. */
	height?: number;
	/** Upper end of the value axis unless the data goes beyond. */
	maxValue?: number;
	/** Instead of the unit's usual format. */
	formatValue?: (value: number) => string;
}

/** Lines over time; see `ChartGroup` for charts that move together. */
export function TimeChart(props: TimeChartProps) {
	const { title, data, labels, locale, height = 180 } = props;
	const group = useChartGroup();
	const hasData = useExtent(group, data);
	const plotRef = useRef<Plot>(undefined);
	const [isTable, setIsTable] = useState(false);
	const { input, toggle } = usePlotInput(props);
	const { formatValue, hidden, stacked } = input;
	const formatTime = useMemo(() => createMomentLabel(locale), [locale]);
	const text = { title, data, labels, group, formatTime, formatValue };
	const savePng = async () => {
		if (plotRef.current === undefined) return;
		const legend = data.series
			.map(({ id, label }, index) => ({ id, label, index }))
			.filter(({ id }) => !hidden.has(id));
		const picture = {
			plot: plotRef.current,
			title,
			legend,
			isDashed: !stacked,
		};
		download(`${title}.png`, await chartPicture(picture));
	};
	const saveCsv = () =>
		saveFile(`${title}.csv`, "text/csv", chartCsv(data, labels.time));
	return (
		<figure className="xo-chart">
			<Group justify="space-between" wrap="nowrap" gap="xs" mih={26}>
				<Text component="figcaption" size="sm" fw={600} truncate>
					{title}
				</Text>
				<CursorTime group={group} format={formatTime} latest={labels.latest} />
				<ChartMenu
					title={title}
					labels={labels}
					group={group}
					isTable={isTable}
					onToggleTable={() => setIsTable(!isTable)}
					onPng={() => void savePng()}
					onCsv={() => void saveCsv()}
				/>
			</Group>
			{!hasData && (
				<Text c="dimmed" size="sm" ta="center" py="xl" h={height}>
					{labels.noData}
				</Text>
			)}
			{hasData && isTable && <ChartTable {...text} heightPx={height} />}
			{hasData && !isTable && (
				<PlotHost {...text} input={input} heightPx={height} plotRef={plotRef} />
			)}
			<ChartLegend
				data={data}
				group={group}
				hidden={hidden}
				isDashed={!stacked}
				formatValue={formatValue}
				onToggle={toggle}
				onHighlight={(id) => plotRef.current?.highlight(id)}
			/>
		</figure>
	);
}

function CursorTime({
	group,
	format,
	latest,
}: {
	group: ChartGroupStore;
	format: (timeMs: number) => string;
	latest: string;
}) {
	const cursorMs = useSyncExternalStore(group.onCursor, () => group.cursorMs);
	return (
		<Text size="xs" c="dimmed" ml="auto" truncate>
			{cursorMs === undefined ? latest : format(cursorMs)}
		</Text>
	);
}
