import { Group } from "@mantine/core";
import { IconPencil, IconTrash } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { RowAction } from "./RowAction.tsx";
import { useAsk } from "./use-ask.tsx";

/** Changes a record, or removes it after a question. */
export function RecordActions(props: {
	readonly name: string;
	readonly onEdit: () => void;
	/** What is asked before it is removed. */
	readonly question: { readonly title: string; readonly text: string };
	readonly remove: {
		readonly isPending: boolean;
		readonly mutate: (params: { readonly id: string }) => void;
	};
	readonly id: string;
	/** Why it cannot be removed. */
	readonly refusal?: string | undefined;
	/** Before these. */
	readonly children?: ReactNode;
}) {
	const { id, name, remove } = props;
	const { t } = useTranslation();
	const ask = useAsk();
	return (
		<Group gap={4} justify="flex-end" wrap="nowrap">
			{props.children}
			<RowAction
				icon={IconPencil}
				label={t("settings.edit")}
				name={name}
				onClick={props.onEdit}
			/>
			<RowAction
				icon={IconTrash}
				label={t("settings.remove")}
				name={name}
				isBusy={remove.isPending}
				refusal={props.refusal}
				onClick={() =>
					ask({
						...props.question,
						confirm: t("settings.remove"),
						onConfirm: () => remove.mutate({ id }),
					})
				}
			/>
		</Group>
	);
}
