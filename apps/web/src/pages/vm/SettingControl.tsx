import { NumberInput, Select, Switch, TextInput } from "@mantine/core";
import type { LiveRow } from "@xo/contract";
import { whyNotVm } from "@xo/rules";
import { useTranslation } from "react-i18next";
import { reasonText } from "../../actions/reason-text.ts";
import { vmFacts } from "../../actions/vm-power.ts";
import { ObjectSelect } from "../../forms/ObjectSelect.tsx";
import { SizeInput } from "../../forms/SizeInput.tsx";
import { useFormat } from "../../i18n/use-format.ts";
import { textOf } from "../../objects/read-row.ts";
import { problemOf } from "./setting-values.ts";
import type { Setting, SettingValue } from "./settings.ts";

interface SettingProps {
	readonly setting: Setting;
	readonly row: LiveRow;
	/** What the user made of it; undefined: as the VM has it. */
	readonly draft: SettingValue | undefined;
	/** Why nothing can be changed. */
	readonly reason: string | undefined;
	readonly onChange: (value: SettingValue) => void;
}

/** One setting; disabled with the reason below it. */
export function SettingControl(props: SettingProps) {
	const { setting, row, draft, onChange } = props;
	const { t } = useTranslation();
	const format = useFormat();
	const value = draft === undefined ? setting.read(row) : draft;
	const refusal = whyNotVm(vmFacts(row), setting.rule ?? "edit");
	// Of what waits until the VM is off, the page tells once.
	const isWaiting = refusal?.code === "vmState";
	const reason =
		props.reason ??
		(refusal && !isWaiting ? reasonText(refusal, t, format) : undefined);
	const hint = setting.hasHint ? t(`vmPage.hint.${setting.name}`) : undefined;
	const problem =
		draft === undefined ? undefined : problemOf(setting, draft, row);
	const common = {
		label: t(`vmPage.setting.${setting.name}`),
		// That nothing may be changed is said once, above.
		description: props.reason === undefined ? (reason ?? hint) : hint,
		error: problem && t(problem),
	};
	const isDisabled = reason !== undefined || isWaiting;
	switch (setting.kind) {
		case "switch":
			return (
				<Switch
					{...common}
					disabled={isDisabled}
					checked={value === true}
					onChange={(event) => onChange(event.currentTarget.checked)}
				/>
			);
		case "size":
			return (
				<SizeInput
					{...common}
					isDisabled={isDisabled}
					value={typeof value === "number" ? value : undefined}
					onChange={(bytes) => onChange(bytes ?? null)}
				/>
			);
		case "number":
			return (
				<NumberInput
					{...common}
					disabled={isDisabled}
					value={typeof value === "number" ? value : ""}
					placeholder={t("vmPage.notSet")}
					onChange={(next) => onChange(typeof next === "number" ? next : null)}
				/>
			);
		case "choice":
			return (
				<Select
					{...common}
					disabled={isDisabled}
					allowDeselect={false}
					data={choices(setting.values, String(value)).map((choice) => ({
						value: choice,
						label: t(`vmPage.choice.${setting.name}.${choice || "none"}`, {
							defaultValue: choice,
						}),
					}))}
					value={String(value ?? "")}
					onChange={(next) => onChange(next ?? "")}
				/>
			);
		case "object":
			return (
				<ObjectSelect
					{...common}
					isDisabled={isDisabled}
					isClearable
					types={[setting.type]}
					filter={`$pool:"${textOf(row, "$pool")}"`}
					placeholder={t("vmPage.notSet")}
					value={typeof value === "string" ? value : null}
					onChange={onChange}
				/>
			);
		default:
			return (
				<TextInput
					{...common}
					disabled={isDisabled}
					value={String(value ?? "")}
					onChange={(event) => onChange(event.currentTarget.value)}
				/>
			);
	}
}

/** With the value that the VM has, should it be none of ours. */
function choices(values: readonly string[], current: string): string[] {
	return [...new Set([...values, current])].filter((value) => value !== "null");
}
