import type { Message } from "@xo/xapi-wire";
import type { MemoryDatabase } from "./database.ts";
import { compileFilter } from "./filter-expression.ts";
import { PreparedReply } from "./reply.ts";
import type { Row } from "./row.ts";
import type { FieldValue, Ref } from "./types.ts";
import { XapiFailure } from "./types.ts";

type GenericHandler = (
	db: MemoryDatabase,
	args: readonly FieldValue[],
) => FieldValue | PreparedReply | undefined;

/** The implementation of a message that follows from the datamodel, if the
 *  message is one of those. */
export function findGenericHandler(
	className: string,
	message: Message,
): GenericHandler | undefined {
	const kind = message.kind === "custom" ? message.name : message.kind;
	// `constructor` is a kind, and what every object has.
	const reader = Object.hasOwn(READERS, kind) ? READERS[kind] : undefined;
	if (reader !== undefined) {
		return (db, args) => reader(db, className, String(args[0]));
	}
	const { name } = message;
	switch (message.kind) {
		case "getter":
			return (db, [self]) => db.get(className, String(self))[name.slice(4)];
		case "setter":
			return (db, [self, value = ""]) => {
				db.update(className, String(self), { [name.slice(4)]: value });
				return undefined;
			};
		case "add":
		case "remove":
			return mapOrSetWriter(className, name);
		case "constructor":
			return (db, [record]) =>
				db.create(className, record as Record<string, FieldValue>);
		case "destructor":
			return (db, [self]) => {
				db.destroy(className, String(self));
				return undefined;
			};
		default:
			return undefined;
	}
}

const READERS: Readonly<
	Record<
		string,
		(
			db: MemoryDatabase,
			className: string,
			argument: string,
		) => FieldValue | PreparedReply
	>
> = {
	get_record(db, className, ref) {
		db.get(className, ref);
		const row = db.table(className).rows.get(ref) as Row;
		return new PreparedReply({
			json: () => db.jsonOf(row),
			xml: () => db.xmlOf(row),
		});
	},
	get_by_uuid(db, className, uuid) {
		const ref = db.findByUuid(className, uuid);
		if (ref === undefined) {
			throw new XapiFailure("UUID_INVALID", [className, uuid]);
		}
		return ref;
	},
	get_by_name_label: (db, className, label) =>
		db
			.refs(className)
			.filter((ref) => db.get(className, ref).name_label === label),
	get_all: (db, className) => db.refs(className),
	get_all_records: (db, className) =>
		recordsReply(db, [...db.table(className).rows.values()]),
	get_all_where: (db, className, expression) =>
		rowsWhere(db, className, expression).map((row) => row.ref),
	get_all_records_where: (db, className, expression) =>
		recordsReply(db, rowsWhere(db, className, expression)),
};

function rowsWhere(
	db: MemoryDatabase,
	className: string,
	expression: string,
): Row[] {
	const { schema, rows } = db.table(className);
	const matches = compileFilter(expression, schema.fieldOfColumn);
	return [...rows.values()].filter((row) =>
		matches(db.get(className, row.ref)),
	);
}

function recordsReply(db: MemoryDatabase, rows: readonly Row[]): PreparedReply {
	return new PreparedReply({
		json: () =>
			`{${rows.map((row) => `${JSON.stringify(row.ref)}:${db.jsonOf(row)}`).join(",")}}`,
		xml: () =>
			`<value><struct>${rows
				.map(
					(row) => `<member><name>${row.ref}</name>${db.xmlOf(row)}</member>`,
				)
				.join("")}</struct></value>`,
	});
}

function mapOrSetWriter(className: string, name: string): GenericHandler {
	const [, verb, field = ""] =
		/^(add_to|remove_from|add|remove)_(.*)$/.exec(name) ?? [];
	return (db, [self, key = "", value = ""]) => {
		const ref = String(self);
		const old = db.get(className, ref)[field];
		switch (verb) {
			case "add_to":
				addToMap(db, { className, ref, field, key: String(key), value });
				break;
			case "remove_from":
				removeFromMap(db, { className, ref, field, key: String(key) });
				break;
			case "add":
				if (Array.isArray(old) && !old.includes(key)) {
					db.update(className, ref, { [field]: [...old, key] });
				}
				break;
			default:
				if (Array.isArray(old)) {
					const rest = old.filter((item) => item !== key);
					db.update(className, ref, { [field]: rest });
				}
		}
		return undefined;
	};
}

interface MapEntry {
	readonly className: string;
	readonly ref: Ref;
	readonly field: string;
	readonly key: string;
}

/** @throws XapiFailure `MAP_DUPLICATE_KEY` */
export function addToMap(
	db: MemoryDatabase,
	{
		className,
		ref,
		field,
		key,
		value,
	}: MapEntry & { readonly value: FieldValue },
): void {
	const map = db.get(className, ref)[field] as Record<string, FieldValue>;
	if (Object.hasOwn(map, key)) {
		const { fields } = db.table(className).schema.model;
		const model = fields.find(({ name }) => name === field);
		const column = model?.dbName ?? field;
		throw new XapiFailure("MAP_DUPLICATE_KEY", [className, column, ref, key]);
	}
	db.update(className, ref, { [field]: { ...map, [key]: value } });
}

export function removeFromMap(
	db: MemoryDatabase,
	{ className, ref, field, key }: MapEntry,
): void {
	const map = db.get(className, ref)[field] as Record<string, FieldValue>;
	if (!Object.hasOwn(map, key)) return;
	const { [key]: _removed, ...rest } = map;
	db.update(className, ref, { [field]: rest });
}
