import { type Operation, type OperationName, operations } from "@xo/contract";
import { isPlainObject } from "@xo/std";
import { z } from "zod";

/** What `system.getMethodsInfo` tells of a method. */
export interface MethodInfo {
	readonly [key: string]: unknown;
	readonly description: string;
	/** JSON Schema of each parameter, with `optional: true` where it may be
	 *  left out. */
	readonly params: Record<string, unknown>;
	/** Absent when any signed-in user may call. */
	readonly permission?: string;
}

const PERMISSIONS = {
	public: { permission: "none" },
	"signed-in": {},
	admin: { permission: "admin" },
} as const;

/** The dialect of existing clients: properties are required unless they say
 *  `optional`. */
function toDialect(schema: unknown, isRequired: boolean): unknown {
	if (!isPlainObject(schema)) return schema;
	const { required, properties, secret, $schema, ...rest } = schema;
	const inner = isPlainObject(properties)
		? { properties: toProperties(properties, required) }
		: {};
	return { ...rest, ...inner, ...(isRequired ? {} : { optional: true }) };
}

function toProperties(
	properties: Readonly<Record<string, unknown>>,
	required: unknown,
): Record<string, unknown> {
	const names = new Set(Array.isArray(required) ? required : []);
	return Object.fromEntries(
		Object.entries(properties).map(([name, schema]) => [
			name,
			toDialect(schema, names.has(name)),
		]),
	);
}

function describeMethod(operation: Operation): MethodInfo {
	const schema: Record<string, unknown> = z.toJSONSchema(operation.params(), {
		io: "input",
	});
	const properties = isPlainObject(schema.properties) ? schema.properties : {};
	return {
		description: operation.description,
		params: toProperties(properties, schema.required),
		...PERMISSIONS[operation.access],
	};
}

let methodsInfo: Record<string, MethodInfo> | undefined;

/** Every JSON-RPC method, by name, in alphabetical order. */
export function getMethodsInfo(): Record<string, MethodInfo> {
	methodsInfo ??= Object.fromEntries(
		(Object.keys(operations) as OperationName[])
			.sort()
			.map((name) => [name, operations[name] as Operation] as const)
			.filter(([, operation]) => operation.rpc !== false)
			.map(([name, operation]) => [name, describeMethod(operation)]),
	);
	return methodsInfo;
}
