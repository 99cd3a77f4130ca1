import { Alert } from "@mantine/core";
import { IconPlugConnectedX } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { useSessionState } from "../session/session-context.ts";

/** Says at once that the page is no longer up to date. */
export function ConnectionBanner() {
	const { t } = useTranslation();
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
			{t("connection.lostText")}
		</Alert>
	);
}
