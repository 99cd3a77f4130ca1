import { Stack } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { ActivityTab } from "../../details/ActivityTab.tsx";
import { EmbeddedList } from "../../details/EmbeddedList.tsx";
import { type FactGroup, FactsTab } from "../../details/FactsTab.tsx";
import { listTab } from "../../details/ListTab.tsx";
import { Section } from "../../details/Section.tsx";
import { scopeOf, scopeOfIds } from "../../details/scope.ts";
import { useDetail } from "../../details/use-detail.ts";
import { pcis } from "../../lists/types/devices.ts";
import { hosts } from "../../lists/types/hosts.ts";
import { pifs } from "../../lists/types/networks.ts";
import { srs } from "../../lists/types/storage.ts";
import { vms } from "../../lists/types/vms.ts";
import { useLiveQuery } from "../../live/use-live-query.ts";

const GENERAL: readonly FactGroup[] = [
	{
		title: "identity",
		ids: ["$pool", "address", "hostname", "iscsiIqn", "uuid"],
	},
	{
		title: "state",
		ids: [
			"power_state",
			"enabled",
			"startTime",
			"agentStartTime",
			"rebootRequired",
			"residentVms",
			"controlDomain",
			"current_operations",
		],
	},
	{
		title: "software",
		ids: ["productBrand", "version", "build", "patches", "supplementalPacks"],
	},
	{
		title: "licence",
		ids: ["license_expiry", "license_server", "license_params"],
	},
];

export function HostGeneral() {
	return <FactsTab list={hosts} groups={GENERAL} hasTexts />;
}

export const HostVms = listTab({
	of: hosts,
	list: vms,
	link: "$container",
});

const SR_COLUMNS = [
	"name_label",
	"SR_type",
	"shared",
	"size",
	"physical_usage",
	"usage",
	"metrics.diskRead",
	"metrics.diskWrite",
];
/** Ids in one search. */
const MOST_SRS = 150;

export function HostStorage() {
	const { t } = useTranslation();
	const { id } = useDetail(hosts);
	const { result } = useLiveQuery({
		types: ["PBD"],
		filter: scopeOf("host", id),
		fields: ["SR"],
		window: { offset: 0, limit: MOST_SRS },
	});
	const ids = result?.rows.map(({ SR }) => String(SR)) ?? [];
	return (
		<EmbeddedList
			list={srs}
			label={t("nav.srs")}
			scope={scopeOfIds(ids.toSorted())}
			columns={SR_COLUMNS}
		/>
	);
}

export const HostNetwork = listTab({
	of: hosts,
	list: pifs,
	link: "$host",
	columns: [
		"device",
		"$network",
		"vlan",
		"ip",
		"mode",
		"mac",
		"attached",
		"carrier",
		"management",
		"speed",
		"mtu",
	],
});

const HARDWARE: readonly FactGroup[] = [
	{
		title: "processors",
		ids: [
			"cpus.cores",
			"cpus.sockets",
			"memory.size",
			"hvmCapable",
			"chipset_info.iommu",
			"powerOnMode",
		],
	},
	{ title: "firmware", ids: ["bios_strings"] },
];
const Pcis = listTab({ of: hosts, list: pcis, link: "$host" });

export function HostHardware() {
	const { t } = useTranslation();
	return (
		<Stack gap="md">
			<FactsTab list={hosts} groups={HARDWARE} />
			<Section title={t("nav.pcis")}>
				<Pcis />
			</Section>
		</Stack>
	);
}

export function HostTasks() {
	return <ActivityTab list={hosts} taskLink="$host" messageLink="$object" />;
}
