import { useTranslation } from "react-i18next";
import { Page } from "../../shell/Page.tsx";
import { Dashboard } from "./Dashboard.tsx";
import { ALL } from "./scope.ts";

/** Everything at a glance. */
export function DashboardPage() {
	const { t } = useTranslation();
	return (
		<Page title={t("nav.dashboard")}>
			<Dashboard scope={ALL} />
		</Page>
	);
}
