import { Button, Group, Menu } from "@mantine/core";
import { IconChevronDown } from "@tabler/icons-react";
import { useRouterState } from "@tanstack/react-router";
import { memo, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { AppLink } from "../app/AppLink.tsx";
import { useIsAdmin } from "../session/session-context.ts";
import { type NavigationGroup, navigationOf } from "./navigation.ts";

/** The pages, as menus of the top bar. */
export function PageMenus() {
	const { t } = useTranslation();
	const pathname = useRouterState({
		select: ({ location }) => location.pathname,
	});
	const isAdmin = useIsAdmin();
	const groups = useMemo(() => navigationOf({ isAdmin }), [isAdmin]);
	return (
		<Group
			component="nav"
			gap={2}
			wrap="nowrap"
			visibleFrom="md"
			aria-label={t("shell.pages")}
		>
			{groups.map((group) => (
				<PageMenu
					key={group.label}
					group={group}
					here={group.items.find(({ path }) => path === pathname)?.path}
				/>
			))}
		</Group>
	);
}

interface PageMenuProps {
	readonly group: NavigationGroup;
	/** The page of the group that is shown. */
	readonly here: string | undefined;
}

const PageMenu = memo(function PageMenu({ group, here }: PageMenuProps) {
	const { t } = useTranslation();
	const { label, items } = group;
	const [first] = items;
	const isHere = here !== undefined;
	const look = {
		variant: isHere ? "light" : "subtle",
		color: isHere ? undefined : "gray",
		size: "compact-sm",
	} as const;
	if (first !== undefined && items.length === 1) {
		return (
			<Button
				component={AppLink}
				to={first.path}
				{...look}
				c={isHere ? undefined : "inherit"}
				aria-current={isHere ? "page" : undefined}
			>
				{t(first.label)}
			</Button>
		);
	}
	return (
		<Menu position="bottom-start">
			<Menu.Target>
				<Button
					{...look}
					c={isHere ? undefined : "inherit"}
					rightSection={<IconChevronDown size={12} aria-hidden />}
				>
					{t(label)}
				</Button>
			</Menu.Target>
			<Menu.Dropdown>
				{items.map(({ path, label: name, icon: ItemIcon }) => (
					<Menu.Item
						key={path}
						component={AppLink}
						to={path}
						aria-current={path === here ? "page" : undefined}
						leftSection={<ItemIcon size={16} stroke={1.6} aria-hidden />}
					>
						{t(name)}
					</Menu.Item>
				))}
			</Menu.Dropdown>
		</Menu>
	);
});
