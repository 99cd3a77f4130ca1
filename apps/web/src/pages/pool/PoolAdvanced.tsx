import { useTranslation } from "react-i18next";
import { useMay } from "../../actions/use-may.ts";
import { useAction } from "../../calls/use-action.ts";
import { Facts } from "../../details/Facts.tsx";
import { Section, Sections } from "../../details/Section.tsx";
import { SettingSwitch } from "../../details/SettingSwitch.tsx";
import { scopeOf } from "../../details/scope.ts";
import { useDetail } from "../../details/use-detail.ts";
import { ObjectSelect } from "../../forms/ObjectSelect.tsx";
import { pools } from "../../lists/types/pools.ts";
import { textOf } from "../../objects/read-row.ts";

const SR_SETTINGS = ["suspendSr", "crashDumpSr"] as const;

/** Settings of a pool, and what is seldom looked at. */
export function PoolAdvanced() {
	const { t } = useTranslation();
	const { row, context } = useDetail(pools);
	const may = useMay();
	const change = useAction("pool.set", { failure: t("detail.notSaved") });
	if (row === undefined) return null;
	const { id } = row;
	const isDisabled = !may(row, "administrate");
	return (
		<Sections>
			<Section title={t("detail.group.settings")}>
				<SettingSwitch
					label={t("lists.fields.autoPoweron")}
					isOn={row.auto_poweron === true}
					isDisabled={isDisabled}
					onSave={(auto_poweron) => change.mutateAsync({ id, auto_poweron })}
				/>
				<SettingSwitch
					label={t("lists.fields.migrationCompression")}
					isOn={row.migrationCompression === true}
					isDisabled={isDisabled}
					onSave={(migrationCompression) =>
						change.mutateAsync({ id, migrationCompression })
					}
				/>
				{SR_SETTINGS.map((setting) => (
					<ObjectSelect
						key={setting}
						label={t(`lists.fields.${setting}`)}
						types={["SR"]}
						filter={`${scopeOf("$pool", id)} !content_type:iso`}
						value={textOf(row, setting) || null}
						isClearable
						isDisabled={isDisabled}
						onChange={(sr) => change.mutate({ id, [setting]: sr })}
					/>
				))}
			</Section>
			<Section title={t("detail.group.other")}>
				<Facts list={pools} row={row} context={context} ids={["otherConfig"]} />
			</Section>
		</Sections>
	);
}
