import { Group, Text } from "@mantine/core";
import {
	type Icon,
	IconPlayerPauseFilled,
	IconPlayerPlayFilled,
	IconPlayerStopFilled,
	IconPlugConnectedX,
	IconZzz,
} from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { type Tone, toneVariable } from "../theme/tokens.ts";

interface Look {
	readonly icon: Icon;
	readonly tone: Tone;
	readonly label: string;
}

const UNKNOWN: Look = {
	icon: IconPlugConnectedX,
	tone: "warning",
	label: "power.unknown",
};
const LOOKS: Readonly<Record<string, Look>> = {
	Running: { icon: IconPlayerPlayFilled, tone: "good", label: "power.running" },
	Halted: { icon: IconPlayerStopFilled, tone: "idle", label: "power.halted" },
	Paused: {
		icon: IconPlayerPauseFilled,
		tone: "warning",
		label: "power.paused",
	},
	Suspended: { icon: IconZzz, tone: "info", label: "power.suspended" },
};

/** How a power state looks; the shapes differ, not only the colours. */
export function powerLook(state: unknown): Look {
	return (typeof state === "string" && LOOKS[state]) || UNKNOWN;
}

/** The power state of a VM or host: icon and word, or the icon alone with its
 *  name for screen readers. */
export function PowerState(props: {
	readonly state: unknown;
	readonly iconOnly?: boolean;
	readonly size?: number;
}) {
	const { t } = useTranslation();
	const { icon: StateIcon, tone, label } = powerLook(props.state);
	const icon = (
		<StateIcon
			size={props.size ?? 14}
			color={toneVariable(tone)}
			{...(props.iconOnly
				? { role: "img", "aria-label": t(label) }
				: { "aria-hidden": true })}
		/>
	);
	if (props.iconOnly) return icon;
	return (
		<Group gap={6} wrap="nowrap" component="span" display="inline-flex">
			{icon}
			<Text span size="sm">
				{t(label)}
			</Text>
		</Group>
	);
}
