import { AppShell, Box } from "@mantine/core";
import { useDisclosure, useLocalStorage, useMediaQuery } from "@mantine/hooks";
import { Outlet } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";
import { ConnectionBanner } from "./ConnectionBanner.tsx";
import { PoolsBanner } from "./PoolsBanner.tsx";
import { ResizeHandle } from "./ResizeHandle.tsx";
import { SideBar } from "./SideBar.tsx";
import classes from "./shell.module.css";
import { TopBar } from "./TopBar.tsx";
import { useFocusOnPage } from "./use-focus-on-page.ts";
import { useShortcuts } from "./use-shortcuts.tsx";

const DEFAULT_WIDTH = 280;
const MAIN_ID = "main";

/** Not needed for the first look at a page. */
const Palette = lazy(async () => ({
	default: (await import("../palette/Palette.tsx")).Palette,
}));

/** What stands around every page. */
export function Shell() {
	const { t } = useTranslation();
	useFocusOnPage(MAIN_ID);
	useShortcuts();
	const [isDrawerOpen, drawer] = useDisclosure(false);
	const isPhone = useMediaQuery("(max-width: 48em)");
	const [width, setWidth] = useLocalStorage({
		key: "xo.sidebar.width",
		defaultValue: DEFAULT_WIDTH,
		getInitialValueInEffect: false,
	});
	return (
		<AppShell
			header={{ height: 44 }}
			navbar={{
				width: { base: "100%", sm: width },
				breakpoint: "sm",
				collapsed: { mobile: !isDrawerOpen },
			}}
			padding={0}
			transitionDuration={120}
		>
			<a className={classes.skip} href={`#${MAIN_ID}`}>
				{t("shell.skip")}
			</a>
			<AppShell.Header>
				<TopBar isDrawerOpen={isDrawerOpen} onDrawer={drawer.toggle} />
			</AppShell.Header>
			<AppShell.Navbar
				bg="var(--xo-surface-sunken)"
				zIndex={150}
				inert={isPhone && !isDrawerOpen}
			>
				<SideBar onNavigate={drawer.close} />
				<Box visibleFrom="sm">
					<ResizeHandle
						width={width}
						defaultWidth={DEFAULT_WIDTH}
						onWidth={setWidth}
					/>
				</Box>
			</AppShell.Navbar>
			<AppShell.Main id={MAIN_ID} tabIndex={-1} className={classes.main}>
				<ConnectionBanner />
				<PoolsBanner />
				<Outlet />
				<Suspense>
					<Palette />
				</Suspense>
			</AppShell.Main>
		</AppShell>
	);
}
