import { useParams } from "@tanstack/react-router";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { poolCharts } from "./pool-charts.ts";
import { StatsView } from "./StatsView.tsx";
import { useNames } from "./use-names.ts";
import { useStats, useStatsRange } from "./use-stats.ts";

/** A pool's tab of statistics. */
export function PoolStatsPage() {
	const { id = "" } = useParams({ strict: false });
	return <PoolStats id={id} />;
}

/** The charts of a pool. */
export function PoolStats({ id }: { readonly id: string }) {
	const { t } = useTranslation();
	const range = useStatsRange();
	const query = useStats("pool.stats", id, range);
	const hostNames = useNames("host", id);
	const { data } = query;
	const charts = useMemo(
		() =>
			data === undefined
				? []
				: poolCharts(data, (host) => hostNames.get(host) ?? host),
		[data, hostNames],
	);
	const silent = Object.values(data ?? {}).filter((one) => "error" in one);
	return (
		<StatsView
			range={range}
			query={query}
			charts={charts}
			remark={
				silent.length === 0
					? undefined
					: t("stats.silentHosts", { count: silent.length })
			}
		/>
	);
}
