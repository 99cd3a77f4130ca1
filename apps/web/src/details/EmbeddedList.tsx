import { Group, Text } from "@mantine/core";
import { IconSearchOff } from "@tabler/icons-react";
import { useNavigate } from "@tanstack/react-router";
import type { LiveRow } from "@xo/contract";
import {
	DataTable,
	emptySelection,
	SearchBox,
	type TableSelection,
} from "@xo/ui";
import { type CSSProperties, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { Notice } from "../app/Notice.tsx";
import { BulkBar } from "../lists/BulkBar.tsx";
import { useFindPlace } from "../lists/find-place.ts";
import { ListFailure } from "../lists/ListFailure.tsx";
import { tableLabels } from "../lists/labels.ts";
import type { ListType } from "../lists/model.ts";
import { useLinks } from "../lists/use-links.ts";
import { useList } from "../lists/use-list.ts";
import { useView } from "../lists/use-view.ts";
import { objectIcon } from "../objects/object-types.ts";
import { objectPath } from "../paths.ts";
import styles from "./details.module.css";

/** A list inside of a page: the objects that belong to another. Its search,
 *  order and columns are in the address. */
export function EmbeddedList(props: {
	readonly list: ListType;
	readonly label: string;
	/** What belongs here, in the search language. */
	readonly scope: string;
	/** Other columns than the list has at first. */
	readonly columns?: readonly string[];
	/** Of its parameters in the address, where a page has several lists. */
	readonly name?: string;
	/** CSS; most of the window by default. */
	readonly height?: string;
}) {
	const { list, label, scope, columns, height } = props;
	const { t } = useTranslation();
	const navigate = useNavigate();
	const followLink = useLinks();
	const scoped = useMemo(
		() => scopedList(list, scope, columns),
		[list, scope, columns],
	);
	const { view, setFilter, change } = useView(scoped, props.name);
	const [selection, setSelection] = useState<TableSelection>(emptySelection);
	const { rows, query, properties, error, ...rest } = useList(scoped, view);
	const findPlace = useFindPlace(scoped, query);
	const labels = useMemo(() => tableLabels(t), [t]);
	const hasSelection = selection.isAll || selection.ids.size > 0;
	const frame = {
		"--list-height": height ?? "max(280px, calc(100dvh - 300px))",
	} as CSSProperties;
	return (
		<section aria-label={label}>
			<Group gap="sm" mb="xs" mih={30}>
				<SearchBox
					label={t("lists.search", { list: label })}
					placeholder={t("lists.searchHint")}
					clearLabel={t("lists.clearSearch")}
					value={view.filter}
					onChange={setFilter}
					properties={properties}
					error={error}
				/>
				{hasSelection ? (
					<BulkBar
						selection={selection}
						total={rows.total ?? 0}
						query={query}
						onChange={setSelection}
					/>
				) : (
					<Text size="xs" c="dimmed" role="status">
						{t("lists.count", {
							count: rows.total ?? 0,
							number: rest.context.format.number(rows.total),
						})}
					</Text>
				)}
			</Group>
			{/* biome-ignore lint/a11y/noStaticElementInteractions: it only follows links of cells; keys open rows */}
			{/* biome-ignore lint/a11y/useKeyWithClickEvents: see above */}
			<div className={styles.table} style={frame} onClick={followLink}>
				<DataTable<LiveRow>
					label={label}
					labels={labels}
					columns={rest.columns}
					layout={view.layout}
					onLayoutChange={(layout) => change({ layout })}
					sort={view.sort}
					onSortChange={(sort) => change({ sort })}
					sections={rows.sections}
					{...(rows.total === undefined ? {} : { total: rows.total })}
					onWindow={rows.setWindow}
					selection={selection}
					onSelectionChange={setSelection}
					findPlace={findPlace}
					listKey={`${rest.filter} ${JSON.stringify(view.sort)}`}
					isLoading={rows.total === undefined}
					onOpen={(row) => {
						const path = objectPath(row.type, row.id);
						if (path !== undefined) void navigate({ to: path });
					}}
					error={
						rows.status === "error" ? (
							<ListFailure error={rows.error} />
						) : undefined
					}
					empty={
						<Notice
							icon={
								view.filter === ""
									? objectIcon(list.types[0] ?? "")
									: IconSearchOff
							}
							title={t(view.filter === "" ? "detail.none" : "lists.noMatch")}
						/>
					}
				/>
			</div>
		</section>
	);
}

function scopedList(
	{ filter: _, ...list }: ListType,
	scope: string,
	columns: readonly string[] = list.columns,
): ListType {
	return {
		...list,
		columns,
		scope: list.scope === undefined ? scope : `${list.scope} ${scope}`,
	};
}
