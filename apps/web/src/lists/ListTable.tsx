import { useNavigate } from "@tanstack/react-router";
import type { LiveQueryParams, LiveRow } from "@xo/contract";
import {
	DataTable,
	type TableColumn,
	type TableSection,
	type TableSelection,
} from "@xo/ui";
import { type ReactNode, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { objectPath } from "../paths.ts";
import { useSessionStore } from "../session/session-context.ts";
import { CellEditor } from "./CellEditor.tsx";
import { useFindPlace } from "./find-place.ts";
import { ListFailure } from "./ListFailure.tsx";
import { tableLabels } from "./labels.ts";
import styles from "./lists.module.css";
import type { ListType } from "./model.ts";
import { readPages } from "./read-pages.ts";
import { type EditedField, isEdited, useEdit } from "./use-edit.ts";
import { useLinks } from "./use-links.ts";
import type { ListState } from "./use-sections.ts";
import type { useView } from "./use-view.ts";

/** Rows as the table takes them. */
type ShownRows = Omit<ListState, "sections"> & {
	readonly sections: readonly TableSection<LiveRow>[];
};

interface ListTableProps {
	readonly list: ListType;
	readonly state: ReturnType<typeof useView>;
	readonly rows: ShownRows;
	readonly columns: readonly TableColumn<LiveRow>[];
	/** The filter that the rows match. */
	readonly filter: string;
	/** The whole list, in its order. */
	readonly query: LiveQueryParams;
	readonly selection: TableSelection;
	readonly onSelectionChange: (selection: TableSelection) => void;
	readonly empty: ReactNode;
}

interface Editing {
	readonly row: LiveRow;
	readonly columnId: EditedField;
}

/** The rows of a list: one follows, chooses, opens and renames them. */
export function ListTable(props: ListTableProps) {
	const { list, state, rows, query } = props;
	const { view, change, panel, setPanel } = state;
	const { t } = useTranslation();
	const navigate = useNavigate();
	const session = useSessionStore();
	const followLink = useLinks();
	const findPlace = useFindPlace(list, query);
	const edit = useEdit(list.set);
	const [editing, setEditing] = useState<Editing>();
	const labels = useMemo(() => tableLabels(t), [t]);

	async function idsOf(sectionId: string, from: number, to: number) {
		const section = rows.queries[sectionId] ?? query;
		const ids: string[] = [];
		const stretch = { ...section, fields: [] };
		for await (const page of readPages(session, stretch, { from, to })) {
			ids.push(...page.map(({ id }) => id));
		}
		return ids;
	}
	function open(row: LiveRow): void {
		const path = objectPath(row.type, row.id);
		if (path === undefined) setPanel(row.id);
		else void navigate({ to: path });
	}
	function startEdit(row: LiveRow, columnId: string): boolean {
		if (columnId === "tags") {
			setPanel(row.id);
			return true;
		}
		if (!isEdited(columnId) || list.set === undefined) return false;
		if (!edit.canEdit(row)) {
			// The panel says why not.
			setPanel(row.id);
			return true;
		}
		setEditing({ row, columnId });
		return true;
	}
	function renderEditor({ row, columnId }: Editing) {
		const node = (
			<CellEditor
				label={t("lists.edit")}
				value={String(row[columnId] ?? "")}
				isRequired={columnId === "name_label"}
				onSave={(value) => edit.setText(row.id, columnId, value)}
				onClose={() => {
					setEditing(undefined);
					// Keys work on from the row that was edited.
					document.querySelector<HTMLElement>("[role=grid]")?.focus();
				}}
			/>
		);
		return { rowId: row.id, columnId, node };
	}

	return (
		// biome-ignore lint/a11y/noStaticElementInteractions: it only follows links of cells
		// biome-ignore lint/a11y/useKeyWithClickEvents: Enter opens rows
		<div
			className={styles.table}
			data-stale={rows.status === "stale" || undefined}
			onClick={followLink}
		>
			<DataTable<LiveRow>
				label={t(`nav.${list.id}`)}
				labels={labels}
				columns={props.columns}
				layout={view.layout}
				onLayoutChange={(layout) => change({ layout })}
				sort={view.sort}
				onSortChange={(sort) => change({ sort })}
				sections={rows.sections}
				total={rows.total ?? 0}
				onWindow={rows.setWindow}
				onToggleGroup={rows.toggleGroup}
				selection={props.selection}
				onSelectionChange={props.onSelectionChange}
				idsOf={idsOf}
				findPlace={view.groupBy === undefined ? findPlace : undefined}
				listKey={`${props.filter} ${JSON.stringify(view.sort)} ${view.groupBy}`}
				isLoading={rows.total === undefined}
				onActiveChange={(row, cause) => {
					if (cause === "pointer" || panel !== undefined) setPanel(row.id);
				}}
				onOpen={open}
				onEdit={startEdit}
				editor={editing && renderEditor(editing)}
				error={
					rows.status === "error" ? (
						<ListFailure error={rows.error} />
					) : undefined
				}
				empty={props.empty}
			/>
		</div>
	);
}
