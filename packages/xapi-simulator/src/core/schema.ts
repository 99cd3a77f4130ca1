import {
	type ClassModel,
	datamodel,
	EPOCH_DATE,
	type Field,
	NULL_REF,
	parseXapiType,
	type XapiType,
} from "@xo/xapi-wire";
import type { DbRecord, FieldValue } from "./types.ts";

/** The stored end of a relation: whoever is named in `field` lists this row in
 *  its own `targetField`. */
export interface StoredEnd {
	readonly field: string;
	readonly targetClass: string;
	readonly targetField: string;
}

/** What the database knows of a class. */
export interface TableSchema {
	readonly name: string;
	readonly model: ClassModel;
	/** Every field with its default. */
	readonly template: DbRecord;
	readonly storedEnds: readonly StoredEnd[];
	readonly computedEnds: ReadonlySet<string>;
	/** Column names of database dumps (`name__label`) to field names. */
	readonly fieldOfColumn: ReadonlyMap<string, string>;
}

function defaultOfType(type: XapiType): FieldValue {
	switch (type.kind) {
		case "int":
		case "float":
			return 0;
		case "bool":
			return false;
		case "datetime":
			return EPOCH_DATE;
		case "ref":
			return NULL_REF;
		case "set":
			return [];
		case "map":
		case "record":
			return {};
		case "enum":
			return datamodel.enums[type.name]?.[0] ?? "";
		default:
			return "";
	}
}

function defaultOf(field: Field): FieldValue {
	return field.default === undefined
		? defaultOfType(parseXapiType(field.type))
		: (field.default as FieldValue);
}

function splitEnd(end: string): { className: string; field: string } {
	const [className = "", field = ""] = end.split(".");
	return { className, field };
}

function createSchema(model: ClassModel): TableSchema {
	const storedEnds: StoredEnd[] = [];
	const computedEnds = new Set<string>();
	for (const [stored, computed] of datamodel.relations) {
		// A relation of a field with itself (role.subroles) has no other end.
		if (stored === computed) continue;
		const source = splitEnd(stored);
		const target = splitEnd(computed);
		if (source.className === model.name) {
			storedEnds.push({
				field: source.field,
				targetClass: target.className,
				targetField: target.field,
			});
		}
		if (target.className === model.name) computedEnds.add(target.field);
	}
	return {
		name: model.name,
		model,
		// Parsed JSON has a layout that V8 copies several times faster.
		template: JSON.parse(
			JSON.stringify(
				Object.fromEntries(
					model.fields.map((field) => [field.name, defaultOf(field)]),
				),
			),
		),
		storedEnds,
		computedEnds,
		fieldOfColumn: new Map(
			model.fields.map((field) => [field.dbName ?? field.name, field.name]),
		),
	};
}

/** Messages are objects too, though XAPI keeps them outside of its database. */
const MESSAGE_CLASS = "message";

/** Every class that has rows, in the datamodel's order. */
export const tableSchemas: ReadonlyMap<string, TableSchema> = new Map(
	[...datamodel.classes.values()]
		.filter((model) => model.inDatabase || model.name === MESSAGE_CLASS)
		.map((model) => [model.name, createSchema(model)]),
);
