import { Button, Group, Stack } from "@mantine/core";
import type { LiveRow } from "@xo/contract";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useMay } from "../../actions/use-may.ts";
import { useAction } from "../../calls/use-action.ts";
import { Capacity } from "../../details/Capacity.tsx";
import { vbds } from "../../details/device-lists.ts";
import { EmbeddedList } from "../../details/EmbeddedList.tsx";
import { Facts } from "../../details/Facts.tsx";
import { Section, Sections } from "../../details/Section.tsx";
import { SettingSwitch } from "../../details/SettingSwitch.tsx";
import { scopeOf } from "../../details/scope.ts";
import { TextsSection } from "../../details/TextsSection.tsx";
import { useDetail } from "../../details/use-detail.ts";
import { SizeInput } from "../../forms/SizeInput.tsx";
import { vdis } from "../../lists/types/storage.ts";
import { numberOf } from "../../objects/read-row.ts";

const FACTS = [
	"$pool",
	"$SR",
	"VDI_type",
	"image_format",
	"parent",
	"missing",
	"current_operations",
	"uuid",
];
const SNAPSHOT_FACTS = ["$snapshot_of", "snapshot_time"];
const SNAPSHOT_COLUMNS = ["name_label", "snapshot_time", "size", "usage"];
const HEIGHT = "240px";

/** All about a VDI. */
export function VdiOverview() {
	const { t } = useTranslation();
	const { id, row, context } = useDetail(vdis);
	if (row === undefined) return null;
	const isSnapshot = row.type === "VDI-snapshot";
	return (
		<Stack gap="md">
			<Sections>
				{row.type === "VDI" && <TextsSection row={row} set="vdi.set" />}
				<Section title={t("detail.capacity")}>
					<Capacity
						label={t("detail.space")}
						used={numberOf(row, "usage") ?? 0}
						total={numberOf(row, "size") ?? 0}
						mayBeFull
					/>
					{row.type === "VDI" && <Settings row={row} />}
				</Section>
				<Section title={t("detail.group.identity")}>
					<Facts
						list={vdis}
						row={row}
						context={context}
						ids={isSnapshot ? [...SNAPSHOT_FACTS, ...FACTS] : FACTS}
					/>
				</Section>
				<Section title={t("detail.group.other")}>
					<Facts
						list={vdis}
						row={row}
						context={context}
						ids={["other_config"]}
					/>
				</Section>
			</Sections>
			<Section title={t("detail.attachedTo")}>
				<EmbeddedList
					list={vbds}
					label={t("detail.attachedTo")}
					scope={scopeOf("VDI", id)}
					height={HEIGHT}
				/>
			</Section>
			{row.type === "VDI" && (
				<Section title={t("nav.snapshots")}>
					<EmbeddedList
						list={vdis}
						label={t("nav.snapshots")}
						name="snapshots"
						scope={scopeOf("$snapshot_of", id)}
						columns={SNAPSHOT_COLUMNS}
						height={HEIGHT}
					/>
				</Section>
			)}
		</Stack>
	);
}

function Settings({ row }: { readonly row: LiveRow }) {
	const { t } = useTranslation();
	const may = useMay();
	const change = useAction("vdi.set", { failure: t("detail.notSaved") });
	const [draft, setDraft] = useState<number>();
	const { id } = row;
	const isDisabled = !may(row, "administrate");
	const size = numberOf(row, "size") ?? 0;
	const isSmaller = draft !== undefined && draft < size;
	return (
		<>
			<Group align="flex-end" gap="xs">
				<SizeInput
					label={t("lists.fields.size")}
					value={draft ?? size}
					isDisabled={isDisabled}
					error={isSmaller ? t("detail.onlyGrows") : undefined}
					onChange={setDraft}
				/>
				<Button
					variant="default"
					disabled={isDisabled || draft === undefined || draft <= size}
					loading={change.isPending}
					onClick={() =>
						change.mutate(
							{ id, size: draft },
							{ onSuccess: () => setDraft(undefined) },
						)
					}
				>
					{t("detail.grow")}
				</Button>
			</Group>
			<SettingSwitch
				label={t("lists.fields.cbt")}
				isOn={row.cbt_enabled === true}
				isDisabled={isDisabled}
				onSave={(cbt) => change.mutateAsync({ id, cbt })}
			/>
		</>
	);
}
