import { Select, TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Section } from "../../../details/Section.tsx";
import { ObjectSelect } from "../../../forms/ObjectSelect.tsx";
import { useLiveQuery } from "../../../live/use-live-query.ts";
import { textOf } from "../../../objects/read-row.ts";
import { type Install, installMethods, isHvm } from "./draft.ts";
import type { PartProps } from "./part-props.ts";

const MAX_SRS = 100;

/** From where the system comes. */
export function InstallSection({
	origin,
	draft,
	onChange,
	problem,
}: PartProps) {
	const { t } = useTranslation();
	const { template } = origin;
	const { result: srs } = useLiveQuery({
		types: ["SR"],
		filter: `$pool:"${textOf(template, "$pool")}" content_type:iso`,
		window: { offset: 0, limit: MAX_SRS },
	});
	const ids = (srs?.rows ?? []).map(({ id }) => `"${id}"`).join(" ");
	const ways: Install[] = ["none", "iso"];
	if (isHvm(template)) ways.push("network");
	else if (installMethods(template).length > 1) ways.push("url");
	return (
		<Section title={t("newVm.install")}>
			<Select
				label={t("newVm.installFrom")}
				allowDeselect={false}
				data={ways.map((value) => ({
					value,
					label: t(
						value === "none" && origin.disks.length > 0
							? "newVm.installFromDisks"
							: `newVm.way.${value}`,
					),
				}))}
				value={draft.install}
				onChange={(value) =>
					onChange({ install: (value ?? "none") as Install })
				}
			/>
			{draft.install === "iso" && (
				<ObjectSelect
					label={t("vmPage.iso")}
					types={["VDI"]}
					filter={ids === "" ? 'id:"-"' : `$SR:|(${ids})`}
					placeholder={ids === "" ? t("vmPage.noIsoSr") : t("vmPage.chooseIso")}
					value={draft.isoId}
					error={problem("iso")}
					isRequired
					onChange={(isoId) => onChange({ isoId })}
				/>
			)}
			{draft.install === "url" && (
				<TextInput
					label={t("newVm.url")}
					placeholder="https://"
					withAsterisk
					value={draft.url}
					error={problem("url")}
					onChange={(event) => onChange({ url: event.currentTarget.value })}
				/>
			)}
		</Section>
	);
}
