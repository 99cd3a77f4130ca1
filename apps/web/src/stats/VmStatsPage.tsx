import { useParams } from "@tanstack/react-router";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { StatsView } from "./StatsView.tsx";
import { useStats, useStatsRange } from "./use-stats.ts";
import { vmCharts } from "./vm-charts.ts";

/** A VM's tab of statistics. */
export function VmStatsPage() {
	const { id = "" } = useParams({ strict: false });
	const { t } = useTranslation();
	const range = useStatsRange();
	const query = useStats("vm.stats", id, range);
	const { data } = query;
	const charts = useMemo(
		() => (data === undefined ? [] : vmCharts(data, t)),
		[data, t],
	);
	return <StatsView range={range} query={query} charts={charts} />;
}
