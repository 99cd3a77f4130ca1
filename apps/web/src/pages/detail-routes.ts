import { lazyRouteComponent } from "@tanstack/react-router";

const hostTabs = () => import("./host/HostTabs.tsx");
const hostQueries = () => import("./host/host-queries.ts");
const poolQueries = () => import("./pool/pool-queries.ts");
const poolTabs = () => import("./pool/PoolTabs.tsx");
const srTabs = () => import("./sr/SrTabs.tsx");
const networkTabs = () => import("./network/NetworkTabs.tsx");

/** The pages of a host, pool, SR, VDI, network and PIF. */
export const detailRoutes = [
	{
		path: "/host/$id",
		index: "overview",
		page: lazyRouteComponent(() => import("./host/HostPage.tsx"), "HostPage"),
		queries: async () => (await hostQueries()).hostQueries,
		children: [
			{
				path: "overview",
				page: lazyRouteComponent(
					() => import("./host/HostOverview.tsx"),
					"HostOverview",
				),
				queries: async () => (await hostQueries()).hostOverviewQueries,
			},
			{ path: "general", page: lazyRouteComponent(hostTabs, "HostGeneral") },
			{
				path: "console",
				page: lazyRouteComponent(
					() => import("./console/HostConsoleTab.tsx"),
					"HostConsoleTab",
				),
			},
			{
				path: "stats",
				page: lazyRouteComponent(
					() => import("../stats/HostStatsPage.tsx"),
					"HostStatsPage",
				),
			},
			{ path: "vms", page: lazyRouteComponent(hostTabs, "HostVms") },
			{ path: "storage", page: lazyRouteComponent(hostTabs, "HostStorage") },
			{ path: "network", page: lazyRouteComponent(hostTabs, "HostNetwork") },
			{ path: "hardware", page: lazyRouteComponent(hostTabs, "HostHardware") },
			{
				path: "advanced",
				page: lazyRouteComponent(
					() => import("./host/HostAdvanced.tsx"),
					"HostAdvanced",
				),
			},
			{ path: "tasks", page: lazyRouteComponent(hostTabs, "HostTasks") },
		],
	},
	{
		path: "/pool/$id",
		index: "overview",
		page: lazyRouteComponent(() => import("./pool/PoolPage.tsx"), "PoolPage"),
		queries: async () => (await poolQueries()).poolQueries,
		children: [
			{
				path: "overview",
				page: lazyRouteComponent(
					() => import("./pool/PoolOverview.tsx"),
					"PoolOverview",
				),
				queries: async () => (await poolQueries()).poolOverviewQueries,
			},
			{ path: "general", page: lazyRouteComponent(poolTabs, "PoolGeneral") },
			{
				path: "stats",
				page: lazyRouteComponent(
					() => import("../stats/PoolStatsPage.tsx"),
					"PoolStatsPage",
				),
			},
			{ path: "hosts", page: lazyRouteComponent(poolTabs, "PoolHosts") },
			{ path: "vms", page: lazyRouteComponent(poolTabs, "PoolVms") },
			{ path: "storage", page: lazyRouteComponent(poolTabs, "PoolStorage") },
			{ path: "network", page: lazyRouteComponent(poolTabs, "PoolNetwork") },
			{
				path: "advanced",
				page: lazyRouteComponent(
					() => import("./pool/PoolAdvanced.tsx"),
					"PoolAdvanced",
				),
			},
			{ path: "tasks", page: lazyRouteComponent(poolTabs, "PoolTasks") },
		],
	},
	{
		path: "/sr/$id",
		index: "overview",
		page: lazyRouteComponent(() => import("./sr/SrPage.tsx"), "SrPage"),
		children: [
			{
				path: "overview",
				page: lazyRouteComponent(
					() => import("./sr/SrOverview.tsx"),
					"SrOverview",
				),
			},
			{ path: "general", page: lazyRouteComponent(srTabs, "SrGeneral") },
			{ path: "disks", page: lazyRouteComponent(srTabs, "SrDisks") },
			{ path: "hosts", page: lazyRouteComponent(srTabs, "SrHosts") },
			{
				path: "stats",
				page: lazyRouteComponent(
					() => import("../stats/SrStatsPage.tsx"),
					"SrStatsPage",
				),
			},
			{ path: "advanced", page: lazyRouteComponent(srTabs, "SrAdvanced") },
		],
	},
	{
		path: "/vdi/$id",
		index: "overview",
		page: lazyRouteComponent(() => import("./vdi/VdiPage.tsx"), "VdiPage"),
		children: [
			{
				path: "overview",
				page: lazyRouteComponent(
					() => import("./vdi/VdiOverview.tsx"),
					"VdiOverview",
				),
			},
		],
	},
	{
		path: "/network/$id",
		index: "overview",
		page: lazyRouteComponent(
			() => import("./network/NetworkPage.tsx"),
			"NetworkPage",
		),
		children: [
			{
				path: "overview",
				page: lazyRouteComponent(networkTabs, "NetworkOverview"),
			},
			{ path: "pifs", page: lazyRouteComponent(networkTabs, "NetworkPifs") },
			{ path: "vifs", page: lazyRouteComponent(networkTabs, "NetworkVifs") },
		],
	},
	{
		path: "/pif/$id",
		index: "overview",
		page: lazyRouteComponent(() => import("./pif/PifPage.tsx"), "PifPage"),
		children: [
			{
				path: "overview",
				page: lazyRouteComponent(
					() => import("./pif/PifOverview.tsx"),
					"PifOverview",
				),
			},
		],
	},
] as const;
