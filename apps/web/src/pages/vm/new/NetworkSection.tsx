import {
	ActionIcon,
	Button,
	Fieldset,
	SimpleGrid,
	Text,
	TextInput,
} from "@mantine/core";
import { IconPlus, IconTrash } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { Section } from "../../../details/Section.tsx";
import { ObjectSelect } from "../../../forms/ObjectSelect.tsx";
import { textOf } from "../../../objects/read-row.ts";
import { newKey, type VifDraft } from "./draft.ts";
import classes from "./new-vm.module.css";
import type { PartProps } from "./part-props.ts";

export function NetworkSection({
	origin,
	draft,
	onChange,
	problem,
}: PartProps) {
	const { t } = useTranslation();
	const pool = textOf(origin.template, "$pool");
	const change = (key: string, values: Partial<VifDraft>) =>
		onChange({
			vifs: draft.vifs.map((vif) =>
				vif.key === key ? { ...vif, ...values } : vif,
			),
		});
	const add = () =>
		onChange({
			vifs: [
				...draft.vifs,
				{
					key: newKey(),
					networkId: draft.vifs.at(-1)?.networkId ?? null,
					mac: "",
				},
			],
		});
	return (
		<Section
			title={t("vmPage.interfaces")}
			actions={
				<Button
					variant="default"
					leftSection={<IconPlus size={14} aria-hidden />}
					onClick={add}
				>
					{t("vmPage.addVif")}
				</Button>
			}
		>
			{draft.vifs.length === 0 && (
				<Text size="sm" c="dimmed">
					{t("newVm.noVifs")}
				</Text>
			)}
			{draft.vifs.map(({ key, networkId, mac }, index) => (
				<Fieldset
					key={key}
					legend={t("newVm.interface", { number: index })}
					className={classes.item}
				>
					<SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
						<ObjectSelect
							label={t("vmPage.network")}
							types={["network"]}
							filter={`$pool:"${pool}"`}
							value={networkId}
							isRequired
							error={problem(`vifs.${key}`)}
							onChange={(id) => change(key, { networkId: id })}
						/>
						<TextInput
							label={t("vmPage.mac")}
							placeholder={t("vmPage.macAuto")}
							value={mac}
							error={problem(`macs.${key}`)}
							onChange={(event) =>
								change(key, { mac: event.currentTarget.value.trim() })
							}
						/>
					</SimpleGrid>
					<ActionIcon
						className={classes.remove}
						aria-label={t("newVm.removeInterface", { number: index })}
						onClick={() =>
							onChange({ vifs: draft.vifs.filter((vif) => vif.key !== key) })
						}
					>
						<IconTrash size={16} stroke={1.6} aria-hidden />
					</ActionIcon>
				</Fieldset>
			))}
		</Section>
	);
}
