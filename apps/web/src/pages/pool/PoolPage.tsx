import { Badge } from "@mantine/core";
import { IconShieldCheck } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { DetailPage } from "../../details/DetailPage.tsx";
import { pools } from "../../lists/types/pools.ts";
import { POOL_TABS, paths } from "../../paths.ts";

/** One pool. */
export function PoolPage() {
	const { t } = useTranslation();
	return (
		<DetailPage
			list={pools}
			tabs={POOL_TABS}
			pathOf={paths.pool}
			badges={(row) =>
				row.HA_enabled === true && (
					<Badge
						color="teal"
						tt="none"
						leftSection={<IconShieldCheck size={12} aria-hidden />}
					>
						{t("lists.fields.ha")}
					</Badge>
				)
			}
		/>
	);
}
