import { Group, Progress, Stack, Table, Text } from "@mantine/core";
import type { LiveRow } from "@xo/contract";
import { useTranslation } from "react-i18next";
import { Section } from "../../details/Section.tsx";
import { useFormat } from "../../i18n/use-format.ts";
import { useLiveQuery } from "../../live/use-live-query.ts";
import { numberOf, textOf } from "../../objects/read-row.ts";
import { TaskState } from "./StateText.tsx";
import { useVm } from "./use-vm.ts";
import classes from "./vm.module.css";

const SHOWN = 100;

/** What is and was being done with the VM, and what its pool reported. */
export function TasksTab() {
	const { t } = useTranslation();
	const { row } = useVm();
	if (row === undefined) return null;
	const uuid = textOf(row, "uuid");
	return (
		<Stack gap="md">
			<Section title={t("nav.tasks")}>
				<Tasks uuid={uuid} />
			</Section>
			<Section title={t("nav.messages")}>
				<Messages uuid={uuid} />
			</Section>
		</Stack>
	);
}

function timeOf(row: LiveRow, key: string): number | undefined {
	const seconds = numberOf(row, key);
	return seconds === undefined ? undefined : seconds * 1000;
}

function Empty({ text }: { readonly text: string }) {
	return (
		<Text size="sm" c="dimmed">
			{text}
		</Text>
	);
}

function Tasks({ uuid }: { readonly uuid: string }) {
	const { t } = useTranslation();
	const format = useFormat();
	const { result } = useLiveQuery({
		types: ["task"],
		filter: `applies_to:"${uuid}"`,
		sort: [{ key: "created", desc: true }],
		fields: ["name_label", "status", "progress", "created", "finished"],
		window: { offset: 0, limit: SHOWN },
	});
	if (result?.total === 0) return <Empty text={t("vmPage.noTasks")} />;
	return (
		<div className={classes.scroll}>
			<Table>
				<Table.Thead>
					<Table.Tr>
						<Table.Th>{t("vmPage.task")}</Table.Th>
						<Table.Th>{t("vmPage.state")}</Table.Th>
						<Table.Th>{t("vmPage.begun")}</Table.Th>
					</Table.Tr>
				</Table.Thead>
				<Table.Tbody>
					{result?.rows.map((task) => (
						<Table.Tr key={task.id}>
							<Table.Td>{textOf(task, "name_label")}</Table.Td>
							<Table.Td>
								<Group gap="sm" wrap="nowrap">
									<TaskState status={textOf(task, "status")} />
									{task.status === "pending" && (
										<Progress
											flex={1}
											miw={60}
											size="xs"
											value={(numberOf(task, "progress") ?? 0) * 100}
											aria-label={textOf(task, "name_label")}
										/>
									)}
								</Group>
							</Table.Td>
							<Table.Td>{format.relative(timeOf(task, "created"))}</Table.Td>
						</Table.Tr>
					))}
				</Table.Tbody>
			</Table>
		</div>
	);
}

function Messages({ uuid }: { readonly uuid: string }) {
	const { t } = useTranslation();
	const format = useFormat();
	const { result } = useLiveQuery({
		types: ["message"],
		filter: `$object:"${uuid}"`,
		sort: [{ key: "time", desc: true }],
		fields: ["name", "body", "time"],
		window: { offset: 0, limit: SHOWN },
	});
	if (result?.total === 0) return <Empty text={t("vmPage.noMessages")} />;
	return (
		<div className={classes.scroll}>
			<Table>
				<Table.Thead>
					<Table.Tr>
						<Table.Th>{t("vmPage.time")}</Table.Th>
						<Table.Th>{t("vmPage.message")}</Table.Th>
					</Table.Tr>
				</Table.Thead>
				<Table.Tbody>
					{result?.rows.map((message) => (
						<Table.Tr key={message.id}>
							<Table.Td style={{ whiteSpace: "nowrap" }}>
								{format.dateTime(timeOf(message, "time"))}
							</Table.Td>
							<Table.Td>
								<Text size="sm" fw={600}>
									{textOf(message, "name")}
								</Text>
								<Text size="sm" c="dimmed" lineClamp={3}>
									{textOf(message, "body")}
								</Text>
							</Table.Td>
						</Table.Tr>
					))}
				</Table.Tbody>
			</Table>
		</div>
	);
}
