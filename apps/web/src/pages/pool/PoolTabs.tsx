import { useTranslation } from "react-i18next";
import { ActivityTab } from "../../details/ActivityTab.tsx";
import { type FactGroup, FactsTab } from "../../details/FactsTab.tsx";
import { ListTab } from "../../details/ListTab.tsx";
import { hosts } from "../../lists/types/hosts.ts";
import { networks } from "../../lists/types/networks.ts";
import { pools } from "../../lists/types/pools.ts";
import { srs } from "../../lists/types/storage.ts";
import { vms } from "../../lists/types/vms.ts";

const GENERAL: readonly FactGroup[] = [
	{
		title: "identity",
		ids: ["master", "platform_version", "uuid", "current_operations"],
	},
	{ title: "processors", ids: ["cpus.cores", "cpus.sockets"] },
	{
		title: "availability",
		ids: [
			"HA_enabled",
			"haSrs",
			"haRebootVmOnInternalShutdown",
			"auto_poweron",
		],
	},
	{
		title: "storage",
		ids: ["default_SR", "suspendSr", "crashDumpSr"],
	},
	{ title: "features", ids: ["vtpmSupported", "zstdSupported"] },
];

export function PoolGeneral() {
	return <FactsTab list={pools} groups={GENERAL} editedBy="administrate" />;
}

const HOST_COLUMNS = [
	"name_label",
	"power_state",
	"enabled",
	"metrics.cpu",
	"metrics.memoryRatio",
	"cpus.cores",
	"memory.size",
	"residentVms",
	"address",
	"version",
];

export function PoolHosts() {
	const { t } = useTranslation();
	return (
		<ListTab
			of={pools}
			list={hosts}
			label={t("nav.hosts")}
			link="$pool"
			columns={HOST_COLUMNS}
		/>
	);
}

const VM_COLUMNS = [
	"name_label",
	"power_state",
	"metrics.cpu",
	"metrics.memoryRatio",
	"CPUs.number",
	"memory.size",
	"mainIpAddress",
	"$container",
	"tags",
];

export function PoolVms() {
	const { t } = useTranslation();
	return (
		<ListTab
			of={pools}
			list={vms}
			label={t("nav.vms")}
			link="$pool"
			columns={VM_COLUMNS}
		/>
	);
}

const SR_COLUMNS = [
	"name_label",
	"SR_type",
	"shared",
	"size",
	"physical_usage",
	"usage",
	"$container",
	"VDIs",
	"tags",
];

export function PoolStorage() {
	const { t } = useTranslation();
	return (
		<ListTab
			of={pools}
			list={srs}
			label={t("nav.srs")}
			link="$pool"
			columns={SR_COLUMNS}
		/>
	);
}

const NETWORK_COLUMNS = [
	"name_label",
	"name_description",
	"bridge",
	"MTU",
	"PIFs",
	"VIFs",
	"isBonded",
	"automatic",
	"tags",
];

export function PoolNetwork() {
	const { t } = useTranslation();
	return (
		<ListTab
			of={pools}
			list={networks}
			label={t("nav.networks")}
			link="$pool"
			columns={NETWORK_COLUMNS}
		/>
	);
}

export function PoolTasks() {
	return <ActivityTab list={pools} taskLink="$pool" messageLink="$pool" />;
}
