import { Stack, Title } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { ListType } from "../lists/model.ts";
import { messages, tasks } from "../lists/types/events.ts";
import { EmbeddedList } from "./EmbeddedList.tsx";
import { scopeOf } from "./scope.ts";
import { useDetail } from "./use-detail.ts";

const TASK_COLUMNS = [
	"name_label",
	"status",
	"progress",
	"created",
	"finished",
	"applies_to",
];
const MESSAGE_COLUMNS = ["name", "time", "$object", "body"];
const HEIGHT = "max(220px, calc((100dvh - 380px) / 2))";

/** What is being done and what happened here. */
export function ActivityTab(props: {
	readonly list: ListType;
	/** Links of tasks and messages to the object. */
	readonly taskLink: string;
	readonly messageLink: string;
}) {
	const { t } = useTranslation();
	const { id } = useDetail(props.list);
	return (
		<Stack gap="md">
			<Title order={2} fz="sm">
				{t("nav.tasks")}
			</Title>
			<EmbeddedList
				list={tasks}
				label={t("nav.tasks")}
				scope={scopeOf(props.taskLink, id)}
				columns={TASK_COLUMNS}
				height={HEIGHT}
			/>
			<Title order={2} fz="sm">
				{t("nav.messages")}
			</Title>
			<EmbeddedList
				list={messages}
				label={t("nav.messages")}
				scope={scopeOf(props.messageLink, id)}
				columns={MESSAGE_COLUMNS}
				name="messages"
				height={HEIGHT}
			/>
		</Stack>
	);
}
