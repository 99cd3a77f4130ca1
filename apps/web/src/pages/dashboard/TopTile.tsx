import { Box, Group, NativeSelect, Progress, Stack, Text } from "@mantine/core";
import type { LiveAggregateValue, LiveTopItem } from "@xo/contract";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../i18n/use-format.ts";
import { useLiveQuery } from "../../live/use-live-query.ts";
import { ObjectLink } from "../../objects/ObjectLink.tsx";
import { objectIcon } from "../../objects/object-types.ts";
import { FIRST_METRIC, top } from "./queries.ts";
import { Tile } from "./Tile.tsx";
import { TOP_METRICS, type TopMetric } from "./top-metrics.ts";

/** The busiest objects of a type, by a metric that one chooses. */
export function TopTile(props: {
	readonly type: string;
	readonly title: string;
	readonly path: string;
	readonly filter: string;
}) {
	const { t } = useTranslation();
	const [key, setKey] = useState(FIRST_METRIC);
	const metric = TOP_METRICS.find((one) => one.key === key);
	const query = useLiveQuery(top(props.type, props.filter, key));
	const items = itemsOf(query.result?.aggregates[0]);
	const search = new URLSearchParams({
		sort: `-${key}`,
		...(props.filter === "" ? {} : { filter: props.filter }),
	});
	return (
		<Tile
			title={props.title}
			icon={objectIcon(props.type)}
			to={`${props.path}?${search}`}
			query={query}
			isEmpty={items.length === 0}
			emptyText={t("dashboard.topNothing")}
			control={
				<NativeSelect
					size="xs"
					aria-label={t("dashboard.topBy", { title: props.title })}
					value={key}
					onChange={(event) => setKey(event.currentTarget.value)}
					data={TOP_METRICS.map((one) => ({
						value: one.key,
						label: t(one.label),
					}))}
				/>
			}
		>
			{() => metric && <TopList items={items} metric={metric} />}
		</Tile>
	);
}

function TopList(props: {
	readonly items: readonly LiveTopItem[];
	readonly metric: TopMetric;
}) {
	const format = useFormat();
	const { items, metric } = props;
	const max = metric.max ?? Math.max(...items.map(({ value }) => value), 0);
	return (
		<Stack gap={6} component="ol" m={0} p={0} style={{ listStyle: "none" }}>
			{items.map(({ id, type, label, value }) => (
				<Box component="li" key={id}>
					<Group justify="space-between" gap="xs" wrap="nowrap">
						<ObjectLink type={type} id={id} name={label ?? undefined} />
						<Text size="sm">{metric.print(value, format)}</Text>
					</Group>
					<Progress
						size={3}
						value={max > 0 ? (value / max) * 100 : 0}
						aria-hidden
					/>
				</Box>
			))}
		</Stack>
	);
}

function itemsOf(
	value: LiveAggregateValue | undefined,
): readonly LiveTopItem[] {
	return typeof value === "object" && value !== null ? value : [];
}
