import { Group, Text, Tooltip } from "@mantine/core";
import { IconPlugConnected, IconPlugConnectedX } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { useSessionState } from "../session/session-context.ts";
import { toneVariable } from "../theme/tokens.ts";

/** Whether what is on the screen is true at this moment. */
export function ConnectionState() {
	const { t } = useTranslation();
	const state = useSessionState();
	const isLost = !("isLost" in state) || state.isLost;
	const label = t(isLost ? "connection.lost" : "connection.live");
	const StateIcon = isLost ? IconPlugConnectedX : IconPlugConnected;
	return (
		<Tooltip label={label}>
			<Group gap={4} wrap="nowrap" px={6} role="status">
				<StateIcon
					size={16}
					color={toneVariable(isLost ? "bad" : "good")}
					role="img"
					aria-label={label}
				/>
				{isLost && (
					<Text size="xs" fw={600} c={toneVariable("bad")} visibleFrom="sm">
						{label}
					</Text>
				)}
			</Group>
		</Tooltip>
	);
}
