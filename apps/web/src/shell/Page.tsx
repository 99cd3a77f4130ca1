import { Anchor, Breadcrumbs, Group, Stack, Text, Title } from "@mantine/core";
import { useDocumentTitle } from "@mantine/hooks";
import { useMatches } from "@tanstack/react-router";
import { memo, type ReactNode, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { AppLink } from "../app/AppLink.tsx";
import { PRODUCT } from "../app/product.ts";
import classes from "./shell.module.css";

interface Crumb {
	readonly label: string;
	readonly to: string;
}

export interface PageTab {
	readonly label: string;
	readonly to: string;
}

/** The frame of every page: where one is, what it is, what can be done. */
export function Page(props: {
	readonly title: string;
	/** Before the title: an icon, a state. */
	readonly badge?: ReactNode;
	/** Below the title: a short description. */
	readonly subtitle?: ReactNode;
	readonly breadcrumbs?: readonly Crumb[];
	readonly actions?: ReactNode;
	readonly tabs?: readonly PageTab[] | undefined;
	readonly children?: ReactNode;
}) {
	const {
		title,
		badge,
		subtitle,
		breadcrumbs = [],
		actions,
		tabs = [],
	} = props;
	useDocumentTitle(`${title} · ${PRODUCT}`);
	return (
		<Stack gap="md" p={{ base: "md", sm: "lg" }} miw={0}>
			<Stack gap="xs">
				{breadcrumbs.length > 0 && <Crumbs crumbs={breadcrumbs} />}
				<Group justify="space-between" align="flex-start" gap="sm">
					<Group gap="sm" wrap="nowrap" miw={0}>
						{badge}
						<Title order={1} lineClamp={2}>
							{title}
						</Title>
					</Group>
					{actions !== undefined && <Group gap="xs">{actions}</Group>}
				</Group>
				{subtitle !== undefined && (
					<Text c="dimmed" component="div">
						{subtitle}
					</Text>
				)}
				{tabs.length > 0 && <PageTabs tabs={tabs} />}
			</Stack>
			{props.children}
		</Stack>
	);
}

function Crumbs({ crumbs }: { readonly crumbs: readonly Crumb[] }) {
	const { t } = useTranslation();
	return (
		<nav aria-label={t("shell.breadcrumbs")}>
			<Breadcrumbs separatorMargin={6}>
				{crumbs.map(({ label, to }) => (
					<Anchor key={to} component={AppLink} to={to} size="xs" c="dimmed">
						{label}
					</Anchor>
				))}
			</Breadcrumbs>
		</nav>
	);
}

const PageTabs = memo(function PageTabs(props: {
	readonly tabs: readonly PageTab[];
}) {
	const { t } = useTranslation();
	const here = useMatches({ select: (matches) => matches.at(-1)?.pathname });
	const nav = useRef<HTMLElement>(null);
	// biome-ignore lint/correctness/useExhaustiveDependencies: of each tab
	useEffect(() => showCurrent(nav.current), [here]);
	return (
		<nav aria-label={t("shell.tabs")} className={classes.tabs} ref={nav}>
			{props.tabs.map(({ label, to }) => (
				<AppLink
					key={to}
					to={to}
					className={classes.tab}
					aria-current={here === to ? "page" : undefined}
				>
					{label}
				</AppLink>
			))}
		</nav>
	);
});

/** Where not all tabs fit, the open one is in sight. */
function showCurrent(nav: HTMLElement | null): void {
	if (nav === null || nav.scrollWidth <= nav.clientWidth) return;
	const tab = nav.querySelector("[aria-current=page]");
	if (tab === null) return;
	const { left, width } = tab.getBoundingClientRect();
	const middle = nav.getBoundingClientRect().left + nav.clientWidth / 2;
	nav.scrollLeft += left + width / 2 - middle;
}
