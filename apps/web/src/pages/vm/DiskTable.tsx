import { Group, Skeleton, Switch, Table, Text } from "@mantine/core";
import type { LiveRow } from "@xo/contract";
import { useTranslation } from "react-i18next";
import { ActionMenu } from "../../actions/ActionMenu.tsx";
import { useMay } from "../../actions/use-may.ts";
import { useOffers } from "../../actions/use-offers.ts";
import { useAction } from "../../calls/use-action.ts";
import { EditableText } from "../../forms/EditableText.tsx";
import { useFormat } from "../../i18n/use-format.ts";
import { ObjectLink } from "../../objects/ObjectLink.tsx";
import { idOf, numberOf, textOf } from "../../objects/read-row.ts";
import { ResizeDisk } from "./ResizeDisk.tsx";
import { PlugState } from "./StateText.tsx";
import classes from "./vm.module.css";

interface Disk {
	readonly vbd: LiveRow;
	/** Undefined while it is loading, and when it may not be seen. */
	readonly vdi: LiveRow | undefined;
}

export function DiskTable(props: {
	readonly isLoading: boolean;
	readonly disks: readonly Disk[];
}) {
	const { t } = useTranslation();
	if (props.isLoading) return <Skeleton h={96} />;
	if (props.disks.length === 0) {
		return (
			<Text size="sm" c="dimmed">
				{t("vmPage.noDisks")}
			</Text>
		);
	}
	return (
		<div className={classes.scroll}>
			<Table miw={720}>
				<Table.Thead>
					<Table.Tr>
						<Table.Th>{t("vmPage.position")}</Table.Th>
						<Table.Th>{t("vmPage.name")}</Table.Th>
						<Table.Th>{t("vmPage.size")}</Table.Th>
						<Table.Th>{t("vmPage.sr")}</Table.Th>
						<Table.Th>{t("vmPage.state")}</Table.Th>
						<Table.Th>{t("vmPage.bootable")}</Table.Th>
						<Table.Th aria-label={t("action.selection")} />
					</Table.Tr>
				</Table.Thead>
				<Table.Tbody>
					{props.disks.map(({ vbd, vdi }) => (
						<DiskRow key={vbd.id} vbd={vbd} vdi={vdi} />
					))}
				</Table.Tbody>
			</Table>
		</div>
	);
}

function DiskRow({ vbd, vdi }: Disk) {
	const { t } = useTranslation();
	const format = useFormat();
	const may = useMay();
	const rename = useAction("vdi.set", { failure: t("vmPage.notSaved") });
	const setBootable = useAction("vbd.setBootable");
	const name = vdi === undefined ? "" : textOf(vdi, "name_label");
	const isAttached = vbd.attached === true;
	const vdiRow = vdi && { ...vdi, isAttached };
	const offers = [
		...useOffers([vbd]),
		...useOffers(vdiRow === undefined ? [] : [vdiRow]),
	];
	const sr = vdi && idOf(vdi, "$SR");
	return (
		<Table.Tr>
			<Table.Td>{textOf(vbd, "device") || textOf(vbd, "position")}</Table.Td>
			<Table.Td>
				{vdi === undefined ? (
					<Text size="sm" c="dimmed">
						{t("vmPage.hiddenDisk")}
					</Text>
				) : (
					<EditableText
						label={t("vmPage.name")}
						value={name}
						isRequired
						reason={may(vdi, "administrate") ? undefined : t("action.noRight")}
						onSave={(name_label) =>
							rename.mutateAsync({ id: vdi.id, name_label })
						}
					/>
				)}
			</Table.Td>
			<Table.Td style={{ whiteSpace: "nowrap" }}>
				<Group gap={4} wrap="nowrap">
					{format.bytes(vdi && numberOf(vdi, "size"))}
					{vdiRow !== undefined && <ResizeDisk vdi={vdiRow} />}
				</Group>
			</Table.Td>
			<Table.Td>
				{sr !== undefined && <ObjectLink type="SR" id={sr} />}
			</Table.Td>
			<Table.Td>
				<Group gap={6} wrap="nowrap">
					<PlugState isAttached={isAttached} />
					{vbd.read_only === true && (
						<Text size="sm" c="dimmed">
							{t("vmPage.readOnly")}
						</Text>
					)}
				</Group>
			</Table.Td>
			<Table.Td>
				<Switch
					aria-label={t("vmPage.bootableOf", { name })}
					checked={
						setBootable.isPending
							? setBootable.variables.bootable
							: vbd.bootable === true
					}
					disabled={setBootable.isPending || !may(vbd, "administrate")}
					onChange={(event) =>
						setBootable.mutate({
							vbd: vbd.id,
							bootable: event.currentTarget.checked,
						})
					}
				/>
			</Table.Td>
			<Table.Td>
				<ActionMenu offers={offers} label={t("vmPage.actionsOf", { name })} />
			</Table.Td>
		</Table.Tr>
	);
}
