import { Button, Group, Text } from "@mantine/core";
import { IconDisc, IconPlayerEject } from "@tabler/icons-react";
import type { LiveRow } from "@xo/contract";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAction } from "../../calls/use-action.ts";
import { Section } from "../../details/Section.tsx";
import { ObjectSelect } from "../../forms/ObjectSelect.tsx";
import { useLiveQuery } from "../../live/use-live-query.ts";
import { idOf, textOf } from "../../objects/read-row.ts";

const MAX_SRS = 100;

/** What is in the CD drive, to take out and to put in. */
export function CdDrive(props: {
	readonly vm: LiveRow;
	readonly drive: LiveRow | undefined;
	readonly disc: LiveRow | undefined;
}) {
	const { vm, drive, disc } = props;
	const { t } = useTranslation();
	const [iso, setIso] = useState<string | null>(null);
	const insert = useAction("vm.insertCd", { onSuccess: () => setIso(null) });
	const eject = useAction("vm.ejectCd");
	const { result: srs } = useLiveQuery({
		types: ["SR"],
		filter: `$pool:"${textOf(vm, "$pool")}" content_type:iso`,
		window: { offset: 0, limit: MAX_SRS },
	});
	const ids = (srs?.rows ?? []).map(({ id }) => `"${id}"`).join(" ");
	const isFull = drive !== undefined && idOf(drive, "VDI") !== undefined;
	return (
		<Section title={t("vmPage.cdDrive")}>
			<Group gap="sm" align="flex-end">
				<Group gap={6} miw={200} h={30}>
					<IconDisc size={16} stroke={1.6} aria-hidden />
					<Text size="sm" c={isFull ? undefined : "dimmed"}>
						{isFull
							? ((disc && textOf(disc, "name_label")) ?? t("vmPage.hiddenDisk"))
							: t("vmPage.emptyDrive")}
					</Text>
				</Group>
				<Button
					variant="default"
					leftSection={<IconPlayerEject size={14} aria-hidden />}
					disabled={!isFull}
					loading={eject.isPending}
					onClick={() => eject.mutate({ id: vm.id })}
				>
					{t("vmPage.eject")}
				</Button>
				{ids === "" ? (
					<Text size="sm" c="dimmed">
						{t("vmPage.noIsoSr")}
					</Text>
				) : (
					<>
						<ObjectSelect
							label={t("vmPage.iso")}
							isLabelHidden
							placeholder={t("vmPage.chooseIso")}
							types={["VDI"]}
							filter={`$SR:|(${ids})`}
							value={iso}
							onChange={setIso}
							isClearable
						/>
						<Button
							disabled={iso === null}
							loading={insert.isPending}
							onClick={() => {
								if (iso === null) return;
								insert.mutate({ id: vm.id, cd_id: iso, force: true });
							}}
						>
							{t("vmPage.insert")}
						</Button>
					</>
				)}
			</Group>
		</Section>
	);
}
