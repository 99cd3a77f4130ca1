import { SimpleGrid } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Page } from "../../shell/Page.tsx";
import { StateCounts } from "./StateCounts.tsx";

/** Everything at a glance. */
export function DashboardPage() {
	const { t } = useTranslation();
	return (
		<Page title={t("nav.dashboard")}>
			<SimpleGrid cols={{ base: 1, sm: 2, lg: 4 }} spacing="md">
				<StateCounts type="VM" title={t("nav.vms")} groupBy="power_state" />
				<StateCounts type="host" title={t("nav.hosts")} groupBy="power_state" />
				<StateCounts type="pool" title={t("nav.pools")} />
				<StateCounts type="SR" title={t("nav.srs")} />
			</SimpleGrid>
		</Page>
	);
}
