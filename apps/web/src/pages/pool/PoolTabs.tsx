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
	return <FactsTab list={pools} groups={GENERAL} hasTexts />;
}

export const PoolHosts = listTab({
	of: pools,
	list: hosts,
	link: "$pool",
});

export const PoolVms = listTab({
	of: pools,
	list: vms,
	link: "$pool",
});

export const PoolStorage = listTab({
	of: pools,
	list: srs,
	link: "$pool",
});

export const PoolNetwork = listTab({
	of: pools,
	list: networks,
	link: "$pool",
});

export function PoolTasks() {
	return <ActivityTab list={pools} taskLink="$pool" messageLink="$pool" />;
}
