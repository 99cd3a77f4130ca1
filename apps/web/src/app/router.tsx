import {
	type AnyRoute,
	createRootRoute,
	createRoute,
	createRouter,
	redirect,
} from "@tanstack/react-router";
import { type PageRoute, routes } from "../routes.tsx";
import { Shell } from "../shell/Shell.tsx";
import { adminOnly } from "./admin-only.tsx";
import { ErrorPage } from "./ErrorPage.tsx";
import { LoadingPage } from "./LoadingPage.tsx";
import { NotFoundPage } from "./NotFoundPage.tsx";

const root = createRootRoute({ component: Shell });

function toRoute(page: PageRoute, parent: AnyRoute): AnyRoute {
	const route = createRoute({
		getParentRoute: () => parent,
		path: page.path,
		component: page.isAdminOnly === true ? adminOnly(page.page) : page.page,
	});
	if (page.children === undefined) return route;
	const children = page.children.map((child) => toRoute(child, route));
	const { index } = page;
	if (index !== undefined) {
		children.push(
			createRoute({
				getParentRoute: () => route,
				path: "/",
				beforeLoad: ({ location }) => {
					const { pathname } = location;
					throw redirect({
						href: `${pathname.replace(/\/$/, "")}/${index}`,
						replace: true,
					});
				},
			}),
		);
	}
	return route.addChildren(children);
}

function stringifySearch(search: Record<string, unknown>): string {
	const given = Object.entries(search).flatMap(([name, value]) =>
		value === undefined ? [] : [[name, String(value)]],
	);
	return given.length === 0 ? "" : `?${new URLSearchParams(given)}`;
}

/** The pages inside of the shell. */
export function createPageRouter() {
	return createRouter({
		routeTree: root.addChildren(routes.map((page) => toRoute(page, root))),
		defaultPreload: "intent",
		defaultErrorComponent: ErrorPage,
		defaultPendingComponent: LoadingPage,
		defaultNotFoundComponent: NotFoundPage,
		defaultPendingMs: 300,
		scrollRestoration: true,
		// All parameters are texts, also those that look like JSON.
		parseSearch: (text) => Object.fromEntries(new URLSearchParams(text)),
		stringifySearch,
	});
}
