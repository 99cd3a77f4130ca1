import { NativeSelect, NumberInput } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import {
	fromBytes,
	SIZE_UNITS,
	type SizeUnit,
	toBytes,
	unitOf,
} from "./sizes.ts";

/** A size in bytes, written with a unit. */
export function SizeInput(props: {
	readonly label: string;
	readonly value: number | undefined;
	readonly onChange: (bytes: number | undefined) => void;
	readonly error?: ReactNode;
	readonly description?: ReactNode;
	readonly isRequired?: boolean;
	readonly isDisabled?: boolean;
	readonly isLabelHidden?: boolean;
}) {
	const { label, value, onChange } = props;
	const { t } = useTranslation();
	const [unit, setUnit] = useState<SizeUnit>(() => unitOf(value));
	return (
		<NumberInput
			{...(props.isLabelHidden ? { "aria-label": label } : { label })}
			value={value === undefined ? "" : fromBytes(value, unit)}
			min={0}
			decimalScale={3}
			thousandSeparator=" "
			withAsterisk={props.isRequired ?? false}
			error={props.error}
			description={props.description}
			disabled={props.isDisabled ?? false}
			onChange={(amount) =>
				onChange(typeof amount === "number" ? toBytes(amount, unit) : undefined)
			}
			hideControls
			rightSectionWidth={72}
			rightSection={
				<NativeSelect
					size="xs"
					variant="unstyled"
					aria-label={t("form.unitOf", { label })}
					disabled={props.isDisabled ?? false}
					data={SIZE_UNITS.map((name) => ({
						value: name,
						label: t(`form.unit.${name}`),
					}))}
					value={unit}
					onChange={(event) => {
						const next = event.currentTarget.value as SizeUnit;
						setUnit(next);
						if (value !== undefined) {
							onChange(toBytes(fromBytes(value, unit), next));
						}
					}}
				/>
			}
		/>
	);
}
