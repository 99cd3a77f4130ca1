import { Badge } from "@mantine/core";
import { IconShare, IconTool } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { DetailPage } from "../../details/DetailPage.tsx";
import { srs } from "../../lists/types/storage.ts";
import { paths, SR_TABS } from "../../paths.ts";

/** One SR. */
export function SrPage() {
	const { t } = useTranslation();
	const icon = { size: 12, "aria-hidden": true };
	return (
		<DetailPage
			list={srs}
			tabs={SR_TABS}
			pathOf={paths.sr}
			parents={["$pool"]}
			badges={(row) => (
				<>
					{row.shared === true && (
						<Badge color="gray" tt="none" leftSection={<IconShare {...icon} />}>
							{t("lists.fields.shared")}
						</Badge>
					)}
					{row.inMaintenanceMode === true && (
						<Badge
							color="yellow"
							tt="none"
							leftSection={<IconTool {...icon} />}
						>
							{t("lists.fields.maintenance")}
						</Badge>
					)}
				</>
			)}
		/>
	);
}
