import { Button, Group, ScrollArea, Table, Text } from "@mantine/core";
import { IconAlertTriangle, IconCheck } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { errorText } from "../calls/error-text.ts";
import { nameOf } from "../objects/read-row.ts";
import { toneVariable } from "../theme/tokens.ts";
import type { Outcome } from "./run-all.ts";

/** What became of each object of a bulk action; failures first. */
export function ReportTable({
	outcomes,
}: {
	readonly outcomes: readonly Outcome[];
}) {
	const { t } = useTranslation();
	const sorted = outcomes.toSorted(
		(a, b) => Number(a.error === undefined) - Number(b.error === undefined),
	);
	return (
		<ScrollArea.Autosize mah="60dvh">
			<Table>
				<Table.Thead>
					<Table.Tr>
						<Table.Th>{t("action.report.object")}</Table.Th>
						<Table.Th>{t("action.report.result")}</Table.Th>
					</Table.Tr>
				</Table.Thead>
				<Table.Tbody>
					{sorted.map(({ row, error }) => (
						<Table.Tr key={row.id}>
							<Table.Td>{nameOf(row)}</Table.Td>
							<Table.Td>
								{error === undefined ? (
									<Group gap={6} wrap="nowrap">
										<IconCheck
											size={16}
											color={toneVariable("good")}
											aria-hidden
										/>
										<Text size="sm">{t("action.report.done")}</Text>
									</Group>
								) : (
									<Group gap={6} wrap="nowrap">
										<IconAlertTriangle
											size={16}
											color={toneVariable("bad")}
											style={{ flexShrink: 0 }}
											aria-hidden
										/>
										<Text size="sm">{errorText(error, t)}</Text>
									</Group>
								)}
							</Table.Td>
						</Table.Tr>
					))}
				</Table.Tbody>
			</Table>
		</ScrollArea.Autosize>
	);
}

/** That some of a bulk action failed, and the way to which and why. */
export function FailedSome(props: {
	readonly failed: number;
	readonly total: number;
	readonly onShow: () => void;
}) {
	const { failed, total, onShow } = props;
	const { t } = useTranslation();
	return (
		<Group justify="space-between">
			<Text size="sm">
				{t("action.report.failed", { count: failed, total })}
			</Text>
			<Button variant="default" onClick={onShow}>
				{t("action.report.show")}
			</Button>
		</Group>
	);
}
