import { Skeleton } from "@mantine/core";
import { Outlet, useMatches } from "@tanstack/react-router";
import type { LiveRow } from "@xo/contract";
import { memo, type ReactNode, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { ActionButton } from "../actions/ActionButton.tsx";
import { ActionMenu } from "../actions/ActionMenu.tsx";
import { usePending } from "../actions/pending-store.ts";
import { useOffers } from "../actions/use-offers.ts";
import { MissingObject } from "../app/MissingObject.tsx";
import type { ListType } from "../lists/model.ts";
import type { LiveStatus } from "../live/live-entry.ts";
import { Becoming } from "../objects/Becoming.tsx";
import { objectIcon } from "../objects/object-types.ts";
import { textOf } from "../objects/read-row.ts";
import { objectPath } from "../paths.ts";
import { Page } from "../shell/Page.tsx";
import styles from "./details.module.css";
import { type Detail, useDetail } from "./use-detail.ts";
import { useLeave } from "./use-leave.ts";

/** How many actions stand beside the menu of all. */
const SHOWN = 2;

/** The frame of the page of one object: what it is, its actions, its tabs. */
export function DetailPage<Tab extends string>(props: {
	readonly list: ListType;
	readonly tabs: readonly Tab[];
	readonly pathOf: (id: string, tab: Tab) => string;
	/** Links of the object that lead up, the highest first. */
	readonly parents?: readonly string[];
	/** Its name, where that is no name label. */
	readonly titleOf?: (row: LiveRow) => string;
	/** Ids of the actions that stand beside the menu of all; its first ones
	 *  where this is absent. */
	readonly mainActions?: (row: LiveRow) => readonly string[];
	/** Its states, beside the title. */
	readonly badges?: (row: LiveRow) => ReactNode;
}) {
	const { list, tabs, pathOf, parents = [] } = props;
	const { t } = useTranslation();
	const detail = useDetail(list);
	const { id, row, isMissing, status } = detail;
	const [firstTab] = tabs;
	const first = firstTab && pathOf(id, firstTab);
	const isFirst = useMatches({
		select: (matches) => matches.at(-1)?.pathname === first,
	});
	const links = useMemo(
		() =>
			tabs.map((tab) => ({
				label: t(`detail.tab.${tab as string}`),
				to: pathOf(id, tab),
			})),
		[tabs, pathOf, id, t],
	);
	if (isMissing) return <MissingObject list={list} />;
	const TypeIcon = objectIcon(list.types[0] ?? "");
	const title =
		row === undefined
			? t("state.loading")
			: (props.titleOf?.(row) ?? textOf(row, "name_label")) || id;
	return (
		<Page
			title={title}
			badge={
				<>
					<TypeIcon size={22} stroke={1.5} aria-hidden />
					{row !== undefined && props.badges?.(row)}
					<Pending id={id} />
				</>
			}
			subtitle={row && (textOf(row, "name_description") || undefined)}
			breadcrumbs={crumbsOf(list, parents, detail)}
			actions={
				row && <Actions row={row} list={list.path} mainOf={props.mainActions} />
			}
			tabs={links.length > 1 ? links : undefined}
		>
			{row === undefined && (
				<Skeleton height={320} aria-label={t("state.loading")} />
			)}
			{/* The first tab asks for what it shows without waiting for the row. */}
			{(row !== undefined || isFirst) && (
				<div className={classOf(row, status)}>
					<Outlet />
				</div>
			)}
		</Page>
	);
}

function classOf(row: LiveRow | undefined, status: LiveStatus) {
	if (row === undefined) return styles.coming;
	return status === "stale" ? styles.stale : undefined;
}

function crumbsOf(
	list: ListType,
	parents: readonly string[],
	{ row, context }: Detail,
) {
	const crumbs = [{ label: context.t(`nav.${list.id}`), to: list.path }];
	for (const link of parents) {
		const parentId = row && textOf(row, link);
		const parent = parentId ? context.names.get(parentId) : undefined;
		const to = parent?.type && parentId && objectPath(parent.type, parentId);
		if (parent && to) crumbs.push({ label: parent.name, to });
	}
	return crumbs;
}

function Pending({ id }: { readonly id: string }) {
	const pending = usePending(id);
	return (
		<span role="status">
			{pending !== undefined && <Becoming label={pending} />}
		</span>
	);
}

const Actions = memo(function Actions(props: {
	readonly row: LiveRow;
	readonly list: string;
	readonly mainOf: ((row: LiveRow) => readonly string[]) | undefined;
}) {
	const { row, list, mainOf } = props;
	const offers = useOffers([row]);
	const leave = useLeave(row.id, list);
	const main = mainOf?.(row);
	const shown =
		main === undefined
			? offers.slice(0, SHOWN)
			: offers.filter(({ action }) => main.includes(action.id));
	return (
		<>
			{shown.map((offer) => (
				<ActionButton key={offer.action.id} offer={offer} />
			))}
			{offers.length > shown.length && (
				<ActionMenu offers={offers} onDone={leave} />
			)}
		</>
	);
});
