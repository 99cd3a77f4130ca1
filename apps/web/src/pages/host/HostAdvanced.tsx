import { Stack } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useMay } from "../../actions/use-may.ts";
import { useAction } from "../../calls/use-action.ts";
import detailStyles from "../../details/details.module.css";
import { patches } from "../../details/device-lists.ts";
import { Facts } from "../../details/Facts.tsx";
import { listTab } from "../../details/ListTab.tsx";
import { Section, Sections } from "../../details/Section.tsx";
import { SettingSwitch } from "../../details/SettingSwitch.tsx";
import { useDetail } from "../../details/use-detail.ts";
import { EditableText } from "../../forms/EditableText.tsx";
import { hosts } from "../../lists/types/hosts.ts";
import { textOf } from "../../objects/read-row.ts";

const OTHER = ["logging", "certificates", "zstdSupported", "otherConfig"];

const Patches = listTab({
	of: hosts,
	list: patches,
	label: "lists.fields.patches",
	link: "$host",
	height: "320px",
});

/** Settings of a host, and what is seldom looked at. */
export function HostAdvanced() {
	const { t } = useTranslation();
	const { row, context } = useDetail(hosts);
	const may = useMay();
	const change = useAction("host.set", { failure: t("detail.notSaved") });
	if (row === undefined) return null;
	const { id } = row;
	const isAllowed = may(row, "administrate");
	return (
		<Stack gap="md">
			<Sections>
				<Section title={t("detail.group.settings")}>
					<dl className={detailStyles.facts}>
						<dt>{t("lists.fields.iscsiIqn")}</dt>
						<dd>
							<EditableText
								label={t("lists.fields.iscsiIqn")}
								value={textOf(row, "iscsiIqn")}
								isRequired
								reason={isAllowed ? undefined : t("action.noRight")}
								onSave={(iscsiIqn) => change.mutateAsync({ id, iscsiIqn })}
							/>
						</dd>
					</dl>
					<SettingSwitch
						label={t("lists.fields.multipathing")}
						isOn={row.multipathing === true}
						isDisabled={!isAllowed}
						reason={
							row.enabled === true ? t("detail.needsMaintenance") : undefined
						}
						onSave={(multipathing) => change.mutateAsync({ id, multipathing })}
					/>
				</Section>
				<Section title={t("detail.group.other")}>
					<Facts list={hosts} row={row} context={context} ids={OTHER} />
				</Section>
			</Sections>
			<Section title={t("lists.fields.patches")}>
				<Patches />
			</Section>
		</Stack>
	);
}
