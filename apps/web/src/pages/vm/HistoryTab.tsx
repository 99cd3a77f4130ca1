import { IconHistory } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { Notice } from "../../app/Notice.tsx";

/** The place of the flight recorder. */
export function HistoryTab() {
	const { t } = useTranslation();
	return (
		<Notice
			icon={IconHistory}
			title={t("vmPage.noHistory")}
			text={t("vmPage.noHistoryText")}
		/>
	);
}
