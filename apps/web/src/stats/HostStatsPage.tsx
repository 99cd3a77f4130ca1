import { useParams } from "@tanstack/react-router";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useObject } from "../live/use-live-query.ts";
import { hostCharts } from "./host-charts.ts";
import { StatsView } from "./StatsView.tsx";
import { useNames } from "./use-names.ts";
import { useStats, useStatsRange } from "./use-stats.ts";

const SR_PREFIX = 8;

/** A host's tab of statistics. */
export function HostStatsPage() {
	const { id = "" } = useParams({ strict: false });
	return <HostStats id={id} />;
}

/** The charts of a host. */
export function HostStats({ id }: { readonly id: string }) {
	const { t } = useTranslation();
	const range = useStatsRange();
	const query = useStats("host.stats", id, range);
	const { row } = useObject("host", id, ["$pool"]);
	const srNames = useNames("SR", row?.$pool);
	const { data } = query;
	const charts = useMemo(() => {
		const names = new Map(
			[...srNames].map(([srId, name]) => [srId.slice(0, SR_PREFIX), name]),
		);
		return data === undefined
			? []
			: hostCharts(data, t, (prefix) => names.get(prefix) ?? prefix);
	}, [data, t, srNames]);
	return <StatsView range={range} query={query} charts={charts} />;
}
