import { isPlainObject } from "@xo/std";
import { z } from "zod";

const REDACTED = "* obfuscated *";

type Unwrappable = { readonly def: { readonly innerType?: z.ZodType } };

function innerOf(schema: z.ZodType): z.ZodType | undefined {
	return (schema as unknown as Unwrappable).def.innerType;
}

function isSecret(schema: z.ZodType | undefined): boolean {
	for (
		let current = schema;
		current !== undefined;
		current = innerOf(current)
	) {
		if (z.globalRegistry.get(current)?.secret === true) return true;
	}
	return false;
}

function strip(schema: z.ZodType): z.ZodType {
	for (let current = schema; ; ) {
		const inner = innerOf(current);
		if (inner === undefined) return current;
		current = inner;
	}
}

/** A copy of `value` for the records: what the schema marks as secret, and
 *  what it does not know, is replaced. */
export function redact(schema: z.ZodType, value: unknown): unknown {
	if (value === undefined || value === null) return value;
	if (isSecret(schema)) return REDACTED;
	const bare = strip(schema);
	if (bare instanceof z.ZodObject && isPlainObject(value)) {
		const shape: Readonly<Record<string, z.ZodType>> = bare.shape;
		return Object.fromEntries(
			Object.entries(value).map(([key, item]) => {
				const known = Object.hasOwn(shape, key) ? shape[key] : undefined;
				return [key, known === undefined ? REDACTED : redact(known, item)];
			}),
		);
	}
	if (bare instanceof z.ZodArray && Array.isArray(value)) {
		const element = bare.element as z.ZodType;
		return value.map((item) => redact(element, item));
	}
	return value;
}
