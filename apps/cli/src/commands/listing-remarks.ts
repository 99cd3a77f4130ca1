import { isPlainObject } from "@xo/std";
import { didYouMean } from "../suggest.ts";

/** What to tell a person whose listing shows less than was asked for: a type or
 *  a property that no object can have. */
export async function listingRemarks(
	{
		properties,
		filter,
	}: {
		readonly properties: readonly string[];
		readonly filter: Readonly<Record<string, unknown>>;
	},
	objects: readonly unknown[],
): Promise<string[]> {
	const seen = propertiesOf(objects);
	const wanted = [
		...(objects.length > 0 ? properties : []),
		...(objects.length === 0 ? Object.keys(filter) : []),
	].filter((name) => !seen.has(name));
	if (wanted.length === 0) return [];
	// Late: nearly every listing does without.
	const { objectSchemas, objectTypes } = await import("@xo/contract");
	const { type } = filter;
	const isMistyped =
		objects.length === 0 &&
		typeof type === "string" &&
		!objectTypes.some((each) => each === type);
	if (isMistyped) {
		return [remark(`there is no type of object ${type}`, type, objectTypes)];
	}
	const known = new Set(
		objectTypes.flatMap((each) => Object.keys(objectSchemas[each]().shape)),
	);
	return wanted
		.filter((name) => !known.has(name))
		.map((name) =>
			remark(
				`no object has a property ${name}`,
				name,
				seen.size > 0 ? seen : known,
			),
		);
}

/** The same for the fields of one object. */
export function fieldRemarks(
	fields: readonly string[],
	object: Readonly<Record<string, unknown>>,
): string[] {
	return fields
		.filter((name) => !Object.hasOwn(object, name))
		.map((name) =>
			remark(`there is no property ${name} here`, name, Object.keys(object)),
		);
}

function propertiesOf(objects: readonly unknown[]): Set<string> {
	const names = new Set<string>();
	for (const object of objects) {
		if (!isPlainObject(object)) continue;
		for (const name of Object.keys(object)) names.add(name);
	}
	return names;
}

function remark(
	problem: string,
	name: string,
	candidates: Iterable<string>,
): string {
	const suggestion = didYouMean(name, candidates);
	return suggestion === undefined ? problem : `${problem}: ${suggestion}`;
}
