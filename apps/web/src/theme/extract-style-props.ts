import { STYLE_PROPS_DATA } from "@mantine/core";

type Props = Record<string, unknown>;

const OTHERS = ["hiddenFrom", "visibleFrom", "lightHidden", "darkHidden", "sx"];
let places: ReadonlyMap<string, number> | undefined;

/** Shorthands come before what they stand for: `m` before `mt`. */
function findPlaces(): ReadonlyMap<string, number> {
	const names = [...Object.keys(STYLE_PROPS_DATA), ...OTHERS];
	return new Map(names.map((name, place) => [name, place]));
}

/** Stands in for Mantine's function of this name in the build: each of its
 *  elements calls it, and Mantine's, which takes sixty properties apart by
 *  name, takes 25 times as long. A test compares the two. */
export function extractStyleProps(others: Props): {
	styleProps: Props;
	rest: Props;
} {
	places ??= findPlaces();
	const rest: Props = {};
	const found: string[] = [];
	for (const name of Object.keys(others)) {
		if (!places.has(name)) rest[name] = others[name];
		else if (others[name] !== undefined) found.push(name);
	}
	if (found.length > 1) found.sort((a, b) => placeOf(a) - placeOf(b));
	const styleProps: Props = {};
	for (const name of found) styleProps[name] = others[name];
	return { styleProps, rest };
}

function placeOf(name: string): number {
	return places?.get(name) ?? 0;
}
