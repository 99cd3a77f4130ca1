import { invalidParameters, type Operation } from "@xo/contract";
import { isPlainObject } from "@xo/std";

const NO_PARAMS: Readonly<Record<string, unknown>> = Object.freeze({});

/** `name?` is `name` where the operation knows it, and is dropped where it
 *  does not. */
function resolveIgnorable(
	params: Readonly<Record<string, unknown>>,
	known: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
	const entries: [string, unknown][] = [];
	for (const [key, value] of Object.entries(params)) {
		if (!key.endsWith("?")) {
			entries.push([key, value]);
			continue;
		}
		const name = key.slice(0, -1);
		if (Object.hasOwn(params, name)) {
			throw invalidParameters(`both "${name}" and "${key}" were given`);
		}
		if (Object.hasOwn(known, name)) entries.push([name, value]);
	}
	return Object.fromEntries(entries);
}

/** The shorthands that existing clients may use, brought to the one form that
 *  the schema knows: `vm=<id>` for `id=<id>` in `vm.*`, and `name?=`. */
export function normaliseParams(
	name: string,
	operation: Operation,
	input: unknown,
): unknown {
	if (input === undefined || input === null) return NO_PARAMS;
	if (!isPlainObject(input)) return input;
	const inherited = Object.keys(input).find((key) => key in Object.prototype);
	if (inherited !== undefined) {
		throw invalidParameters(`"${inherited}" is no parameter of ${name}`);
	}
	const known = operation.params().shape;
	let params: Readonly<Record<string, unknown>> = input;
	if (Object.keys(params).some((key) => key.endsWith("?"))) {
		params = resolveIgnorable(params, known);
	}
	const namespace = name.slice(0, name.indexOf("."));
	const shorthand = params[namespace];
	if (
		typeof shorthand === "string" &&
		params.id === undefined &&
		"id" in known &&
		!(namespace in known)
	) {
		const { [namespace]: id, ...rest } = params;
		params = { ...rest, id };
	}
	if ("_log" in params) {
		const { _log, ...rest } = params;
		params = rest;
	}
	return params;
}
