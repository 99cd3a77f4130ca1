import { Box, Divider, Text } from "@mantine/core";
import { useRouterState } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { AppLink } from "../app/AppLink.tsx";
import { useIsAdmin } from "../session/session-context.ts";
import { navigationOf } from "./navigation.ts";
import classes from "./shell.module.css";
import { InfrastructureTree } from "./tree/InfrastructureTree.tsx";

/** The pages, and below them what there is. */
export function SideBar({ onNavigate }: { readonly onNavigate: () => void }) {
	const { t } = useTranslation();
	return (
		<>
			<Box component="nav" p="xs" aria-label={t("shell.pages")}>
				<Pages onNavigate={onNavigate} />
			</Box>
			<Divider color="var(--xo-line)" />
			<InfrastructureTree onNavigate={onNavigate} />
		</>
	);
}

function Pages({ onNavigate }: { readonly onNavigate: () => void }) {
	const { t } = useTranslation();
	const groups = navigationOf({ isAdmin: useIsAdmin() });
	const pathname = useRouterState({
		select: ({ location }) => location.pathname,
	});
	return groups.flatMap(({ items }) =>
		items.map(({ path, label, icon: ItemIcon }) => (
			<AppLink
				key={path}
				to={path}
				className={classes.link}
				onClick={onNavigate}
				aria-current={pathname === path ? "page" : undefined}
			>
				<ItemIcon size={16} stroke={1.6} aria-hidden />
				<Text span size="sm" inherit>
					{t(label)}
				</Text>
			</AppLink>
		)),
	);
}
