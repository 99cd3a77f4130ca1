import { Skeleton, Table, Text } from "@mantine/core";
import { IconAlertTriangle, IconListCheck } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { Notice } from "../../app/Notice.tsx";
import { errorText } from "../../calls/error-text.ts";
import { Page } from "../../shell/Page.tsx";
import { ServerTaskRow } from "./ServerTaskRow.tsx";
import { useServerTasks } from "./server-tasks.ts";
import { useTaskTabs } from "./use-task-tabs.ts";

const SHOWN = 200;

/** What this server itself does and did: long actions, asked for by clients. */
export function ServerTasksPage() {
	const { t } = useTranslation();
	return (
		<Page title={t("nav.tasks")} tabs={useTaskTabs()}>
			<Text size="sm" c="dimmed">
				{t("tasks.serverIntro")}
			</Text>
			<ServerTasks />
		</Page>
	);
}

function ServerTasks() {
	const { t } = useTranslation();
	const { data, error } = useServerTasks();
	if (data === undefined && error !== null) {
		return (
			<Notice
				icon={IconAlertTriangle}
				tone="warning"
				title={t("tasks.unreadable")}
				text={errorText(error, t)}
			/>
		);
	}
	if (data === undefined) return <Skeleton h={160} />;
	if (data.length === 0) {
		return (
			<Notice
				icon={IconListCheck}
				title={t("tasks.noneOfServer")}
				text={t("tasks.noneOfServerText")}
			/>
		);
	}
	return (
		<Table aria-label={t("tasks.ofServer")} layout="fixed" highlightOnHover>
			<Table.Thead>
				<Table.Tr>
					<Table.Th>{t("lists.fields.name")}</Table.Th>
					<Table.Th w={220} visibleFrom="sm">
						{t("lists.fields.status")}
					</Table.Th>
					<Table.Th w={160} visibleFrom="sm">
						{t("lists.fields.created")}
					</Table.Th>
					<Table.Th w={100} visibleFrom="sm">
						{t("tasks.took")}
					</Table.Th>
					<Table.Th w={60} aria-label={t("settings.actions")} />
				</Table.Tr>
			</Table.Thead>
			<Table.Tbody>
				{data.slice(0, SHOWN).map((task) => (
					<ServerTaskRow key={task.id} task={task} />
				))}
			</Table.Tbody>
		</Table>
	);
}
