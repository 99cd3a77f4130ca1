import type { LiveRow } from "@xo/contract";
import { useTranslation } from "react-i18next";
import { useMay } from "../actions/use-may.ts";
import { useAction } from "../calls/use-action.ts";
import { rightToSet, type SetMethod } from "./model.ts";

export type EditedField = "name_label" | "name_description";

export function isEdited(id: string): id is EditedField {
	return id === "name_label" || id === "name_description";
}

/** Changes names and descriptions; what fails is told to the user. */
export function useEdit(set: SetMethod | undefined) {
	const { t } = useTranslation();
	const may = useMay();
	const change = useAction(set ?? "vm.set", { failure: t("lists.editFailed") });
	return {
		canEdit: (row: LiveRow): boolean =>
			set !== undefined && may(row, rightToSet(set)),
		setText(id: string, field: EditedField, value: string): void {
			if (set !== undefined) change.mutate({ id, [field]: value });
		},
	};
}
