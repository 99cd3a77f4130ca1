import { Alert, Button, Group, Text } from "@mantine/core";
import { IconPlugConnectedX } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import {
	useSessionState,
	useSessionStore,
} from "../session/session-context.ts";

/** Says at once that the page is no longer up to date. */
export function ConnectionBanner() {
	const { t } = useTranslation();
	const session = useSessionStore();
	const state = useSessionState();
	if (!("isLost" in state) || !state.isLost) return null;
	return (
		<Alert
			role="alert"
			color="vermilion"
			radius={0}
			py="xs"
			icon={<IconPlugConnectedX size={18} />}
			title={t("connection.lost")}
		>
			<Group justify="space-between" gap="sm">
				<Text size="sm">{t("connection.lostText")}</Text>
				<Button variant="default" onClick={() => session.connect()}>
					{t("connection.retry")}
				</Button>
			</Group>
		</Alert>
	);
}
