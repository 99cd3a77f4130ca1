import {
	type Icon,
	IconActivity,
	IconBell,
	IconBox,
	IconBoxMultiple,
	IconCamera,
	IconCpu,
	IconDatabase,
	IconDeviceDesktop,
	IconDisc,
	IconInfoCircle,
	IconKey,
	IconLayoutDashboard,
	IconListCheck,
	IconMail,
	IconNetwork,
	IconPlug,
	IconPlugConnected,
	IconServer,
	IconServer2,
	IconShieldLock,
	IconSitemap,
	IconTemplate,
	IconUser,
	IconUsers,
	IconUsersGroup,
} from "@tabler/icons-react";
import { paths } from "../paths.ts";
import { findPage } from "../routes.tsx";

export interface NavigationItem {
	readonly path: string;
	/** Key of its name. */
	readonly label: string;
	readonly icon: Icon;
}

export interface NavigationGroup {
	readonly label: string;
	readonly items: readonly NavigationItem[];
}

const { settings } = paths;

const ALL: readonly NavigationGroup[] = [
	{
		label: "nav.overview",
		items: [
			{
				path: paths.dashboard,
				label: "nav.dashboard",
				icon: IconLayoutDashboard,
			},
			{ path: paths.topology, label: "nav.topology", icon: IconSitemap },
		],
	},
	{
		label: "nav.compute",
		items: [
			{ path: paths.vms, label: "nav.vms", icon: IconDeviceDesktop },
			{ path: paths.templates, label: "nav.templates", icon: IconTemplate },
			{ path: paths.snapshots, label: "nav.snapshots", icon: IconCamera },
			{ path: paths.hosts, label: "nav.hosts", icon: IconServer },
			{ path: paths.pools, label: "nav.pools", icon: IconServer2 },
			{ path: paths.pcis, label: "nav.pcis", icon: IconCpu },
			{ path: paths.gpus, label: "nav.gpus", icon: IconBox },
		],
	},
	{
		label: "nav.storage",
		items: [
			{ path: paths.srs, label: "nav.srs", icon: IconDatabase },
			{ path: paths.vdis, label: "nav.vdis", icon: IconDisc },
		],
	},
	{
		label: "nav.network",
		items: [
			{ path: paths.networks, label: "nav.networks", icon: IconNetwork },
			{ path: paths.pifs, label: "nav.pifs", icon: IconPlug },
			{ path: paths.vifs, label: "nav.vifs", icon: IconPlugConnected },
		],
	},
	{
		label: "nav.events",
		items: [
			{ path: paths.tasks, label: "nav.tasks", icon: IconListCheck },
			{ path: paths.alarms, label: "nav.alarms", icon: IconBell },
			{ path: paths.messages, label: "nav.messages", icon: IconMail },
		],
	},
	{
		label: "nav.settings",
		items: [
			{
				path: settings.connections,
				label: "nav.connections",
				icon: IconBoxMultiple,
			},
			{
				path: settings.users,
				label: "nav.users",
				icon: IconUsers,
			},
			{
				path: settings.groups,
				label: "nav.groups",
				icon: IconUsersGroup,
			},
			{
				path: settings.acls,
				label: "nav.acls",
				icon: IconShieldLock,
			},
			{ path: settings.tokens, label: "nav.tokens", icon: IconKey },
			{ path: settings.profile, label: "nav.profile", icon: IconUser },
			{
				path: settings.logs,
				label: "nav.logs",
				icon: IconActivity,
			},
			{ path: settings.about, label: "nav.about", icon: IconInfoCircle },
		],
	},
];

/** What there is to go to, for this user. */
export function navigationOf(user: {
	readonly isAdmin: boolean;
}): readonly NavigationGroup[] {
	const isShown = ({ path }: NavigationItem) => {
		const page = findPage(path);
		return page !== undefined && (user.isAdmin || page.isAdminOnly !== true);
	};
	return ALL.map(({ label, items }) => ({
		label,
		items: items.filter(isShown),
	})).filter(({ items }) => items.length > 0);
}
