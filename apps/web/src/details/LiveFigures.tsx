import { Paper, SimpleGrid, Text } from "@mantine/core";
import type { LiveRow } from "@xo/contract";
import { memo } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../i18n/use-format.ts";
import { numberOf } from "../objects/read-row.ts";
import styles from "./details.module.css";

/** Above it, a share is drawn as high. */
const HIGH = 0.9;

/** What an object did in the last minute. */
export const LiveFigures = memo(function LiveFigures(props: {
	readonly row: LiveRow;
	/** Storage has only disks. */
	readonly hasOnlyDisks?: boolean;
}) {
	const { row, hasOnlyDisks = false } = props;
	const { t } = useTranslation();
	const format = useFormat();
	const metric = (name: string) => numberOf(row, `metrics.${name}`);
	const cpu = metric("cpu");
	const memory = metric("memoryRatio");
	return (
		<SimpleGrid
			component="section"
			aria-label={t("detail.now")}
			cols={hasOnlyDisks ? { base: 2 } : { base: 2, md: 3, xl: 6 }}
			spacing="md"
		>
			{!hasOnlyDisks && (
				<>
					<Figure
						label={t("lists.fields.cpuUse")}
						value={format.percent(cpu)}
						share={cpu}
					/>
					<Figure
						label={t("lists.fields.memoryUse")}
						value={format.bytes(metric("memory"))}
						share={memory}
						note={memory === undefined ? undefined : format.percent(memory)}
					/>
					<Figure
						label={t("lists.fields.networkRx")}
						value={format.rate(metric("networkRx"))}
					/>
					<Figure
						label={t("lists.fields.networkTx")}
						value={format.rate(metric("networkTx"))}
					/>
				</>
			)}
			<Figure
				label={t("lists.fields.diskRead")}
				value={format.rate(metric("diskRead"))}
			/>
			<Figure
				label={t("lists.fields.diskWrite")}
				value={format.rate(metric("diskWrite"))}
			/>
		</SimpleGrid>
	);
});

function Figure(props: {
	readonly label: string;
	readonly value: string;
	readonly note?: string | undefined;
	/** 0 to 1. */
	readonly share?: number | undefined;
}) {
	const { share } = props;
	return (
		<Paper withBorder p="sm">
			<Text size="xs" c="dimmed" truncate>
				{props.label}
			</Text>
			<Text fz={20} fw={600} lh={1.4} truncate>
				{props.value}{" "}
				{props.note !== undefined && (
					<Text span size="sm" c="dimmed">
						{props.note}
					</Text>
				)}
			</Text>
			{share !== undefined && (
				<div className={styles.bar} aria-hidden>
					<div
						className={styles.fill}
						data-high={share > HIGH || undefined}
						style={{ transform: `scaleX(${Math.max(0, Math.min(1, share))})` }}
					/>
				</div>
			)}
		</Paper>
	);
}
