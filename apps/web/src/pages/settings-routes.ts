import { lazyRouteComponent } from "@tanstack/react-router";
import { paths } from "../paths.ts";

const { settings } = paths;

/** The pages about the server itself and the own account. */
export const settingsRoutes = [
	{
		path: settings.connections,
		isAdminOnly: true,
		page: lazyRouteComponent(
			() => import("./settings/ConnectionsPage.tsx"),
			"ConnectionsPage",
		),
	},
	{
		path: settings.users,
		isAdminOnly: true,
		page: lazyRouteComponent(
			() => import("./settings/UsersPage.tsx"),
			"UsersPage",
		),
	},
	{
		path: settings.groups,
		isAdminOnly: true,
		page: lazyRouteComponent(
			() => import("./settings/GroupsPage.tsx"),
			"GroupsPage",
		),
	},
	{
		path: settings.acls,
		isAdminOnly: true,
		page: lazyRouteComponent(
			() => import("./settings/AclsPage.tsx"),
			"AclsPage",
		),
	},
	{
		path: settings.tokens,
		page: lazyRouteComponent(
			() => import("./settings/TokensPage.tsx"),
			"TokensPage",
		),
	},
	{
		path: settings.profile,
		page: lazyRouteComponent(
			() => import("./settings/ProfilePage.tsx"),
			"ProfilePage",
		),
	},
	{
		path: settings.logs,
		isAdminOnly: true,
		page: lazyRouteComponent(
			() => import("./settings/LogsPage.tsx"),
			"LogsPage",
		),
	},
	{
		path: settings.about,
		page: lazyRouteComponent(
			() => import("./settings/AboutPage.tsx"),
			"AboutPage",
		),
	},
];
