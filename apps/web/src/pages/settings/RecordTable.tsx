import { Loader, Stack, Table, Text, TextInput } from "@mantine/core";
import { IconAlertTriangle, IconSearch } from "@tabler/icons-react";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { Notice } from "../../app/Notice.tsx";
import { errorText } from "../../calls/error-text.ts";
import classes from "./records.module.css";

export interface RecordColumn<T> {
	readonly id: string;
	readonly label: string;
	readonly render: (row: T) => ReactNode;
	/** What a search finds; absent: nothing. */
	readonly text?: (row: T) => string;
}

/** Below it a search box is only in the way. */
const SEARCH_FROM = 8;
const SHOWN = 500;

/** A table of what is not in pools: small enough to be held whole. */
export function RecordTable<T extends { readonly id: string }>(props: {
	readonly label: string;
	readonly columns: readonly RecordColumn<T>[];
	/** Undefined while they are loading. */
	readonly rows: readonly T[] | undefined;
	readonly error?: unknown;
	/** In place of an empty table. */
	readonly empty: ReactNode;
	readonly renderActions?: (row: T) => ReactNode;
}) {
	const { label, columns, rows, error, renderActions } = props;
	const { t } = useTranslation();
	const [search, setSearch] = useState("");
	if (rows === undefined) return <Waiting error={error} />;
	if (rows.length === 0) return props.empty;
	const found = rows.filter((row) => matches(row, columns, search));
	const shown = found.slice(0, SHOWN);
	return (
		<Stack gap="sm">
			{rows.length >= SEARCH_FROM && (
				<TextInput
					type="search"
					w={280}
					maw="100%"
					leftSection={<IconSearch size={14} aria-hidden />}
					aria-label={t("settings.search")}
					placeholder={t("settings.search")}
					value={search}
					onChange={(event) => setSearch(event.currentTarget.value)}
				/>
			)}
			<Table.ScrollContainer minWidth={0}>
				<Table
					role="table"
					aria-label={label}
					highlightOnHover
					className={classes.table}
				>
					<Table.Thead>
						<Table.Tr>
							{columns.map((column) => (
								<Table.Th key={column.id}>{column.label}</Table.Th>
							))}
							{renderActions !== undefined && (
								<Table.Th ta="right">{t("settings.actions")}</Table.Th>
							)}
						</Table.Tr>
					</Table.Thead>
					<Table.Tbody role="rowgroup">
						{shown.map((row) => (
							<Table.Tr key={row.id} role="row">
								{columns.map((column) => (
									<Table.Td
										key={column.id}
										role="cell"
										data-label={column.label}
									>
										{column.render(row)}
									</Table.Td>
								))}
								{renderActions !== undefined && (
									<Table.Td
										role="cell"
										ta="right"
										style={{ whiteSpace: "nowrap" }}
									>
										{renderActions(row)}
									</Table.Td>
								)}
							</Table.Tr>
						))}
					</Table.Tbody>
				</Table>
			</Table.ScrollContainer>
			{found.length === 0 && (
				<Text c="dimmed" size="sm" role="status">
					{t("settings.noMatch")}
				</Text>
			)}
			{found.length > SHOWN && (
				<Text c="dimmed" size="sm">
					{t("settings.more", { count: found.length - SHOWN })}
				</Text>
			)}
		</Stack>
	);
}

function Waiting({ error }: { readonly error: unknown }) {
	const { t } = useTranslation();
	if (!error)
		return (
			<Loader size="sm" role="status" aria-label={t("settings.loading")} />
		);
	return (
		<Notice
			icon={IconAlertTriangle}
			tone="warning"
			title={t("settings.unreadable")}
			text={errorText(error, t)}
		/>
	);
}

function matches<T>(
	row: T,
	columns: readonly RecordColumn<T>[],
	search: string,
): boolean {
	const wanted = search.trim().toLowerCase();
	if (wanted === "") return true;
	return columns.some((column) =>
		column.text?.(row).toLowerCase().includes(wanted),
	);
}
