import type { LiveGroup } from "@xo/contract";
import type { SearchProperty } from "@xo/ui";
import type { TFunction } from "i18next";
import {
	isNumeric,
	isSearchable,
	type ListField,
	type ListType,
} from "./model.ts";
import type { Names } from "./names.ts";

interface Known {
	readonly t: TFunction;
	readonly names: Names;
	readonly tags: readonly LiveGroup[];
}

/** What one can search a list by, with the values that are known. */
export function searchPropertiesOf(
	list: ListType,
	known: Known,
): readonly SearchProperty[] {
	return list.fields
		.filter((field) => isSearchable(field) && field.kind !== "count")
		.map((field) => {
			const values = valuesOf(field, known);
			return {
				name: field.id.replaceAll(".", ":"),
				label: known.t(`lists.fields.${field.label}`),
				type: typeOf(field, values.length > 0),
				...(values.length === 0 ? {} : { values }),
			};
		});
}

function typeOf(field: ListField, hasValues: boolean): SearchProperty["type"] {
	if (field.kind === "flag") return "boolean";
	if (field.kind === "bytes") return "bytes";
	if (isNumeric(field) || field.kind === "time") return "number";
	return hasValues ? "enum" : "text";
}

function valuesOf(field: ListField, { t, names, tags }: Known) {
	if (field.kind === "tags") {
		return tags
			.filter(({ key }) => typeof key === "string")
			.map(({ key }) => ({ value: String(key), label: String(key) }));
	}
	if (field.kind === "link") {
		return [...names]
			.filter(
				([, { type }]) => type !== undefined && field.linkTo.includes(type),
			)
			.map(([value, { name }]) => ({ value, label: name }));
	}
	return field.values.map((value) => ({
		value,
		label: field.kind === "power" ? t(`power.${value.toLowerCase()}`) : value,
	}));
}
