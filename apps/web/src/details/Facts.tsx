import { Badge, Group } from "@mantine/core";
import type { LiveRow } from "@xo/contract";
import { Fragment, memo, type ReactNode } from "react";
import { type CellContext, renderValue } from "../lists/cell.tsx";
import { findField, type ListField, type ListType } from "../lists/model.ts";
import { valueText } from "../lists/value-text.ts";
import { ObjectLink } from "../objects/ObjectLink.tsx";
import { PowerState } from "../objects/PowerState.tsx";
import styles from "./details.module.css";
import { MapTable } from "./MapTable.tsx";

/** Facts of an object, by the ids of its fields; one without a value shows a
 *  dash, so that one sees that it can have one. */
export const Facts = memo(function Facts(props: {
	readonly list: ListType;
	readonly row: LiveRow;
	readonly context: CellContext;
	readonly ids: readonly string[];
	/** More facts, after them. */
	readonly more?: readonly Fact[];
}) {
	const { list, row, context, ids, more = [] } = props;
	const fields = ids.flatMap((id) => findField(list, id) ?? []);
	const facts = fields.map(
		(field): Fact => [
			context.t(`lists.fields.${field.label}`),
			factValue(field, row, context),
		],
	);
	return <FactList facts={[...facts, ...more]} />;
});

type Fact = readonly [name: string, value: ReactNode];

/** Names and their values. */
export function FactList({ facts }: { readonly facts: readonly Fact[] }) {
	return (
		<dl className={styles.facts}>
			{facts.map(([name, value]) => (
				<Fragment key={name}>
					<dt>{name}</dt>
					<dd>{value}</dd>
				</Fragment>
			))}
		</dl>
	);
}

function factValue(
	field: ListField,
	row: LiveRow,
	context: CellContext,
): ReactNode {
	const value = row[field.id];
	switch (field.kind) {
		case "power":
			return <PowerState state={value} />;
		case "link":
			return typeof value === "string" && value !== ""
				? linkTo(value, field, context)
				: "–";
		case "tags":
			return (
				<Group gap={4}>
					{(Array.isArray(value) ? value : []).map((tag) => (
						<Badge key={String(tag)} tt="none" color="gray">
							{String(tag)}
						</Badge>
					))}
				</Group>
			);
		case "map":
			return renderMap(value) ?? (valueText(field, value, context) || "–");
		case "share":
			return valueText(field, value, context) || "–";
		default:
			return renderValue(field, row, context);
	}
}

/** One map, or each of a list. */
function renderMap(value: unknown): ReactNode {
	if (isMap(value)) return <MapTable map={value} />;
	if (!Array.isArray(value)) return undefined;
	const maps = value.filter(isMap);
	if (maps.length === 0) return undefined;
	return maps.map((map) => <MapTable key={JSON.stringify(map)} map={map} />);
}

function linkTo(id: string, field: ListField, context: CellContext): ReactNode {
	const known = context.names.get(id);
	const type = known?.type ?? field.linkTo[0] ?? "";
	const isHidden = known !== undefined && known.type === undefined;
	return <ObjectLink {...{ type, id, isHidden }} name={known?.name} />;
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
	return (
		typeof value === "object" &&
		value !== null &&
		!Array.isArray(value) &&
		Object.keys(value).length > 0
	);
}
