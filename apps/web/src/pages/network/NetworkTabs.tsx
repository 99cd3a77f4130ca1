import { NumberInput } from "@mantine/core";
import type { LiveRow } from "@xo/contract";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useMay } from "../../actions/use-may.ts";
import { useAction } from "../../calls/use-action.ts";
import { Facts } from "../../details/Facts.tsx";
import { listTab } from "../../details/ListTab.tsx";
import { Section, Sections } from "../../details/Section.tsx";
import { SettingSwitch } from "../../details/SettingSwitch.tsx";
import { TextsSection } from "../../details/TextsSection.tsx";
import { useDetail } from "../../details/use-detail.ts";
import { networks, pifs, vifs } from "../../lists/types/networks.ts";
import { numberOf } from "../../objects/read-row.ts";

const FACTS = [
	"$pool",
	"bridge",
	"MTU",
	"PIFs",
	"VIFs",
	"isBonded",
	"insecureNbd",
	"current_operations",
	"uuid",
];

/** All about a network. */
export function NetworkOverview() {
	const { t } = useTranslation();
	const { row, context } = useDetail(networks);
	if (row === undefined) return null;
	return (
		<Sections>
			<TextsSection row={row} set="network.set" />
			<Settings row={row} />
			<Section title={t("detail.group.identity")}>
				<Facts list={networks} row={row} context={context} ids={FACTS} />
			</Section>
			<Section title={t("detail.group.other")}>
				<Facts
					list={networks}
					row={row}
					context={context}
					ids={["other_config"]}
				/>
			</Section>
		</Sections>
	);
}

const MTU = { min: 68, max: 65_535 };

function Settings({ row }: { readonly row: LiveRow }) {
	const { t } = useTranslation();
	const may = useMay();
	const change = useAction("network.set", { failure: t("detail.notSaved") });
	const [mtu, setMtu] = useState<number>();
	const { id } = row;
	const isDisabled = !may(row, "administrate");
	const saveMtu = () => {
		const isValid = mtu !== undefined && mtu >= MTU.min && mtu <= MTU.max;
		if (isValid && mtu !== row.MTU) change.mutate({ id, mtu });
		setMtu(undefined);
	};
	return (
		<Section title={t("detail.group.settings")}>
			<SettingSwitch
				label={t("lists.fields.automatic")}
				isOn={row.automatic === true}
				isDisabled={isDisabled}
				onSave={(automatic) => change.mutateAsync({ id, automatic })}
			/>
			<SettingSwitch
				label={t("lists.fields.lockedByDefault")}
				isOn={row.defaultIsLocked === true}
				isDisabled={isDisabled}
				onSave={(defaultIsLocked) =>
					change.mutateAsync({ id, defaultIsLocked })
				}
			/>
			<SettingSwitch
				label={t("lists.fields.nbd")}
				isOn={row.nbd === true}
				isDisabled={isDisabled}
				onSave={(nbd) => change.mutateAsync({ id, nbd })}
			/>
			<NumberInput
				label={t("lists.fields.mtu")}
				maw={160}
				{...MTU}
				allowDecimal={false}
				disabled={isDisabled}
				value={mtu ?? numberOf(row, "MTU") ?? ""}
				onChange={(value) =>
					setMtu(typeof value === "number" ? value : undefined)
				}
				onBlur={saveMtu}
				onKeyDown={({ key }) => {
					if (key === "Enter") saveMtu();
				}}
			/>
		</Section>
	);
}

export const NetworkPifs = listTab({
	of: networks,
	list: pifs,
	link: "$network",
});

export const NetworkVifs = listTab({
	of: networks,
	list: vifs,
	link: "$network",
});
