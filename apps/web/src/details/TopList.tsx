import { Group, SegmentedControl, Skeleton, Stack, Text } from "@mantine/core";
import type { LiveTopItem } from "@xo/contract";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../i18n/use-format.ts";
import { useLiveQuery } from "../live/use-live-query.ts";
import { ObjectLink } from "../objects/ObjectLink.tsx";
import styles from "./details.module.css";
import { Section } from "./Section.tsx";

const METRICS = ["cpu", "memory", "networkRx", "diskWrite"] as const;
type Metric = (typeof METRICS)[number];
const SHOWN = 8;

const LABELS: Readonly<Record<Metric, string>> = {
	cpu: "lists.fields.cpuUse",
	memory: "lists.fields.memoryUse",
	networkRx: "lists.fields.networkRx",
	diskWrite: "lists.fields.diskWrite",
};

/** The VMs that use most of something here, as of the last minute. */
export function TopList({ scope }: { readonly scope: string }) {
	const { t } = useTranslation();
	const format = useFormat();
	const [metric, setMetric] = useState<Metric>("cpu");
	const { result } = useLiveQuery({
		types: ["VM"],
		filter: scope,
		window: { offset: 0, limit: 0 },
		aggregates: [{ op: "top", key: `metrics.${metric}`, n: SHOWN }],
	});
	const top = result?.aggregates[0] as readonly LiveTopItem[] | undefined;
	const most = metric === "cpu" ? 1 : (top?.[0]?.value ?? 0);
	const print = (value: number) =>
		metric === "cpu"
			? format.percent(value)
			: metric === "memory"
				? format.bytes(value)
				: format.rate(value);
	return (
		<Section
			title={t("detail.top")}
			actions={
				<SegmentedControl
					size="xs"
					aria-label={t("detail.topBy")}
					value={metric}
					onChange={(value) => setMetric(value as Metric)}
					data={METRICS.map((value) => ({ value, label: t(LABELS[value]) }))}
				/>
			}
		>
			{top === undefined ? (
				<Skeleton height={200} />
			) : top.length === 0 ? (
				<Text size="sm" c="dimmed">
					{t("detail.noTop")}
				</Text>
			) : (
				<Stack gap={6} component="ol" m={0} p={0} style={{ listStyle: "none" }}>
					{top.map(({ id, type, label, value }) => (
						<li key={id}>
							<Group justify="space-between" wrap="nowrap" gap="sm">
								<ObjectLink type={type} id={id} name={label ?? id} />
								<Text size="sm" style={{ whiteSpace: "nowrap" }}>
									{print(value)}
								</Text>
							</Group>
							<div className={styles.bar} aria-hidden>
								<div
									className={styles.fill}
									style={{
										transform: `scaleX(${most > 0 ? value / most : 0})`,
									}}
								/>
							</div>
						</li>
					))}
				</Stack>
			)}
		</Section>
	);
}
