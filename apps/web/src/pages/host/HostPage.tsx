import { Badge } from "@mantine/core";
import { IconCrown, IconRefreshAlert, IconTool } from "@tabler/icons-react";
import type { LiveRow } from "@xo/contract";
import { useTranslation } from "react-i18next";
import { DetailPage } from "../../details/DetailPage.tsx";
import { hosts } from "../../lists/types/hosts.ts";
import { useLiveQuery } from "../../live/use-live-query.ts";
import { PowerState } from "../../objects/PowerState.tsx";
import { HOST_TABS, paths } from "../../paths.ts";
import { masteredPool } from "./host-queries.ts";

/** One host. */
export function HostPage() {
	return (
		<DetailPage
			list={hosts}
			tabs={HOST_TABS}
			pathOf={paths.host}
			parents={["$pool"]}
			mainActions={mainActions}
			badges={(row) => <HostBadges row={row} />}
		/>
	);
}

function mainActions(row: LiveRow): readonly string[] {
	if (row.power_state !== "Running") return ["host.start"];
	return [
		row.enabled === false ? "host.endMaintenance" : "host.beginMaintenance",
		"host.restart",
	];
}

function HostBadges({ row }: { readonly row: LiveRow }) {
	const { t } = useTranslation();
	const { result } = useLiveQuery(masteredPool(row.id));
	const icon = { size: 12, "aria-hidden": true };
	return (
		<>
			<PowerState state={row.power_state} iconOnly />
			{result?.total === 1 && (
				<Badge color="blue" tt="none" leftSection={<IconCrown {...icon} />}>
					{t("detail.isMaster")}
				</Badge>
			)}
			{row.enabled === false && (
				<Badge color="yellow" tt="none" leftSection={<IconTool {...icon} />}>
					{t("detail.isDisabled")}
				</Badge>
			)}
			{row.rebootRequired === true && (
				<Badge
					color="yellow"
					tt="none"
					leftSection={<IconRefreshAlert {...icon} />}
				>
					{t("lists.fields.rebootRequired")}
				</Badge>
			)}
		</>
	);
}
