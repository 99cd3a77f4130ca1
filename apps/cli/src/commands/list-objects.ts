import { isPlainObject } from "@xo/std";
import { parseValue, splitArgument } from "../arguments.ts";
import type { Context } from "../context.ts";
import { CliError } from "../errors.ts";
import { explainCall } from "../explain-error.ts";
import { takeFormat } from "../output/choose-format.ts";
import type { Outcome } from "../output/format.ts";
import { listingRemarks } from "./listing-remarks.ts";

/** `--type name_label power_state=Running` */
export function parseListing(args: readonly string[]): {
	readonly properties: readonly string[];
	readonly filter: Readonly<Record<string, unknown>>;
} {
	const properties: string[] = [];
	const filter = new Map<string, unknown>();
	for (const argument of args) {
		const [name, value] = splitArgument(argument);
		if (name.startsWith("--") && value === undefined) {
			properties.push(name.slice(2));
		} else if (value !== undefined && name !== "" && !name.startsWith("--")) {
			filter.set(name, parseValue(name, value));
		} else {
			throw new CliError("bad-argument", `not understood: ${argument}`, {
				hint: "filter with property=value, choose properties with --property",
			});
		}
	}
	return { properties, filter: Object.fromEntries(filter) };
}

/** The objects of the pools, as a JSON array. */
export async function listObjects(
	context: Context,
	args: readonly string[],
): Promise<Outcome> {
	const { format = context.format, rest } = takeFormat(args);
	const { properties, filter } = parseListing(rest);
	const params = Object.keys(filter).length === 0 ? {} : { filter };
	await using client = await context.connect();
	let objects: Readonly<Record<string, unknown>>;
	try {
		objects = await client.call("xo.getAllObjects", params);
	} catch (error) {
		throw await explainCall(error, {
			method: "xo.getAllObjects",
			params,
			loadMethods: async () => ({}),
		});
	}
	const all = Object.values(objects);
	const remarks = await listingRemarks({ properties, filter }, all);
	for (const remark of remarks) context.say(`hint: ${remark}`);
	return {
		kind: "value",
		value: properties.length === 0 ? all : all.map((o) => pick(o, properties)),
		plainly: "json",
		format,
		columns: properties.length === 0 ? undefined : properties,
	};
}

/** The object with these properties only, as far as it has them. */
export function pick(
	object: unknown,
	properties: readonly string[],
): Readonly<Record<string, unknown>> {
	if (!isPlainObject(object)) return {};
	return Object.fromEntries(
		properties
			.filter((name) => Object.hasOwn(object, name))
			.map((name) => [name, object[name]]),
	);
}
