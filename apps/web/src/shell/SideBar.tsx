import { Divider, NavLink, ScrollArea } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { useRouterState } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { AppLink } from "../app/AppLink.tsx";
import { useIsAdmin } from "../session/session-context.ts";
import { navigationOf } from "./navigation.ts";
import { InfrastructureTree } from "./tree/InfrastructureTree.tsx";

/** Below it, the top bar has no room for the pages. */
const NARROW = "(max-width: 61.99em)";

/** What there is; where the top bar has no room for them, the pages too. */
export function SideBar({ onNavigate }: { readonly onNavigate: () => void }) {
	const isNarrow = useMediaQuery(NARROW, false, {
		getInitialValueInEffect: false,
	});
	return (
		<>
			{isNarrow && (
				<>
					<Pages onNavigate={onNavigate} />
					<Divider color="var(--xo-line)" />
				</>
			)}
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
	return (
		<ScrollArea.Autosize
			mah="50dvh"
			component="nav"
			aria-label={t("shell.pages")}
		>
			{groups.map(({ label, items }) => (
				<NavLink
					key={label}
					component="button"
					label={t(label)}
					defaultOpened={items.some(({ path }) => path === pathname)}
					childrenOffset={12}
					py={6}
				>
					{items.map(({ path, label: name, icon: ItemIcon }) => (
						<NavLink
							key={path}
							component={AppLink}
							to={path}
							label={t(name)}
							active={pathname === path}
							aria-current={pathname === path ? "page" : undefined}
							leftSection={<ItemIcon size={16} stroke={1.6} aria-hidden />}
							onClick={onNavigate}
							py={6}
						/>
					))}
				</NavLink>
			))}
		</ScrollArea.Autosize>
	);
}
