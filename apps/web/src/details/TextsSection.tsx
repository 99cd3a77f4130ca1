import { Skeleton } from "@mantine/core";
import type { LiveRow } from "@xo/contract";
import { useTranslation } from "react-i18next";
import { useMay } from "../actions/use-may.ts";
import { useAction } from "../calls/use-action.ts";
import { EditableText } from "../forms/EditableText.tsx";
import { TagsEditor } from "../forms/TagsEditor.tsx";
import type { SetMethod } from "../lists/model.ts";
import { listOf, textOf } from "../objects/read-row.ts";
import styles from "./details.module.css";
import { Section } from "./Section.tsx";

/** What users write on an object: name, description, tags. */
export function TextsSection(props: {
	readonly row: LiveRow | undefined;
	readonly set: SetMethod;
	/** Right that `set` takes. */
	readonly right?: "operate" | "administrate";
}) {
	const { row, set, right = "administrate" } = props;
	const { t } = useTranslation();
	const may = useMay();
	const change = useAction(set, { failure: t("detail.notSaved") });
	if (row === undefined) return <Skeleton height={140} />;
	const reason = may(row, right) ? undefined : t("action.noRight");
	const save = (field: "name_label" | "name_description") => (value: string) =>
		change.mutateAsync({ id: row.id, [field]: value });
	return (
		<Section title={t("detail.texts")}>
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
					<TagsEditor id={row.id} tags={listOf(row, "tags")} />
				</dd>
			</dl>
		</Section>
	);
}
