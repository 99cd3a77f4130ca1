import { Button, SegmentedControl, Skeleton, Stack, Text } from "@mantine/core";
import { IconChartLine, IconMoodSad } from "@tabler/icons-react";
import type { UseQueryResult } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { ChartGroup, loadPlots } from "@xo/ui";
import { useTranslation } from "react-i18next";
import { Notice } from "../app/Notice.tsx";
import { errorText } from "../calls/error-text.ts";
import type { ChartSpec } from "./chart-spec.ts";
import { STATS_RANGES, type StatsRange } from "./ranges.ts";
import { StatsCharts } from "./StatsCharts.tsx";

loadPlots();

/** Charts of one range of time, with a choice of the range. */
export function StatsView(props: {
	readonly range: StatsRange;
	readonly query: UseQueryResult<unknown>;
	readonly charts: readonly ChartSpec[];
	/** What is amiss with some of it, already translated. */
	readonly remark?: string | undefined;
}) {
	const { t } = useTranslation();
	const navigate = useNavigate();
	const { range, query } = props;
	return (
		<Stack gap="lg">
			<SegmentedControl
				aria-label={t("stats.range")}
				w="fit-content"
				maw="100%"
				value={range.granularity}
				onChange={(granularity) =>
					void navigate({
						to: ".",
						search: ((before: object) => ({
							...before,
							range: granularity,
						})) as never,
						replace: true,
					})
				}
				data={STATS_RANGES.map(({ granularity, label }) => ({
					value: granularity,
					label: t(label),
				}))}
			/>
			{props.remark !== undefined && (
				<Text size="sm" c="dimmed">
					{props.remark}
				</Text>
			)}
			{query.data === undefined ? (
				<Unanswered query={query} />
			) : (
				<Charts key={range.granularity} charts={props.charts} />
			)}
		</Stack>
	);
}

function Charts({ charts }: { readonly charts: readonly ChartSpec[] }) {
	const { t } = useTranslation();
	if (charts.length === 0) {
		return (
			<Notice
				icon={IconChartLine}
				title={t("stats.nothing")}
				text={t("stats.nothingText")}
			/>
		);
	}
	return (
		<ChartGroup>
			<StatsCharts charts={charts} />
		</ChartGroup>
	);
}

function Unanswered({ query }: { readonly query: UseQueryResult<unknown> }) {
	const { t } = useTranslation();
	if (query.error === null) {
		return <Skeleton h={220} aria-label={t("state.loading")} role="status" />;
	}
	return (
		<Notice
			icon={IconMoodSad}
			tone="warning"
			title={t("stats.failed")}
			text={errorText(query.error, t)}
			action={
				<Button variant="default" onClick={() => void query.refetch()}>
					{t("stats.again")}
				</Button>
			}
		/>
	);
}
