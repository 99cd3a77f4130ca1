import { Fieldset, Select, Stack } from "@mantine/core";
import type { LiveRow } from "@xo/contract";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../i18n/use-format.ts";
import type { Choice, MovePlan } from "./choice.ts";

/** Where the disks and network cards go, and over which network. */
export function Target(props: {
	readonly offer: {
		readonly srs: readonly LiveRow[];
		readonly networks: readonly LiveRow[];
	};
	readonly plan: MovePlan;
	readonly choice: Choice;
	readonly onChange: (choice: Choice) => void;
	/** Several VMs move, whose disks are not listed. */
	readonly isSeveral: boolean;
}) {
	const { offer, plan, choice, onChange, isSeveral } = props;
	const { t } = useTranslation();
	const format = useFormat();
	const srs = offer.srs.map((row) => ({
		value: row.id,
		label: `${String(row.name_label)} · ${t("action.ask.free", {
			size: format.bytes(
				Math.max(0, Number(row.size) - Number(row.physical_usage)),
			),
		})}`,
	}));
	const networks = offer.networks.map((row) => ({
		value: row.id,
		label: String(row.name_label),
	}));
	const common = {
		searchable: true,
		placeholder: t("form.choose"),
		nothingFoundMessage: t("form.noMatch"),
	};
	return (
		<Stack gap="md">
			{isSeveral && (
				<Select
					{...common}
					label={t("action.migrate.srOfAll")}
					placeholder={t("action.migrate.srStays")}
					data={srs}
					value={choice.sr}
					onChange={(sr) => onChange({ ...choice, sr })}
					clearable
				/>
			)}
			{plan.disks.length > 0 && (
				<Fieldset legend={t("action.migrate.disks")}>
					<Stack gap="sm">
						{plan.disks.map(({ id, name, to }) => (
							<Select
								{...common}
								key={id}
								label={name}
								data={srs}
								value={to ?? null}
								allowDeselect={false}
								onChange={(sr) => {
									if (sr === null) return;
									onChange({ ...choice, srs: { ...choice.srs, [id]: sr } });
								}}
							/>
						))}
					</Stack>
				</Fieldset>
			)}
			{plan.cards.length > 0 && (
				<Fieldset legend={t("action.migrate.networks")}>
					<Stack gap="sm">
						{plan.cards.map(({ id, device, networkName, to }) => (
							<Select
								{...common}
								key={id}
								label={t("action.migrate.card", { device, networkName })}
								data={networks}
								value={to ?? null}
								allowDeselect={false}
								onChange={(network) => {
									if (network === null) return;
									onChange({
										...choice,
										networks: { ...choice.networks, [id]: network },
									});
								}}
							/>
						))}
					</Stack>
				</Fieldset>
			)}
			<Select
				{...common}
				label={t("action.migrate.network")}
				placeholder={t("action.migrate.networkDefault")}
				data={networks}
				value={choice.network}
				onChange={(network) => onChange({ ...choice, network })}
				clearable
			/>
		</Stack>
	);
}
