import {
	lazyRouteComponent,
	type RouteComponent,
} from "@tanstack/react-router";
import type { QueryParams } from "@xo/client";
import { detailRoutes } from "./pages/detail-routes.ts";
import { settingsRoutes } from "./pages/settings-routes.ts";
import { paths } from "./paths.ts";

export type QueriesOf = (id: string) => readonly QueryParams[];

/** A page: its address below its parent's, what shows it, and the pages that
 *  it frames in its `<Outlet />`. */
export interface PageRoute {
	readonly path: string;
	readonly page: RouteComponent;
	readonly children?: readonly PageRoute[];
	/** The child that the bare address leads to. */
	readonly index?: string;
	/** Of the object with an id, what the page shows first: the page before it
	 *  stays until this is there, for a moment. */
	readonly queries?: () => Promise<QueriesOf>;
	/** Others are told whom to ask. */
	readonly isAdminOnly?: boolean;
}

/** To add a page: write `src/pages/<area>/<Name>Page.tsx`, name its address in
 *  paths.ts and add a line here. Menus and the palette show what is here. */
export const routes: readonly PageRoute[] = [
	{
		path: "/",
		page: lazyRouteComponent(
			() => import("./pages/dashboard/DashboardPage.tsx"),
			"DashboardPage",
		),
	},
	{
		path: paths.vms,
		page: lazyRouteComponent(
			() => import("./pages/lists/VmsPage.tsx"),
			"VmsPage",
		),
	},
	{
		path: paths.templates,
		page: lazyRouteComponent(
			() => import("./pages/lists/TemplatesPage.tsx"),
			"TemplatesPage",
		),
	},
	{
		path: paths.snapshots,
		page: lazyRouteComponent(
			() => import("./pages/lists/SnapshotsPage.tsx"),
			"SnapshotsPage",
		),
	},
	{
		path: paths.hosts,
		page: lazyRouteComponent(
			() => import("./pages/lists/HostsPage.tsx"),
			"HostsPage",
		),
	},
	{
		path: paths.pools,
		page: lazyRouteComponent(
			() => import("./pages/lists/PoolsPage.tsx"),
			"PoolsPage",
		),
	},
	{
		path: paths.srs,
		page: lazyRouteComponent(
			() => import("./pages/lists/SrsPage.tsx"),
			"SrsPage",
		),
	},
	{
		path: paths.vdis,
		page: lazyRouteComponent(
			() => import("./pages/lists/VdisPage.tsx"),
			"VdisPage",
		),
	},
	{
		path: paths.networks,
		page: lazyRouteComponent(
			() => import("./pages/lists/NetworksPage.tsx"),
			"NetworksPage",
		),
	},
	{
		path: paths.pifs,
		page: lazyRouteComponent(
			() => import("./pages/lists/PifsPage.tsx"),
			"PifsPage",
		),
	},
	{
		path: paths.vifs,
		page: lazyRouteComponent(
			() => import("./pages/lists/VifsPage.tsx"),
			"VifsPage",
		),
	},
	{
		path: paths.pcis,
		page: lazyRouteComponent(
			() => import("./pages/lists/PcisPage.tsx"),
			"PcisPage",
		),
	},
	{
		path: paths.gpus,
		page: lazyRouteComponent(
			() => import("./pages/lists/GpusPage.tsx"),
			"GpusPage",
		),
	},
	{
		path: paths.messages,
		page: lazyRouteComponent(
			() => import("./pages/lists/MessagesPage.tsx"),
			"MessagesPage",
		),
	},
	{
		path: paths.alarms,
		page: lazyRouteComponent(
			() => import("./pages/lists/AlarmsPage.tsx"),
			"AlarmsPage",
		),
	},
	{
		path: paths.tasks,
		page: lazyRouteComponent(
			() => import("./pages/tasks/TasksPage.tsx"),
			"TasksPage",
		),
	},
	{
		path: paths.serverTasks,
		page: lazyRouteComponent(
			() => import("./pages/tasks/ServerTasksPage.tsx"),
			"ServerTasksPage",
		),
	},
	{
		path: paths.newVm,
		page: lazyRouteComponent(
			() => import("./pages/vm/new/NewVmPage.tsx"),
			"NewVmPage",
		),
	},
	{
		path: "/vm/$id",
		page: lazyRouteComponent(() => import("./pages/vm/VmPage.tsx"), "VmPage"),
		queries: async () => (await import("./pages/vm/use-vm.ts")).vmQueries,
		index: "overview",
		children: [
			{
				path: "overview",
				page: lazyRouteComponent(
					() => import("./pages/vm/OverviewTab.tsx"),
					"OverviewTab",
				),
			},
			{
				path: "general",
				page: lazyRouteComponent(
					() => import("./pages/vm/GeneralTab.tsx"),
					"GeneralTab",
				),
			},
			{
				path: "console",
				page: lazyRouteComponent(
					() => import("./pages/console/VmConsoleTab.tsx"),
					"VmConsoleTab",
				),
			},
			{
				path: "stats",
				page: lazyRouteComponent(
					() => import("./stats/VmStatsPage.tsx"),
					"VmStatsPage",
				),
			},
			{
				path: "disks",
				page: lazyRouteComponent(
					() => import("./pages/vm/DisksTab.tsx"),
					"DisksTab",
				),
			},
			{
				path: "network",
				page: lazyRouteComponent(
					() => import("./pages/vm/NetworkTab.tsx"),
					"NetworkTab",
				),
			},
			{
				path: "snapshots",
				page: lazyRouteComponent(
					() => import("./pages/vm/SnapshotsTab.tsx"),
					"SnapshotsTab",
				),
			},
			{
				path: "advanced",
				page: lazyRouteComponent(
					() => import("./pages/vm/AdvancedTab.tsx"),
					"AdvancedTab",
				),
			},
			{
				path: "tasks",
				page: lazyRouteComponent(
					() => import("./pages/vm/TasksTab.tsx"),
					"TasksTab",
				),
			},
			{
				path: "history",
				page: lazyRouteComponent(
					() => import("./pages/vm/HistoryTab.tsx"),
					"HistoryTab",
				),
			},
		],
	},
	{
		path: paths.topology,
		page: lazyRouteComponent(
			() => import("./pages/topology/TopologyPage.tsx"),
			"TopologyPage",
		),
	},
	...detailRoutes,
	...settingsRoutes,
];

/** The page at an address without parameters. */
export function findPage(path: string): PageRoute | undefined {
	return routes.find((route) => route.path === path);
}

/** Begins to load the page of an address without parameters. */
export function preloadPage(path: string): void {
	void findPage(path)?.page.preload?.();
}
