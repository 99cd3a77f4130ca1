import { useParams } from "@tanstack/react-router";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { StatsView } from "./StatsView.tsx";
import { srCharts } from "./sr-charts.ts";
import { useStats, useStatsRange } from "./use-stats.ts";

/** The tab of an SR with statistics. */
export function SrStatsPage() {
	const { id = "" } = useParams({ strict: false });
	const { t } = useTranslation();
	const range = useStatsRange();
	const query = useStats("sr.stats", id, range);
	const { data } = query;
	const charts = useMemo(
		() => (data === undefined ? [] : srCharts(data, t)),
		[data, t],
	);
	return <StatsView range={range} query={query} charts={charts} />;
}
