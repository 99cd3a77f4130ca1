import { Select } from "@mantine/core";
import type { LiveQueryParams, LiveRow } from "@xo/contract";
import {
	ColumnMenu,
	SearchBox,
	type SearchError,
	type SearchProperty,
	type TableColumn,
} from "@xo/ui";
import { memo, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { BuilderButton } from "./BuilderButton.tsx";
import { ExportMenu } from "./ExportMenu.tsx";
import { columnLabels } from "./labels.ts";
import styles from "./lists.module.css";
import { findField, type ListType } from "./model.ts";
import { SavedViews } from "./SavedViews.tsx";
import type { useView } from "./use-view.ts";
import type { ListView } from "./view.ts";

interface ToolbarProps {
	readonly list: ListType;
	readonly state: ReturnType<typeof useView>;
	readonly columns: readonly TableColumn<LiveRow>[];
	readonly properties: readonly SearchProperty[];
	readonly error: SearchError | undefined;
	/** The whole list, in its order. */
	readonly queryOf: () => LiveQueryParams;
}

/** Searching, grouping, columns, views and export of a list. */
export const Toolbar = memo(function Toolbar(props: ToolbarProps) {
	const { list, state, columns, properties, error } = props;
	const { view, setFilter, change } = state;
	const { t } = useTranslation();
	return (
		<div className={styles.bar}>
			<SearchBox
				label={t("lists.search", { list: t(`nav.${list.id}`) })}
				placeholder={t("lists.searchHint")}
				clearLabel={t("lists.clearSearch")}
				value={view.filter}
				onChange={setFilter}
				properties={properties}
				error={error}
				action={
					<BuilderButton
						value={view.filter}
						onChange={setFilter}
						properties={properties}
					/>
				}
			/>
			<Tools
				{...{ list, columns, change }}
				layout={view.layout}
				groupBy={view.groupBy}
				print={state.print}
				queryOf={props.queryOf}
			/>
		</div>
	);
});

type ToolsProps = Pick<ToolbarProps, "list" | "columns" | "queryOf"> &
	Pick<ToolbarProps["state"], "change" | "print"> &
	Pick<ListView, "layout" | "groupBy">;

/** What keys in the search do not change. */
const Tools = memo(function Tools(props: ToolsProps) {
	const { list, columns, layout, change } = props;
	const { t } = useTranslation();
	const labels = useMemo(() => columnLabels(t), [t]);
	const fields = useMemo(
		() => layout.columns.flatMap((id) => findField(list, id) ?? []),
		[list, layout],
	);
	return (
		<>
			<Select
				size="xs"
				w={150}
				aria-label={t("lists.groupBy")}
				placeholder={t("lists.groupBy")}
				clearable
				value={props.groupBy ?? null}
				data={list.groups.map((id) => ({
					value: id,
					label: t(`lists.fields.${findField(list, id)?.label}`),
				}))}
				onChange={(groupBy) => change({ groupBy: groupBy ?? undefined })}
			/>
			<ColumnMenu
				columns={columns}
				layout={layout}
				labels={labels}
				onLayoutChange={(layout) => change({ layout })}
				onReset={() =>
					change({ layout: { columns: list.columns, widths: {} } })
				}
				onSortChange={(sort) => change({ sort })}
			/>
			<SavedViews listId={list.id} current={props.print} />
			<ExportMenu listId={list.id} fields={fields} queryOf={props.queryOf} />
		</>
	);
});
