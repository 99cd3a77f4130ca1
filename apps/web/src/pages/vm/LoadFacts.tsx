import { Progress, Stack, Text } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { FactList } from "../../details/Facts.tsx";
import { useFormat } from "../../i18n/use-format.ts";
import { useObject } from "../../live/use-live-query.ts";
import { numberOf } from "../../objects/read-row.ts";

/** What the VM does right now. */
export function LoadFacts(props: {
	readonly id: string;
	readonly isRunning: boolean;
}) {
	const { t } = useTranslation();
	const format = useFormat();
	const { row } = useObject("VM", props.isRunning ? props.id : undefined, [
		"metrics.cpu",
		"metrics.memory",
		"metrics.memoryRatio",
		"metrics.networkRx",
		"metrics.networkTx",
		"metrics.diskRead",
		"metrics.diskWrite",
	]);
	if (!props.isRunning) {
		return (
			<Text size="sm" c="dimmed">
				{t("vmPage.notRunning")}
			</Text>
		);
	}
	const of = (name: string) =>
		row === undefined ? undefined : numberOf(row, `metrics.${name}`);
	const memoryText =
		of("memoryRatio") === undefined
			? format.bytes(of("memory"))
			: `${format.bytes(of("memory"))} (${format.percent(of("memoryRatio"))})`;
	const pair = (a: string, b: string) =>
		`${format.rate(of(a))} / ${format.rate(of(b))}`;
	return (
		<FactList
			facts={[
				[
					t("vmPage.cpus"),
					<Share
						key="cpu"
						ratio={of("cpu")}
						label={t("vmPage.cpus")}
						text={format.percent(of("cpu"))}
					/>,
				],
				[
					t("vmPage.memory"),
					<Share
						key="memory"
						ratio={of("memoryRatio")}
						label={t("vmPage.memory")}
						text={memoryText}
					/>,
				],
				[t("vmPage.networkLoad"), pair("networkRx", "networkTx")],
				[t("vmPage.diskLoad"), pair("diskRead", "diskWrite")],
			]}
		/>
	);
}

function Share(props: {
	readonly ratio: number | undefined;
	readonly label: string;
	readonly text: ReactNode;
}) {
	return (
		<Stack gap={2}>
			<Text size="sm">{props.text}</Text>
			{props.ratio !== undefined && (
				<Progress
					size="xs"
					value={props.ratio * 100}
					aria-label={props.label}
					maw={240}
				/>
			)}
		</Stack>
	);
}
