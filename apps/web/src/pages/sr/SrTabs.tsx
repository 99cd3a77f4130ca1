import { Stack } from "@mantine/core";
import { ActivityTab } from "../../details/ActivityTab.tsx";
import { pbds } from "../../details/device-lists.ts";
import { type FactGroup, FactsTab } from "../../details/FactsTab.tsx";
import { listTab } from "../../details/ListTab.tsx";
import { srs, vdis } from "../../lists/types/storage.ts";

const GENERAL: readonly FactGroup[] = [
	{ title: "identity", ids: ["$pool", "$container", "uuid"] },
	{
		title: "storage",
		ids: [
			"SR_type",
			"content_type",
			"allocationStrategy",
			"size",
			"physical_usage",
			"usage",
			"VDIs",
		],
	},
	{
		title: "state",
		ids: ["shared", "inMaintenanceMode", "$PBDs", "current_operations"],
	},
];

export function SrGeneral() {
	return <FactsTab list={srs} groups={GENERAL} hasTexts />;
}

export const SrDisks = listTab({
	of: srs,
	list: vdis,
	link: "$SR",
	columns: [
		"name_label",
		"type",
		"size",
		"usage",
		"VDI_type",
		"image_format",
		"$VBDs",
		"cbt_enabled",
		"tags",
	],
});

export const SrHosts = listTab({
	of: srs,
	list: pbds,
	label: "nav.hosts",
	link: "SR",
});

const OTHER: readonly FactGroup[] = [
	{ title: "smConfig", ids: ["sm_config"] },
	{ title: "other", ids: ["other_config"] },
];

export function SrAdvanced() {
	return (
		<Stack gap="md">
			<FactsTab list={srs} groups={OTHER} />
			<ActivityTab list={srs} taskLink="applies_to" messageLink="$object" />
		</Stack>
	);
}
