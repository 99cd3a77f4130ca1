import { SimpleGrid } from "@mantine/core";
import { TimeChart } from "@xo/ui";
import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import type { ChartSpec } from "./chart-spec.ts";
import { useChartLabels } from "./use-chart-labels.ts";

/** Charts side by side. */
export function StatsCharts({
	charts,
	height,
}: {
	readonly charts: readonly ChartSpec[];
	readonly height?: number;
}) {
	return (
		<SimpleGrid cols={{ base: 1, lg: 2 }} spacing="xl" verticalSpacing="lg">
			{charts.map((chart) => (
				<StatsChart key={chart.id} chart={chart} height={height} />
			))}
		</SimpleGrid>
	);
}

function StatsChart({
	chart,
	height,
}: {
	readonly chart: ChartSpec;
	readonly height: number | undefined;
}) {
	const { t, i18n } = useTranslation();
	const labels = useChartLabels();
	const { unit, seriesCount } = chart;
	const formatMilliseconds = useCallback(
		(value: number) =>
			new Intl.NumberFormat(i18n.language, {
				style: "unit",
				unit: "millisecond",
				maximumFractionDigits: 1,
			}).format(value),
		[i18n.language],
	);
	const title = t(chart.title);
	return (
		<TimeChart
			title={
				seriesCount === undefined
					? title
					: t("stats.busiestOf", {
							title,
							shown: chart.data.series.length,
							count: seriesCount,
						})
			}
			data={chart.data}
			unit={unit === "milliseconds" || unit === "perSecond" ? "count" : unit}
			formatValue={unit === "milliseconds" ? formatMilliseconds : undefined}
			stacked={chart.stacked}
			maxValue={chart.maxValue}
			labels={labels}
			locale={i18n.language}
			height={height}
		/>
	);
}
