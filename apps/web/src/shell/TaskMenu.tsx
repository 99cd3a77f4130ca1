import {
	ActionIcon,
	Anchor,
	Box,
	Group,
	Progress,
	ScrollArea,
	Stack,
	Text,
	Tooltip,
} from "@mantine/core";
import { IconListCheck, IconX } from "@tabler/icons-react";
import type { LiveRow } from "@xo/contract";
import { useTranslation } from "react-i18next";
import { AppLink } from "../app/AppLink.tsx";
import { useAction } from "../calls/use-action.ts";
import { useFormat } from "../i18n/use-format.ts";
import { useLiveQuery } from "../live/use-live-query.ts";
import { paths } from "../paths.ts";
import { HeaderMenu } from "./HeaderMenu.tsx";

const SHOWN = 50;
const RUNNING = {
	types: ["task"],
	filter: "status:|(pending cancelling)",
} as const;

/** The tasks of the pools that run now. */
export function TaskMenu() {
	const { t } = useTranslation();
	// Their number alone: their progress changes all the time.
	const { result } = useLiveQuery({
		...RUNNING,
		window: { offset: 0, limit: 0 },
	});
	const count = result?.total ?? 0;
	return (
		<HeaderMenu
			icon={IconListCheck}
			label={t("tasks.running", { count })}
			count={count}
			list={t("nav.tasks")}
		>
			{(close) => (
				<>
					{count === 0 ? (
						<Text size="sm" c="dimmed">
							{t("tasks.none")}
						</Text>
					) : (
						<RunningTasks />
					)}
					<Anchor
						component={AppLink}
						to={paths.tasks}
						size="sm"
						mt="sm"
						display="block"
						onClick={close}
					>
						{t("tasks.all")}
					</Anchor>
				</>
			)}
		</HeaderMenu>
	);
}

/** Followed while they can be seen. */
function RunningTasks() {
	const { result } = useLiveQuery({
		...RUNNING,
		sort: [{ key: "created", desc: true }],
		fields: ["name_label", "progress", "status", "allowedOperations"],
		window: { offset: 0, limit: SHOWN },
	});
	return (
		<ScrollArea.Autosize mah={400}>
			<Stack gap="sm">
				{result?.rows.map((task) => (
					<RunningTask key={task.id} task={task} />
				))}
			</Stack>
		</ScrollArea.Autosize>
	);
}

function RunningTask({ task }: { readonly task: LiveRow }) {
	const { t } = useTranslation();
	const format = useFormat();
	const cancel = useAction("task.cancel");
	const progress = typeof task.progress === "number" ? task.progress : 0;
	const name = String(task.name_label ?? "");
	const isCancellable =
		Array.isArray(task.allowedOperations) &&
		task.allowedOperations.includes("cancel");
	return (
		<Box>
			<Group justify="space-between" wrap="nowrap" gap="xs">
				<Text size="sm" truncate>
					{name}
				</Text>
				<Group gap={4} wrap="nowrap">
					<Text size="xs" c="dimmed">
						{format.percent(progress)}
					</Text>
					<Tooltip
						label={t(isCancellable ? "tasks.cancel" : "tasks.cannotCancel")}
					>
						<ActionIcon
							size="sm"
							aria-label={t("tasks.cancelName", { name })}
							data-disabled={!isCancellable || undefined}
							aria-disabled={!isCancellable}
							loading={cancel.isPending}
							onClick={() => {
								if (isCancellable) cancel.mutate({ id: task.id });
							}}
						>
							<IconX size={14} />
						</ActionIcon>
					</Tooltip>
				</Group>
			</Group>
			<Progress value={progress * 100} size="xs" aria-label={name} />
		</Box>
	);
}
