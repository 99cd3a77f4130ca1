import type { LiveRow } from "@xo/contract";
import { useTranslation } from "react-i18next";
import { useMay } from "../actions/use-may.ts";
import { useAction } from "../calls/use-action.ts";
import { EditableText } from "../forms/EditableText.tsx";
import { TagsEditor } from "../forms/TagsEditor.tsx";
import { rightToSet, type SetMethod } from "../lists/model.ts";
import { textOf } from "../objects/read-row.ts";
import styles from "./details.module.css";

/** What users write on an object: name, description, tags. */
export function Texts(props: {
	readonly row: LiveRow;
	readonly set: SetMethod;
}) {
	const { row, set } = props;
	const { t } = useTranslation();
	const may = useMay();
	const change = useAction(set, { failure: t("detail.notSaved") });
	const reason = may(row, rightToSet(set)) ? undefined : t("action.noRight");
	const save = (field: "name_label" | "name_description") => (value: string) =>
		change.mutateAsync({ id: row.id, [field]: value });
	return (
		<dl className={styles.facts}>
			<dt>{t("lists.fields.name")}</dt>
			<dd>
				<EditableText
					label={t("lists.fields.name")}
					value={textOf(row, "name_label")}
					isRequired
					reason={reason}
					onSave={save("name_label")}
				/>
			</dd>
			<dt>{t("lists.fields.description")}</dt>
			<dd>
				<EditableText
					label={t("lists.fields.description")}
					value={textOf(row, "name_description")}
					isMultiline
					reason={reason}
					onSave={save("name_description")}
				/>
			</dd>
			<dt>{t("lists.fields.tags")}</dt>
			<dd>
				<TagsEditor row={row} />
			</dd>
		</dl>
	);
}
