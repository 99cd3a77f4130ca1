// @vitest-environment jsdom
import { extractStyleProps as original, STYLE_PROPS_DATA } from "@mantine/core";
import { expect, test } from "vitest";
import { extractStyleProps } from "./extract-style-props.ts";

const NAMES = [
	...Object.keys(STYLE_PROPS_DATA),
	...["hiddenFrom", "visibleFrom", "lightHidden", "darkHidden", "sx"],
	...["id", "children", "aria-label", "style"],
];

test.each(NAMES)("%s is taken for what Mantine takes it", (name) => {
	const props = { [name]: "1" };
	expect(extractStyleProps(props)).toEqual(original(props));
});

test("shorthands come first, and what is not given is left out", () => {
	const props = { mt: "xs", id: "a", m: "md", px: undefined, p: "lg" };
	const { styleProps, rest } = extractStyleProps(props);
	expect(Object.entries(styleProps)).toEqual([
		["m", "md"],
		["mt", "xs"],
		["p", "lg"],
	]);
	expect(rest).toEqual({ id: "a" });
});

test("Mantine knows no other names", () => {
	const [, pattern = ""] = /const \{([^}]*)\}/.exec(String(original)) ?? [];
	const names = pattern.split(",").map((name) => name.trim());
	expect(names.filter((name) => !name.startsWith("...")).toSorted()).toEqual(
		NAMES.slice(0, -4).toSorted(),
	);
});
