/** Every address of the interface. Links are built here and nowhere else. */

export const VM_TABS = [
	"overview",
	"general",
	"console",
	"stats",
	"disks",
	"network",
	"snapshots",
	"advanced",
	"tasks",
	"history",
] as const;
export const HOST_TABS = [
	"overview",
	"general",
	"console",
	"stats",
	"vms",
	"storage",
	"network",
	"hardware",
	"advanced",
	"tasks",
] as const;
export const POOL_TABS = [
	"overview",
	"general",
	"stats",
	"hosts",
	"vms",
	"storage",
	"network",
	"advanced",
	"tasks",
] as const;
export const SR_TABS = [
	"overview",
	"general",
	"disks",
	"hosts",
	"stats",
	"advanced",
] as const;
export const VDI_TABS = ["overview"] as const;
export const PIF_TABS = ["overview"] as const;
export const NETWORK_TABS = ["overview", "pifs", "vifs"] as const;

export type VmTab = (typeof VM_TABS)[number];
export type HostTab = (typeof HOST_TABS)[number];
export type PoolTab = (typeof POOL_TABS)[number];
export type SrTab = (typeof SR_TABS)[number];
export type VdiTab = (typeof VDI_TABS)[number];
export type PifTab = (typeof PIF_TABS)[number];
export type NetworkTab = (typeof NETWORK_TABS)[number];

function under<Tab extends string>(folder: string, first: Tab) {
	return (id: string, tab: Tab = first) =>
		`/${folder}/${encodeURIComponent(id)}/${tab}`;
}

export const paths = {
	dashboard: "/",
	setup: "/setup",
	vms: "/vms",
	vm: under<VmTab>("vm", "overview"),
	newVm: "/new/vm",
	templates: "/templates",
	snapshots: "/snapshots",
	hosts: "/hosts",
	host: under<HostTab>("host", "overview"),
	pools: "/pools",
	pool: under<PoolTab>("pool", "overview"),
	srs: "/srs",
	sr: under<SrTab>("sr", "overview"),
	vdis: "/vdis",
	vdi: under<VdiTab>("vdi", "overview"),
	networks: "/networks",
	network: under<NetworkTab>("network", "overview"),
	pifs: "/pifs",
	pif: under<PifTab>("pif", "overview"),
	vifs: "/vifs",
	pcis: "/pcis",
	gpus: "/gpus",
	messages: "/messages",
	alarms: "/alarms",
	tasks: "/tasks",
	serverTasks: "/tasks/server",
	topology: "/topology",
	settings: {
		connections: "/settings/connections",
		users: "/settings/users",
		groups: "/settings/groups",
		acls: "/settings/acls",
		tokens: "/settings/tokens",
		profile: "/settings/profile",
		logs: "/settings/logs",
		about: "/settings/about",
	},
} as const;

/** A list with a filter in the search language; all of it when that is empty. */
export function withFilter(path: string, filter: string): string {
	return filter === "" ? path : `${path}?${new URLSearchParams({ filter })}`;
}

const OBJECT_PATHS: Readonly<Record<string, (id: string) => string>> = {
	pool: paths.pool,
	host: paths.host,
	VM: paths.vm,
	SR: paths.sr,
	VDI: paths.vdi,
	network: paths.network,
	PIF: paths.pif,
};

/** The page of an object, where its type has one. */
export function objectPath(type: string, id: string): string | undefined {
	return OBJECT_PATHS[type]?.(id);
}

const TYPES: Readonly<Record<string, string>> = {
	pool: "pool",
	host: "host",
	vm: "VM",
	sr: "SR",
	vdi: "VDI",
	network: "network",
	pif: "PIF",
};

/** The object whose page an address is, the reverse of `objectPath`. */
export function objectAt(
	pathname: string,
): { readonly type: string; readonly id: string } | undefined {
	const [, folder = "", id = ""] = pathname.split("/");
	const type = TYPES[folder];
	if (type === undefined || id === "") return undefined;
	return { type, id: decodeURIComponent(id) };
}
