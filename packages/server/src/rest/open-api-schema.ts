import { isPlainObject } from "@xo/std";
import { z } from "zod";

type Json = Record<string, unknown>;

/** JSON Schema of what a client sends or gets. Named schemas inside it are
 *  its `$defs`. */
export function toSchema(schema: z.ZodType): Json {
	const { $schema, ...rest } = z.toJSONSchema(schema, {
		io: "input",
		target: "draft-2020-12",
		reused: "inline",
	}) as Json;
	return withoutMarks(rest);
}

/** Our own marks mean nothing to others. */
function withoutMarks({ secret, id, ...schema }: Json): Json {
	return schema;
}

/** Moves the named schemas inside a document to its components. */
export function hoistDefinitions(document: {
	readonly components: { readonly schemas: Json; readonly [key: string]: Json };
	readonly [key: string]: unknown;
}): Json {
	const found: Json = {};
	const walk = (value: unknown): unknown => {
		if (Array.isArray(value)) return value.map(walk);
		if (!isPlainObject(value)) return value;
		const { $defs, ...rest } = value;
		for (const [name, schema] of Object.entries($defs ?? {})) {
			found[name] = walk(withoutMarks(schema as Json));
		}
		return Object.fromEntries(
			Object.entries(rest).map(([key, inner]) => [
				key,
				key === "$ref" && typeof inner === "string"
					? inner.replace("#/$defs/", "#/components/schemas/")
					: walk(inner),
			]),
		);
	};
	const walked = walk(document) as typeof document;
	const { components } = walked;
	return {
		...walked,
		components: {
			...components,
			schemas: { ...components.schemas, ...found },
		},
	};
}
