import { Group, Input, NativeSelect, NumberInput } from "@mantine/core";
import { useId } from "@mantine/hooks";
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
	const id = useId();
	const isDisabled = props.isDisabled ?? false;
	return (
		<Input.Wrapper
			id={id}
			size="xs"
			{...(props.isLabelHidden ? {} : { label })}
			withAsterisk={props.isRequired ?? false}
			error={props.error}
			description={props.description}
		>
			<Group gap={4} wrap="nowrap" mt={props.description ? 4 : 0}>
				<NumberInput
					id={id}
					flex={1}
					{...(props.isLabelHidden ? { "aria-label": label } : {})}
					value={value === undefined ? "" : fromBytes(value, unit)}
					min={0}
					decimalScale={3}
					disabled={isDisabled}
					error={Boolean(props.error)}
					hideControls
					onChange={(amount) =>
						onChange(
							typeof amount === "number" ? toBytes(amount, unit) : undefined,
						)
					}
				/>
				<NativeSelect
					w={76}
					size="xs"
					aria-label={t("form.unitOf", { label })}
					disabled={isDisabled}
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
			</Group>
		</Input.Wrapper>
	);
}
