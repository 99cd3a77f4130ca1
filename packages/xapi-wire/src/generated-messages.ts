import type { ClassModel, Field, Message, Parameter } from "./message.ts";

type BareClass = Omit<ClassModel, "messages">;

const OF_CLASS_ROLE = "read-only";

/** The messages that every database class has because of its fields. */
export function generateMessages(bareClass: BareClass): Message[] {
	if (!bareClass.inDatabase) return [];
	const { name, fields } = bareClass;
	const self: Parameter = { name: "self", type: `${name} ref` };
	const read = { role: OF_CLASS_ROLE };
	const messages: Message[] = [
		{
			name: "get_record",
			kind: "get_record",
			params: [self],
			result: `${name} record`,
			...read,
		},
		{
			name: "get_by_uuid",
			kind: "get_by_uuid",
			params: [{ name: "uuid", type: "string" }],
			result: `${name} ref`,
			...read,
		},
	];
	if (fields.some((field) => field.name === "name_label")) {
		messages.push({
			name: "get_by_name_label",
			kind: "get_by_name_label",
			params: [{ name: "label", type: "string" }],
			result: `${name} ref set`,
			...read,
		});
	}
	for (const field of fields) {
		if (!field.internal) messages.push(getter(field, self));
		if (field.qualifier === "RW") messages.push(...writers(field, self));
	}
	messages.push(...listers(name), ...makers(bareClass, self));
	return messages;
}

function listers(name: string): Message[] {
	const expression: Parameter = { name: "expr", type: "string" };
	const refs = `${name} ref set`;
	const records = `(${name} ref -> ${name} record) map`;
	const role = OF_CLASS_ROLE;
	return [
		{ name: "get_all", kind: "get_all", params: [], result: refs, role },
		{
			name: "get_all_where",
			kind: "get_all_where",
			params: [expression],
			result: refs,
			role,
			hidden: true,
		},
		{
			name: "get_all_records_where",
			kind: "get_all_records_where",
			params: [expression],
			result: records,
			role,
			hidden: true,
		},
		{
			name: "get_all_records",
			kind: "get_all_records",
			params: [],
			result: records,
			role,
		},
	];
}

function makers(bareClass: BareClass, self: Parameter): Message[] {
	if (bareClass.constructorArgs === undefined) return [];
	const { name } = bareClass;
	const role = "pool-admin";
	return [
		{
			name: "create",
			kind: "constructor",
			params: [{ name: "args", type: `${name} record` }],
			result: `${name} ref`,
			role,
			async: true,
		},
		{
			name: "destroy",
			kind: "destructor",
			params: [self],
			result: "void",
			role,
			async: true,
		},
	];
}

function getter(field: Field, self: Parameter): Message {
	return {
		name: `get_${field.name}`,
		kind: "getter",
		params: [self],
		result: field.type,
		role: field.getRole ?? OF_CLASS_ROLE,
	};
}

function writers(field: Field, self: Parameter): Message[] {
	const common = {
		result: "void",
		role: field.setRole ?? "pool-admin",
		...(field.mapKeyRoles && { mapKeyRoles: field.mapKeyRoles }),
	};
	const value: Parameter = { name: "value", type: field.type };
	const messages: Message[] = [
		{
			name: `set_${field.name}`,
			kind: "setter",
			params: [self, value],
			...common,
		},
	];
	const [, keyType, valueType] =
		/^\((.+?) -> (.+)\) map$/.exec(field.type) ?? [];
	const [, itemType] = /^(.*) set$/.exec(field.type) ?? [];
	if (keyType !== undefined && valueType !== undefined) {
		const key: Parameter = { name: "key", type: keyType };
		messages.push(
			{
				name: `add_to_${field.name}`,
				kind: "add",
				params: [self, key, { name: "value", type: valueType }],
				...common,
			},
			{
				name: `remove_from_${field.name}`,
				kind: "remove",
				params: [self, key],
				...common,
			},
		);
	} else if (itemType !== undefined) {
		const item: Parameter = { name: "value", type: itemType };
		messages.push(
			{
				name: `add_${field.name}`,
				kind: "add",
				params: [self, item],
				...common,
			},
			{
				name: `remove_${field.name}`,
				kind: "remove",
				params: [self, item],
				...common,
			},
		);
	}
	return messages;
}
