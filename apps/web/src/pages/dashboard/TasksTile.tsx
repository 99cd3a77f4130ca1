import { Group, Progress, Stack, Text } from "@mantine/core";
import {
	type Icon,
	IconCircleCheck,
	IconCircleX,
	IconListCheck,
	IconLoader2,
	IconPlayerStop,
} from "@tabler/icons-react";
import type { LiveRow } from "@xo/contract";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../i18n/use-format.ts";
import { useLiveQuery } from "../../live/use-live-query.ts";
import { paths, withFilter } from "../../paths.ts";
import { type Tone, toneVariable } from "../../theme/tokens.ts";
import { latestTasks } from "./queries.ts";
import type { Scope } from "./scope.ts";
import { Tile } from "./Tile.tsx";

const PENDING: { icon: Icon; tone: Tone; label: string } = {
	icon: IconLoader2,
	tone: "active",
	label: "dashboard.taskPending",
};
const LOOKS: Readonly<Record<string, typeof PENDING>> = {
	success: {
		icon: IconCircleCheck,
		tone: "good",
		label: "dashboard.taskSuccess",
	},
	failure: { icon: IconCircleX, tone: "bad", label: "dashboard.taskFailure" },
	cancelled: {
		icon: IconPlayerStop,
		tone: "idle",
		label: "dashboard.taskCancelled",
	},
};

/** The latest tasks of the pools. */
export function TasksTile({ scope }: { readonly scope: Scope }) {
	const { t } = useTranslation();
	const query = useLiveQuery(latestTasks(scope));
	return (
		<Tile
			title={t("dashboard.tasks")}
			icon={IconListCheck}
			to={withFilter(paths.tasks, scope.tasks)}
			query={query}
			isEmpty={query.result?.total === 0}
			emptyText={t("dashboard.noTasks")}
		>
			{({ rows }) => (
				<Stack gap={6}>
					{rows.map((row) => (
						<Task key={row.id} row={row} />
					))}
				</Stack>
			)}
		</Tile>
	);
}

function Task({ row }: { readonly row: LiveRow }) {
	const { t } = useTranslation();
	const format = useFormat();
	const { icon: TaskIcon, tone, label } = LOOKS[String(row.status)] ?? PENDING;
	const progress = typeof row.progress === "number" ? row.progress : 0;
	const name = String(row.name_label ?? "");
	return (
		<div>
			<Group justify="space-between" wrap="nowrap" gap="xs">
				<Group gap={6} wrap="nowrap" miw={0}>
					<TaskIcon
						size={14}
						color={toneVariable(tone)}
						role="img"
						aria-label={t(label)}
						style={{ flexShrink: 0 }}
					/>
					<Text size="sm" truncate>
						{name}
					</Text>
				</Group>
				<Text size="xs" c="dimmed" style={{ whiteSpace: "nowrap" }}>
					{format.relative(Number(row.created) * 1000)}
				</Text>
			</Group>
			{LOOKS[String(row.status)] === undefined && (
				<Progress
					size={3}
					value={progress * 100}
					aria-label={t("dashboard.progressOf", { name })}
				/>
			)}
		</div>
	);
}
