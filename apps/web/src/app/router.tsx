import {
	type AnyRoute,
	createRootRoute,
	createRoute,
	createRouter,
	redirect,
} from "@tanstack/react-router";
import { type LiveStore, withDefaults } from "../live/live-store.ts";
import { type PageRoute, type QueriesOf, routes } from "../routes.tsx";
import { Shell } from "../shell/Shell.tsx";
import { adminOnly } from "./admin-only.tsx";
import { ErrorPage } from "./ErrorPage.tsx";
import { LoadingPage } from "./LoadingPage.tsx";
import { NotFoundPage } from "./NotFoundPage.tsx";

/** For the answers that a page is waited for with. */
const PATIENCE_MS = 250;

/** Asks for what the page of an object shows first, and waits for it. */
type Prepare = (queries: () => Promise<QueriesOf>, id: string) => Promise<void>;

const root = createRootRoute({ component: Shell });

function toRoute(
	page: PageRoute,
	parent: AnyRoute,
	prepare: Prepare,
): AnyRoute {
	const { queries } = page;
	const route = createRoute({
		getParentRoute: () => parent,
		path: page.path,
		component: page.isAdminOnly === true ? adminOnly(page.page) : page.page,
		...(queries === undefined
			? {}
			: {
					loader: async ({ params, preload }) => {
						const { id = "" } = params as { readonly id?: string };
						if (!preload) await prepare(queries, id);
					},
					// Once each time that the page is opened.
					staleTime: Number.POSITIVE_INFINITY,
					gcTime: 0,
					preloadGcTime: 0,
				}),
	});
	if (page.children === undefined) return route;
	const children = page.children.map((child) => toRoute(child, route, prepare));
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
export function createPageRouter(live: LiveStore) {
	const prepare: Prepare = async (queries, id) => {
		// There is no page to stay on.
		if (router.state.resolvedLocation === undefined) return;
		const queriesOf = await queries();
		await live.ready(queriesOf(id).map(withDefaults), PATIENCE_MS);
	};
	const router = createRouter({
		routeTree: root.addChildren(
			routes.map((page) => toRoute(page, root, prepare)),
		),
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
	return router;
}
