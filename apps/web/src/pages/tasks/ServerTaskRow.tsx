import {
	ActionIcon,
	Code,
	Group,
	Progress,
	Spoiler,
	Table,
	Text,
	Tooltip,
	useMatches,
} from "@mantine/core";
import {
	type Icon,
	IconCircleCheck,
	IconCircleX,
	IconLoader2,
	IconPlayerStop,
	IconTrash,
	IconX,
} from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../i18n/use-format.ts";
import { type Tone, toneVariable } from "../../theme/tokens.ts";
import { failureOf, useEndTask } from "./server-tasks.ts";
import type { ServerTask } from "./task-stream.ts";

const LOOKS: Readonly<
	Record<ServerTask["status"], { readonly icon: Icon; readonly tone: Tone }>
> = {
	pending: { icon: IconLoader2, tone: "active" },
	success: { icon: IconCircleCheck, tone: "good" },
	failure: { icon: IconCircleX, tone: "bad" },
	interrupted: { icon: IconPlayerStop, tone: "warning" },
};
/** The message alone. */
const MESSAGE_HEIGHT = 20;

export function ServerTaskRow({ task }: { readonly task: ServerTask }) {
	const { t } = useTranslation();
	const format = useFormat();
	const isNarrow = useMatches(
		{ base: true, sm: false },
		{ getInitialValueInEffect: false },
	);
	const { start, end, properties, status } = task;
	const name = properties.name ?? properties.method ?? task.id;
	return (
		<Table.Tr>
			<Table.Td>
				<Text size="sm">{name}</Text>
				{isNarrow && <Status task={task} name={name} />}
				<Failure task={task} />
			</Table.Td>
			{!isNarrow && (
				<Table.Td>
					<Status task={task} name={name} />
				</Table.Td>
			)}
			<Table.Td visibleFrom="sm">{format.relative(start)}</Table.Td>
			<Table.Td visibleFrom="sm">
				{end === undefined ? "" : format.duration((end - start) / 1_000)}
			</Table.Td>
			<Table.Td ta="right">
				<EndButton
					task={task}
					label={t(
						status === "pending" ? "tasks.cancelName" : "tasks.forgetName",
						{ name },
					)}
				/>
			</Table.Td>
		</Table.Tr>
	);
}

/** The message, and all that the server knows of it. */
function Failure({ task }: { readonly task: ServerTask }) {
	const { t } = useTranslation();
	const message = failureOf(task);
	if (message === undefined) return null;
	return (
		<Spoiler
			maxHeight={MESSAGE_HEIGHT}
			fz="sm"
			showLabel={t("tasks.details")}
			hideLabel={t("tasks.lessDetails")}
		>
			<Text size="sm" c={toneVariable("bad")}>
				{message}
			</Text>
			<Code block>{JSON.stringify(task.result, null, 2)}</Code>
		</Spoiler>
	);
}

function Status(props: { readonly task: ServerTask; readonly name: string }) {
	const { t } = useTranslation();
	const format = useFormat();
	const { status, properties, abortionRequestedAt } = props.task;
	const { icon: StatusIcon, tone } = LOOKS[status];
	const isPending = status === "pending";
	const { progress } = properties;
	const key = isPending && abortionRequestedAt ? "cancelling" : status;
	return (
		<>
			<Group gap={6} wrap="nowrap">
				<StatusIcon size={16} color={toneVariable(tone)} aria-hidden />
				<Text size="sm">{t(`tasks.status.${key}`)}</Text>
				{isPending && progress !== undefined && (
					<Text size="xs" c="dimmed">
						{format.percent(progress / 100)}
					</Text>
				)}
			</Group>
			{isPending && (
				<Progress size="xs" value={progress ?? 0} aria-label={props.name} />
			)}
		</>
	);
}

function EndButton(props: {
	readonly task: ServerTask;
	readonly label: string;
}) {
	const { task, label } = props;
	const end = useEndTask();
	const EndIcon = task.status === "pending" ? IconX : IconTrash;
	return (
		<Tooltip label={label}>
			<ActionIcon
				aria-label={label}
				loading={end.isPending}
				onClick={() => end.mutate(task)}
			>
				<EndIcon size={16} aria-hidden />
			</ActionIcon>
		</Tooltip>
	);
}
