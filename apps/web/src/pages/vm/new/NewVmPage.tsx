import { Skeleton, Stack } from "@mantine/core";
import { IconTemplate } from "@tabler/icons-react";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Notice } from "../../../app/Notice.tsx";
import { Section } from "../../../details/Section.tsx";
import { ObjectSelect } from "../../../forms/ObjectSelect.tsx";
import { paths } from "../../../paths.ts";
import { Page } from "../../../shell/Page.tsx";
import { NewVmForm } from "./NewVmForm.tsx";
import { useOrigin } from "./use-origin.ts";

/** Makes a VM from a template. The template stands in the address. */
export function NewVmPage() {
	const { t } = useTranslation();
	const navigate = useNavigate();
	const search = useSearch({ strict: false }) as {
		readonly template?: unknown;
	};
	const templateId =
		typeof search.template === "string" ? search.template : null;
	const { origin, isMissing } = useOrigin(templateId);
	const choose = (id: string | null) => {
		void navigate({
			to: paths.newVm,
			search: (id === null ? {} : { template: id }) as never,
			replace: true,
		});
	};
	return (
		<Page
			title={t("newVm.title")}
			breadcrumbs={[{ label: t("nav.vms"), to: paths.vms }]}
		>
			<Stack gap="md" maw={1200}>
				<Section title={t("newVm.template")}>
					<ObjectSelect
						label={t("newVm.template")}
						isLabelHidden
						types={["VM-template"]}
						placeholder={t("newVm.chooseTemplate")}
						value={templateId}
						onChange={choose}
						error={isMissing && t("newVm.noTemplate")}
					/>
				</Section>
				{origin !== undefined ? (
					<NewVmForm key={origin.template.id} origin={origin} />
				) : templateId === null || isMissing ? (
					<Notice
						icon={IconTemplate}
						title={t("newVm.begin")}
						text={t("newVm.beginText")}
					/>
				) : (
					<Skeleton h={400} />
				)}
			</Stack>
		</Page>
	);
}
