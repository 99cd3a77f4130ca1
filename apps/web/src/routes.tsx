import {
	lazyRouteComponent,
	type RouteComponent,
} from "@tanstack/react-router";

/** A page: its address below its parent's, what shows it, and the pages that
 *  it frames in its `<Outlet />`. */
export interface PageRoute {
	readonly path: string;
	readonly page: RouteComponent;
	readonly children?: readonly PageRoute[];
	/** The child that the bare address leads to. */
	readonly index?: string;
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
];

/** Whether there is a page at an address without parameters. */
export function hasPage(path: string): boolean {
	return routes.some((route) => route.path === path);
}
