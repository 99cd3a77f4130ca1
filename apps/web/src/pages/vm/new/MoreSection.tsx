import { Button, Collapse, Select, Stack, Switch, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconChevronDown, IconChevronRight } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { Section } from "../../../details/Section.tsx";
import { ObjectSelect } from "../../../forms/ObjectSelect.tsx";
import { textOf } from "../../../objects/read-row.ts";
import { type Draft, isHvm } from "./draft.ts";
import type { PartProps } from "./part-props.ts";

type Flag = {
	[K in keyof Draft]: Draft[K] extends boolean ? K : never;
}[keyof Draft];

/** What most people leave as it is. */
export function MoreSection({ origin, draft, onChange }: PartProps) {
	const { t } = useTranslation();
	const [isOpen, { toggle }] = useDisclosure(false);
	const { template } = origin;
	const flag = (name: Flag) => (
		<Switch
			key={name}
			label={t(`newVm.flag.${name}`)}
			description={t(`newVm.flagHint.${name}`)}
			checked={draft[name]}
			onChange={(event) => onChange({ [name]: event.currentTarget.checked })}
		/>
	);
	return (
		<Section
			title={t("newVm.more")}
			actions={
				<Button
					variant="subtle"
					aria-expanded={isOpen}
					leftSection={
						isOpen ? (
							<IconChevronDown size={14} aria-hidden />
						) : (
							<IconChevronRight size={14} aria-hidden />
						)
					}
					onClick={toggle}
				>
					{t(isOpen ? "newVm.less" : "newVm.show")}
				</Button>
			}
		>
			<Collapse expanded={isOpen}>
				<Stack gap="sm">
					<ObjectSelect
						label={t("vmPage.setting.affinityHost")}
						types={["host"]}
						filter={`$pool:"${textOf(template, "$pool")}"`}
						placeholder={t("vmPage.notSet")}
						isClearable
						value={draft.affinityHost}
						onChange={(affinityHost) => onChange({ affinityHost })}
					/>
					{isHvm(template) && (
						<Select
							label={t("vmPage.setting.hvmBootFirmware")}
							allowDeselect={false}
							data={["bios", "uefi"].map((value) => ({
								value,
								label: t(`vmPage.choice.hvmBootFirmware.${value}`),
							}))}
							value={draft.firmware}
							onChange={(firmware) =>
								onChange({ firmware: firmware ?? "bios" })
							}
						/>
					)}
					{isHvm(template) && draft.firmware === "uefi" && (
						<>
							{flag("isSecureBoot")}
							{flag("hasVtpm")}
						</>
					)}
					{flag("isAutoStarted")}
					{origin.disks.length > 0 && flag("isFastClone")}
					{flag("copiesBiosStrings")}
					<Text size="xs" c="dimmed">
						{t("newVm.noCloudInit")}
					</Text>
				</Stack>
			</Collapse>
		</Section>
	);
}
