import { Button, Drawer, Skeleton, Text } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { IconSearchOff } from "@tabler/icons-react";
import { emptySelection, type TableSelection } from "@xo/ui";
import { lazy, memo, type ReactNode, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { Notice } from "../app/Notice.tsx";
import { useStable } from "../app/use-stable.ts";
import { useFormat } from "../i18n/use-format.ts";
import { objectIcon } from "../objects/object-types.ts";
import { useIsAdmin } from "../session/session-context.ts";
import { Page, type PageTab } from "../shell/Page.tsx";
import { BulkBar } from "./BulkBar.tsx";
import { ListTable } from "./ListTable.tsx";
import styles from "./lists.module.css";
import type { ListType } from "./model.ts";
import { Toolbar } from "./Toolbar.tsx";
import { useList } from "./use-list.ts";
import { useView } from "./use-view.ts";

const SidePanel = lazy(async () => {
	const { SidePanel } = await import("./SidePanel.tsx");
	return { default: SidePanel };
});

/** Below it a panel covers the list. */
const NARROW = "(max-width: 75em)";

/** A list of objects: search, table, panel, actions. */
export function ListPage(props: {
	readonly list: ListType;
	/** Beside the title. */
	readonly actions?: ReactNode;
	readonly tabs?: readonly PageTab[];
}) {
	const { list, actions, tabs = [] } = props;
	const { t } = useTranslation();
	const title = t(`nav.${list.id}`);
	return (
		<Page title={title} actions={actions} tabs={tabs}>
			<Content list={list} title={title} />
		</Page>
	);
}

/** What changes with each key and each change of an object. */
function Content(props: { readonly list: ListType; readonly title: string }) {
	const { list } = props;
	const state = useView(list);
	const { view, change } = state;
	const { rows, query, columns, context, ...search } = useList(list, view);
	const queryOf = useStable(() => query);
	const [selection, setSelection] = useState<TableSelection>(emptySelection);
	const total = rows.total ?? 0;
	const hasSelection = selection.isAll || selection.ids.size > 0;
	return (
		<div className={styles.page}>
			<section className={styles.main} aria-label={props.title}>
				<Toolbar
					{...{ list, state, columns, queryOf }}
					properties={search.properties}
					error={search.error}
				/>
				<div className={styles.status}>
					{hasSelection ? (
						<BulkBar {...{ selection, total, query }} onChange={setSelection} />
					) : (
						<Total count={rows.total} />
					)}
				</div>
				<ListTable
					{...{ list, state, rows, columns, query, selection }}
					filter={search.filter}
					onSelectionChange={setSelection}
					empty={
						<Empty
							list={list}
							isFiltered={view.filter !== ""}
							onClear={() => change({ filter: "" })}
						/>
					}
				/>
			</section>
			<Panel
				list={list}
				id={state.panel}
				onClose={() => state.setPanel(undefined)}
			/>
		</div>
	);
}

/** How many there are. */
const Total = memo(function Total(props: {
	readonly count: number | undefined;
}) {
	const { count = 0 } = props;
	const { t } = useTranslation();
	const format = useFormat();
	return (
		<Text size="xs" c="dimmed" role="status">
			{t("lists.count", { count, number: format.number(props.count) })}
		</Text>
	);
});

interface PanelProps {
	readonly list: ListType;
	readonly id: string | undefined;
	readonly onClose: () => void;
}

/** Beside the list where there is room, else over it. */
function Panel({ list, id, onClose }: PanelProps) {
	const { t } = useTranslation();
	const isNarrow = useMediaQuery(NARROW, false, {
		getInitialValueInEffect: false,
	});
	if (id === undefined) return null;
	const panel = (
		<Suspense fallback={<Skeleton height={240} m="md" />}>
			<SidePanel {...{ list, id, onClose }} />
		</Suspense>
	);
	return isNarrow ? (
		<Drawer.Root opened onClose={onClose} position="right" size="md">
			<Drawer.Overlay />
			<Drawer.Content aria-label={t("lists.details")}>{panel}</Drawer.Content>
		</Drawer.Root>
	) : (
		<aside className={styles.panel} aria-label={t("lists.details")}>
			{panel}
		</aside>
	);
}

interface EmptyProps {
	readonly list: ListType;
	readonly isFiltered: boolean;
	readonly onClear: () => void;
}

function Empty({ list, isFiltered, onClear }: EmptyProps) {
	const { t } = useTranslation();
	const isAdmin = useIsAdmin();
	return isFiltered ? (
		<Notice
			icon={IconSearchOff}
			title={t("lists.noMatch")}
			text={t("lists.noMatchText")}
			action={
				<Button variant="default" onClick={onClear}>
					{t("lists.clearSearch")}
				</Button>
			}
		/>
	) : (
		<Notice
			icon={objectIcon(list.types[0] ?? "")}
			title={t("lists.empty")}
			text={t(isAdmin ? "lists.emptyText" : "lists.emptyForUser")}
		/>
	);
}
