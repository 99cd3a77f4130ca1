import {
	ActionIcon,
	Button,
	Fieldset,
	SimpleGrid,
	TextInput,
} from "@mantine/core";
import { IconPlus, IconTrash } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { Section } from "../../../details/Section.tsx";
import { SizeInput } from "../../../forms/SizeInput.tsx";
import { SrSelect } from "../../../forms/SrSelect.tsx";
import { textOf } from "../../../objects/read-row.ts";
import { type DiskDraft, newKey } from "./draft.ts";
import classes from "./new-vm.module.css";
import type { PartProps } from "./part-props.ts";

const DEFAULT_SIZE = 10 * 1024 ** 3;

export function DisksSection(part: PartProps) {
	const { origin, draft, onChange } = part;
	const { t } = useTranslation();
	const add = () =>
		onChange({
			disks: [
				...draft.disks,
				{
					key: newKey(),
					device: undefined,
					name: "",
					sizeBytes: DEFAULT_SIZE,
					minimumBytes: 0,
					srId: origin.defaultSr,
				},
			],
		});
	return (
		<Section
			title={t("vmPage.disks")}
			actions={
				<Button
					variant="default"
					leftSection={<IconPlus size={14} aria-hidden />}
					onClick={add}
				>
					{t("vmPage.addDisk")}
				</Button>
			}
		>
			{draft.disks.map((disk, index) => (
				<DiskFields
					key={disk.key}
					part={part}
					disk={disk}
					number={index + 1}
					onDisk={(change) =>
						onChange({
							disks: draft.disks.map((other) =>
								other.key === disk.key ? { ...other, ...change } : other,
							),
						})
					}
				/>
			))}
		</Section>
	);
}

function DiskFields(props: {
	readonly part: PartProps;
	readonly disk: DiskDraft;
	readonly number: number;
	readonly onDisk: (change: Partial<DiskDraft>) => void;
}) {
	const { part, disk, number, onDisk } = props;
	const { t } = useTranslation();
	const { draft, onChange, origin } = part;
	const isOfTemplate = disk.device !== undefined;
	return (
		<Fieldset
			legend={t(isOfTemplate ? "newVm.templateDisk" : "newVm.disk", {
				number,
			})}
			className={classes.item}
		>
			<SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
				<TextInput
					label={t("vmPage.name")}
					placeholder={t("newVm.diskName", {
						name: draft.name || t("newVm.thisVm"),
						number: number - 1,
					})}
					value={disk.name}
					onChange={(event) => onDisk({ name: event.currentTarget.value })}
				/>
				<SizeInput
					label={t("vmPage.size")}
					value={disk.sizeBytes}
					error={part.problem(`disks.${disk.key}`)}
					onChange={(sizeBytes) => onDisk({ sizeBytes })}
				/>
			</SimpleGrid>
			<SrSelect
				pool={textOf(origin.template, "$pool")}
				placeholder={t(
					isOfTemplate ? "newVm.whereTemplateIs" : "newVm.defaultSr",
				)}
				isClearable
				value={disk.srId}
				onChange={(srId) => onDisk({ srId })}
			/>
			{!isOfTemplate && (
				<ActionIcon
					className={classes.remove}
					aria-label={t("newVm.removeDisk", { number })}
					onClick={() =>
						onChange({
							disks: draft.disks.filter(({ key }) => key !== disk.key),
						})
					}
				>
					<IconTrash size={16} stroke={1.6} aria-hidden />
				</ActionIcon>
			)}
		</Fieldset>
	);
}
