import fc from "fast-check";
import { build, type FilterNode } from "../src/index.ts";

const raw = fc.stringMatching(/^[a-zA-Z0-9_.$é-]{1,4}$/u);
const anyText = fc.oneof(raw, fc.string({ unit: "binary", maxLength: 8 }));
const number = fc.oneof(
	fc.integer(),
	fc.double({ noNaN: true, noDefaultInfinity: true }),
);
const glob = fc
	.array(fc.oneof(fc.constant(""), raw), { minLength: 2, maxLength: 4 })
	.map((parts) => build.glob(parts.join("*")));
const regexp = fc
	.tuple(
		fc.array(
			fc.constantFrom(
				"a",
				"b",
				"/",
				"\\/",
				"[a-c]",
				"(?:x|y)",
				".*",
				"\\\\",
				"^",
			),
			{ maxLength: 5 },
		),
		fc.boolean(),
	)
	.map(([parts, ignoreCase]) => build.regexp(parts.join(""), ignoreCase));
const comparison = fc
	.tuple(fc.constantFrom("<", "<=", ">", ">=" as const), number)
	.map(([operator, value]) => build.compare(operator, value));

/** Any search, as a parser or a program may build it. */
export const filterNode: fc.Arbitrary<FilterNode> = fc.letrec<{
	node: FilterNode;
}>((tie) => ({
	node: fc.oneof(
		{ maxDepth: 4, withCrossShrink: true },
		anyText.map(build.string),
		number.map(build.number),
		glob,
		regexp,
		comparison,
		anyText.map(build.truthy),
		fc
			.tuple(fc.oneof(propertyName(), anyText), tie("node"))
			.map(([name, child]) => build.property(name, child)),
		tie("node").map(build.not),
		fc.array(tie("node"), { maxLength: 3 }).map(build.and),
		fc.array(tie("node"), { maxLength: 3 }).map(build.or),
	),
})).node;

function propertyName() {
	return fc.constantFrom("a", "b", "tags", "type", "length");
}

/** Small values whose keys and words the searches above often hit. */
export const value: fc.Arbitrary<unknown> = fc.letrec<{ value: unknown }>(
	(tie) => ({
		value: fc.oneof(
			{ maxDepth: 3 },
			fc.stringMatching(/^[a-cxyA-C0-9/]{0,4}$/),
			fc.integer({ min: -5, max: 5 }),
			fc.constantFrom(null, true, false, undefined),
			fc.array(tie("value"), { maxLength: 3 }),
			fc.dictionary(propertyName(), tie("value"), { maxKeys: 4 }),
		),
	}),
).value;
