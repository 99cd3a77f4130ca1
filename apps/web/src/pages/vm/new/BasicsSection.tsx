import { NumberInput, SimpleGrid, TagsInput, TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Section } from "../../../details/Section.tsx";
import { SizeInput } from "../../../forms/SizeInput.tsx";
import { useFormat } from "../../../i18n/use-format.ts";
import { memoryMinimum } from "./draft.ts";
import type { PartProps } from "./part-props.ts";

export function BasicsSection({ origin, draft, onChange, problem }: PartProps) {
	const { t } = useTranslation();
	const format = useFormat();
	return (
		<Section title={t("newVm.basics")}>
			<TextInput
				label={t("vmPage.name")}
				withAsterisk
				autoFocus
				maxLength={4_096}
				value={draft.name}
				error={problem("name")}
				onChange={(event) => onChange({ name: event.currentTarget.value })}
			/>
			<TextInput
				label={t("vmPage.description")}
				value={draft.description}
				onChange={(event) =>
					onChange({ description: event.currentTarget.value })
				}
			/>
			<SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md">
				<NumberInput
					label={t("vmPage.cpus")}
					min={1}
					allowDecimal={false}
					value={draft.cpus ?? ""}
					error={problem("cpus")}
					onChange={(value) =>
						onChange({ cpus: typeof value === "number" ? value : undefined })
					}
				/>
				<SizeInput
					label={t("vmPage.memory")}
					value={draft.memoryBytes}
					error={problem("memory")}
					description={t("newVm.memoryMinimum", {
						size: format.bytes(memoryMinimum(origin.template)),
					})}
					onChange={(memoryBytes) => onChange({ memoryBytes })}
				/>
			</SimpleGrid>
			<TagsInput
				size="xs"
				label={t("vmPage.tags")}
				value={[...draft.tags]}
				onChange={(tags) => onChange({ tags })}
			/>
		</Section>
	);
}
