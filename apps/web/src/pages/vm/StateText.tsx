import { Group, Text } from "@mantine/core";
import {
	type Icon,
	IconAlertTriangle,
	IconBan,
	IconCheck,
	IconHourglass,
	IconPlug,
	IconPlugConnectedX,
	IconX,
} from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { type Tone, toneVariable } from "../../theme/tokens.ts";

function StateText(props: {
	readonly icon: Icon;
	readonly tone: Tone;
	readonly text: string;
}) {
	const { icon: StateIcon } = props;
	return (
		<Group gap={6} wrap="nowrap" component="span" display="inline-flex">
			<StateIcon
				size={14}
				stroke={1.8}
				color={toneVariable(props.tone)}
				aria-hidden
			/>
			<Text span size="sm">
				{props.text}
			</Text>
		</Group>
	);
}

/** Whether a device is plugged into its VM. */
export function PlugState({ isAttached }: { readonly isAttached: boolean }) {
	const { t } = useTranslation();
	return isAttached ? (
		<StateText icon={IconPlug} tone="good" text={t("vmPage.connected")} />
	) : (
		<StateText
			icon={IconPlugConnectedX}
			tone="idle"
			text={t("vmPage.disconnected")}
		/>
	);
}

const TASK_LOOKS: Readonly<Record<string, readonly [Icon, Tone]>> = {
	pending: [IconHourglass, "active"],
	success: [IconCheck, "good"],
	failure: [IconX, "bad"],
	cancelling: [IconAlertTriangle, "warning"],
	cancelled: [IconBan, "idle"],
};

/** How a task of a pool stands. */
export function TaskState({ status }: { readonly status: string }) {
	const { t } = useTranslation();
	const [icon, tone] = TASK_LOOKS[status] ?? [IconHourglass, "idle" as const];
	return (
		<StateText
			icon={icon}
			tone={tone}
			text={t(`vmPage.taskStatus.${status}`)}
		/>
	);
}
