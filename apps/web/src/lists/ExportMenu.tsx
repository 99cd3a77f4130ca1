import { Button, Menu } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconDownload } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import type { LiveQueryParams, LiveRow } from "@xo/contract";
import { type ExportColumn, exportCsv, exportJson, saveFile } from "@xo/ui";
import { memo } from "react";
import { useTranslation } from "react-i18next";
import { errorText } from "../calls/error-text.ts";
import { useSessionStore } from "../session/session-context.ts";
import type { ListField } from "./model.ts";
import { withNames } from "./read-names.ts";
import { readPages } from "./read-pages.ts";

interface ExportMenuProps {
	readonly listId: string;
	readonly fields: readonly ListField[];
	/** The whole list, in its order. */
	readonly queryOf: () => LiveQueryParams;
}

/** Gives the whole filtered list, with the columns of the screen, as a file. */
export const ExportMenu = memo(function ExportMenu(props: ExportMenuProps) {
	const { listId, fields } = props;
	const { t } = useTranslation();
	const session = useSessionStore();
	const saving = useMutation({
		mutationFn: async (format: "csv" | "json") => {
			const names = new Map<string, string>();
			const pages = withNames(session, fields, {
				pages: readPages(session, props.queryOf()),
				names,
			});
			const isCsv = format === "csv";
			const columns = columnsOf(isCsv, names);
			await saveFile(
				`${listId}-${new Date().toISOString().slice(0, 10)}.${format}`,
				isCsv ? "text/csv;charset=utf-8" : "application/json",
				isCsv ? exportCsv(columns, pages) : exportJson(columns, pages),
			);
		},
		onError: (error) =>
			notifications.show({
				color: "vermilion",
				title: t("lists.exportFailed"),
				message: errorText(error, t),
			}),
	});

	function columnsOf(
		isCsv: boolean,
		names: ReadonlyMap<string, string>,
	): readonly ExportColumn<LiveRow>[] {
		return [
			{ header: "id", value: (row) => row.id },
			...fields.map((field) => ({
				// Programs read JSON: its keys do not change with the language.
				header: isCsv ? t(`lists.fields.${field.label}`) : field.id,
				value: (row: LiveRow) => exported(field, row[field.id], names),
			})),
		];
	}

	return (
		<Menu position="bottom-end" shadow="md">
			<Menu.Target>
				<Button
					size="compact-sm"
					variant="default"
					loading={saving.isPending}
					leftSection={<IconDownload size={16} aria-hidden />}
				>
					{t("lists.export")}
				</Button>
			</Menu.Target>
			<Menu.Dropdown>
				<Menu.Item onClick={() => saving.mutate("csv")}>
					{t("lists.exportCsv")}
				</Menu.Item>
				<Menu.Item onClick={() => saving.mutate("json")}>
					{t("lists.exportJson")}
				</Menu.Item>
			</Menu.Dropdown>
		</Menu>
	);
});

/** Figures stay figures, in bytes and seconds; times and links become texts. */
function exported(
	field: ListField,
	value: unknown,
	names: ReadonlyMap<string, string>,
): unknown {
	if (field.kind === "count") {
		return Array.isArray(value) ? value.length : value;
	}
	if (field.kind === "time" && typeof value === "number") {
		return new Date(value * 1_000).toISOString();
	}
	if (field.kind === "link" && typeof value === "string") {
		return names.get(value) ?? value;
	}
	return value;
}
