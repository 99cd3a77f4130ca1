import { ActivityTab } from "../../details/ActivityTab.tsx";
import { type FactGroup, FactsTab } from "../../details/FactsTab.tsx";
import { listTab } from "../../details/ListTab.tsx";
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

export const PoolHosts = listTab({
	of: pools,
	list: hosts,
	link: "$pool",
	columns: [
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
	],
});

export const PoolVms = listTab({
	of: pools,
	list: vms,
	link: "$pool",
	columns: [
		"name_label",
		"power_state",
		"metrics.cpu",
		"metrics.memoryRatio",
		"CPUs.number",
		"memory.size",
		"mainIpAddress",
		"$container",
		"tags",
	],
});

export const PoolStorage = listTab({
	of: pools,
	list: srs,
	link: "$pool",
	columns: [
		"name_label",
		"SR_type",
		"shared",
		"size",
		"physical_usage",
		"usage",
		"$container",
		"VDIs",
		"tags",
	],
});

export const PoolNetwork = listTab({
	of: pools,
	list: networks,
	link: "$pool",
	columns: [
		"name_label",
		"name_description",
		"bridge",
		"MTU",
		"PIFs",
		"VIFs",
		"isBonded",
		"automatic",
		"tags",
	],
});

export function PoolTasks() {
	return <ActivityTab list={pools} taskLink="$pool" messageLink="$pool" />;
}
