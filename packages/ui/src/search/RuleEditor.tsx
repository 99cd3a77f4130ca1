import { Checkbox, NumberInput, Select, TextInput } from "@mantine/core";
import type { SearchProperty } from "./completion.ts";
import styles from "./QueryBuilder.module.css";
import type { QueryBuilderLabels, QueryOperator, QueryRule } from "./query.ts";

const GIBIBYTE = 2 ** 30;
const COMPARISONS: readonly QueryOperator[] = [">", ">=", "<", "<=", "="];

/** The operators that fit a property, the usual one first. */
export function operatorsOf(
	property: Pick<SearchProperty, "type"> | undefined,
): readonly QueryOperator[] {
	switch (property?.type) {
		case "number":
		case "bytes":
			return COMPARISONS;
		case "boolean":
			return ["isTrue"];
		case "enum":
			return ["is", "contains"];
		default:
			return ["contains", "is", "matches", "isTrue"];
	}
}

interface RuleEditorProps {
	readonly rule: QueryRule;
	readonly properties: readonly SearchProperty[];
	readonly labels: QueryBuilderLabels;
	readonly onChange: (rule: QueryRule) => void;
}

export function RuleEditor(props: RuleEditorProps) {
	const { rule, properties, labels, onChange } = props;
	const property = properties.find(({ name }) => name === rule.property);
	const fitting = operatorsOf(property);
	const operators = fitting.includes(rule.operator)
		? fitting
		: [rule.operator, ...fitting];

	function setProperty(name: string | null): void {
		const next = properties.find((other) => other.name === name);
		if (next === undefined) return;
		const [first = "contains"] = operatorsOf(next);
		onChange({ ...rule, property: next.name, operator: first, value: "" });
	}

	return (
		<>
			<Checkbox
				size="xs"
				label={labels.not}
				checked={rule.isNegated}
				onChange={(event) =>
					onChange({ ...rule, isNegated: event.currentTarget.checked })
				}
			/>
			<Select
				size="xs"
				className={styles.property}
				aria-label={labels.property}
				searchable
				allowDeselect={false}
				value={rule.property}
				data={propertyOptions(properties, rule.property)}
				onChange={setProperty}
			/>
			<Select
				size="xs"
				className={styles.operator}
				aria-label={labels.operator}
				allowDeselect={false}
				value={rule.operator}
				data={operators.map((value) => ({
					value,
					label: labels.operators[value],
				}))}
				onChange={(operator) =>
					operator && onChange({ ...rule, operator: operator as QueryOperator })
				}
			/>
			{rule.operator === "isTrue" ? null : (
				<ValueEditor {...{ rule, property, labels, onChange }} />
			)}
		</>
	);
}

/** A property that nobody announced keeps its name. */
function propertyOptions(properties: readonly SearchProperty[], used: string) {
	const options = properties.map(({ name, label }) => ({ value: name, label }));
	return options.some(({ value }) => value === used)
		? options
		: [{ value: used, label: used }, ...options];
}

interface ValueEditorProps extends Omit<RuleEditorProps, "properties"> {
	readonly property: SearchProperty | undefined;
}

function ValueEditor(props: ValueEditorProps) {
	const { rule, property, labels, onChange } = props;
	const common = {
		size: "xs",
		className: styles.value ?? "",
		"aria-label": labels.value,
	} as const;
	const set = (value: string) => onChange({ ...rule, value });
	if (COMPARISONS.includes(rule.operator)) {
		const unit = property?.type === "bytes" ? GIBIBYTE : 1;
		return (
			<NumberInput
				{...common}
				value={rule.value === "" ? "" : Number(rule.value) / unit}
				suffix={unit === 1 ? "" : ` ${labels.gibibytes}`}
				onChange={(value) =>
					set(value === "" ? "" : String(Number(value) * unit))
				}
			/>
		);
	}
	const isKnown = property?.values?.some(({ value }) => value === rule.value);
	if (property?.values !== undefined && (isKnown || rule.value === "")) {
		return (
			<Select
				{...common}
				searchable
				value={rule.value === "" ? null : rule.value}
				data={property.values.map(({ value, label }) => ({ value, label }))}
				onChange={(value) => set(value ?? "")}
			/>
		);
	}
	return (
		<TextInput
			{...common}
			value={rule.value}
			onChange={(event) => set(event.currentTarget.value)}
		/>
	);
}
