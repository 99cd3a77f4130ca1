import { Group, Stack } from "@mantine/core";
import type { LiveRow } from "@xo/contract";
import { useTranslation } from "react-i18next";
import { Section } from "../../details/Section.tsx";
import { useLiveQuery } from "../../live/use-live-query.ts";
import { idOf } from "../../objects/read-row.ts";
import { AddDisk } from "./AddDisk.tsx";
import { CdDrive } from "./CdDrive.tsx";
import { DiskTable } from "./DiskTable.tsx";
import { useVm } from "./use-vm.ts";

const MAX_SHOWN = 300;

/** The disks of a VM and its CD drive. */
export function DisksTab() {
	const { t } = useTranslation();
	const { id, row } = useVm();
	const { result: vbds } = useLiveQuery({
		types: ["VBD"],
		filter: `VM:"${id}"`,
		sort: [{ key: "position" }],
		fields: [
			"attached",
			"bootable",
			"device",
			"is_cd_drive",
			"position",
			"read_only",
			"VDI",
			"VM",
			"$pool",
		],
		window: { offset: 0, limit: MAX_SHOWN },
	});
	const vdiIds = (vbds?.rows ?? []).flatMap((vbd) => idOf(vbd, "VDI") ?? []);
	const { result: vdis } = useLiveQuery(
		{
			types: ["VDI", "VDI-snapshot"],
			filter: `id:|(${vdiIds.map((vdi) => `"${vdi}"`).join(" ")})`,
			fields: [
				"name_label",
				"name_description",
				"size",
				"usage",
				"$SR",
				"$pool",
				"missing",
				"current_operations",
				"cbt_enabled",
			],
			window: { offset: 0, limit: MAX_SHOWN },
		},
		{ isEnabled: vdiIds.length > 0 },
	);
	if (row === undefined) return null;
	const byId = new Map((vdis?.rows ?? []).map((vdi) => [vdi.id, vdi] as const));
	const withVm = (vbd: LiveRow) => ({
		...vbd,
		vmPowerState: row.power_state,
	});
	const disks = (vbds?.rows ?? []).filter((vbd) => vbd.is_cd_drive !== true);
	const drive = vbds?.rows.find((vbd) => vbd.is_cd_drive === true);
	return (
		<Stack gap="md">
			<Section
				title={t("vmPage.disks")}
				actions={
					row.type === "VM" && (
						<Group gap="xs">
							<AddDisk vm={row} />
						</Group>
					)
				}
			>
				<DiskTable
					isLoading={vbds === undefined}
					disks={disks.map((vbd) => ({
						vbd: withVm(vbd),
						vdi: byId.get(idOf(vbd, "VDI") ?? ""),
					}))}
				/>
			</Section>
			{row.type === "VM" && vbds !== undefined && (
				<CdDrive
					vm={row}
					drive={drive}
					disc={drive && byId.get(idOf(drive, "VDI") ?? "")}
				/>
			)}
		</Stack>
	);
}
