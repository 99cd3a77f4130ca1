import { ActionIcon, Code, CopyButton, Group } from "@mantine/core";
import { IconCheck, IconCopy } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { useMay } from "../../actions/use-may.ts";
import { useAction } from "../../calls/use-action.ts";
import { FactList } from "../../details/Facts.tsx";
import { Section, Sections } from "../../details/Section.tsx";
import { EditableText } from "../../forms/EditableText.tsx";
import { TagsEditor } from "../../forms/TagsEditor.tsx";
import { useFormat } from "../../i18n/use-format.ts";
import { mapOf, numberOf, textOf } from "../../objects/read-row.ts";
import { useVm } from "./use-vm.ts";

/** What a VM is called, and where it comes from. */
export function GeneralTab() {
	const { t } = useTranslation();
	const format = useFormat();
	const { id, row } = useVm();
	const may = useMay();
	const set = useAction("vm.set", { failure: t("vmPage.notSaved") });
	if (row === undefined) return null;
	const reason = may(row, "administrate") ? undefined : t("action.noRight");
	const creation = mapOf(row, "creation");
	const installTime = numberOf(row, "installTime");
	return (
		<Sections>
			<Section title={t("vmPage.identity")}>
				<FactList
					facts={[
						[
							t("vmPage.name"),
							<EditableText
								key="name"
								label={t("vmPage.name")}
								value={textOf(row, "name_label")}
								isRequired
								reason={reason}
								onSave={(name_label) => set.mutateAsync({ id, name_label })}
							/>,
						],
						[
							t("vmPage.description"),
							<EditableText
								key="description"
								label={t("vmPage.description")}
								value={textOf(row, "name_description")}
								reason={reason}
								onSave={(name_description) =>
									set.mutateAsync({ id, name_description })
								}
							/>,
						],
						[
							t("vmPage.notes"),
							<EditableText
								key="notes"
								label={t("vmPage.notes")}
								value={textOf(row, "notes")}
								isMultiline
								reason={reason}
								onSave={(notes) =>
									set.mutateAsync({ id, notes: notes === "" ? null : notes })
								}
							/>,
						],
						[t("vmPage.tags"), <TagsEditor key="tags" row={row} />],
						[
							t("vmPage.uuid"),
							<Copied key="uuid" text={textOf(row, "uuid")} />,
						],
					]}
				/>
			</Section>
			<Section title={t("vmPage.origin")}>
				<FactList
					facts={[
						[
							t("vmPage.created"),
							typeof creation.date === "string"
								? format.dateTime(Date.parse(creation.date))
								: t("vmPage.unknown"),
						],
						[
							t("vmPage.installed"),
							installTime === undefined || installTime === 0
								? t("vmPage.unknown")
								: format.dateTime(installTime * 1000),
						],
						[
							t("vmPage.virtualization"),
							textOf(row, "virtualizationMode").toUpperCase(),
						],
					]}
				/>
			</Section>
		</Sections>
	);
}

function Copied({ text }: { readonly text: string }) {
	const { t } = useTranslation();
	return (
		<Group gap={4}>
			<Code>{text}</Code>
			<CopyButton value={text}>
				{({ copied, copy }) => (
					<ActionIcon
						size="sm"
						aria-label={t(copied ? "vmPage.copied" : "vmPage.copy")}
						onClick={copy}
					>
						{copied ? (
							<IconCheck size={14} aria-hidden />
						) : (
							<IconCopy size={14} aria-hidden />
						)}
					</ActionIcon>
				)}
			</CopyButton>
		</Group>
	);
}
