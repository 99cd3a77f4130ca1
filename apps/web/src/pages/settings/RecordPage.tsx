import { Button } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useSearch } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { Page } from "../../shell/Page.tsx";
import { type RecordColumn, RecordTable } from "./RecordTable.tsx";

/** A page of records that one adds, changes and removes; `?add` in the address
 *  opens the form of a new one. */
export function RecordPage<T extends { readonly id: string }>(props: {
	readonly title: string;
	readonly addLabel: string;
	readonly columns: readonly RecordColumn<T>[];
	/** Undefined while they are loading. */
	readonly rows: readonly T[] | undefined;
	readonly error: unknown;
	/** In place of an empty table. */
	readonly empty: (add: () => void) => ReactNode;
	readonly renderActions: (row: T, edit: () => void) => ReactNode;
	/** Changes a record; without one it makes one. */
	readonly renderDialog: (row: T | undefined, close: () => void) => ReactNode;
}) {
	const { title, columns, rows, error } = props;
	const search: Readonly<Record<string, unknown>> = useSearch({
		strict: false,
	});
	const [chosen, setChosen] = useState<T | "new" | "none">();
	const edited = chosen ?? ("add" in search ? "new" : "none");
	const add = () => setChosen("new");
	return (
		<Page
			title={title}
			actions={
				<Button leftSection={<IconPlus size={14} />} onClick={add}>
					{props.addLabel}
				</Button>
			}
		>
			<RecordTable
				{...{ columns, rows, error }}
				label={title}
				empty={props.empty(add)}
				renderActions={(row) => props.renderActions(row, () => setChosen(row))}
			/>
			{edited !== "none" &&
				props.renderDialog(edited === "new" ? undefined : edited, () =>
					setChosen("none"),
				)}
		</Page>
	);
}
