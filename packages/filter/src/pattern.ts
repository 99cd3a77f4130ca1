import { isPlainObject } from "@xo/std";
import type { Predicate } from "./compile.ts";

const MAX_DEPTH = 32;

/** A pattern object that cannot be used; `path` says where in it. */
export class PatternError extends Error {
	override readonly name = "PatternError";
	readonly code = "INVALID_PATTERN";
	readonly path: string;

	constructor(problem: string, path: readonly string[]) {
		super(`${problem} (at ${path.join(".") || "the root"})`);
		this.path = path.join(".");
	}
}

/** Makes the predicate of a value pattern, as in job VM patterns and the
 *  object filter of `xo.getAllObjects`. Scalars are equal; an object matches
 *  when each of its keys does; each item of an array matches some item;
 *  `{__and:[…]}`, `{__or:[…]}` and `{__not:…}` combine.
 *  @throws PatternError for operators of the wrong shape or too much depth */
export function compilePattern(pattern: unknown): Predicate {
	return compile(pattern, []);
}

/** Whether `value` matches the pattern; `compilePattern` for many values.
 *  @throws PatternError like it */
export function matchPattern(pattern: unknown, value: unknown): boolean {
	return compile(pattern, [])(value);
}

function compile(pattern: unknown, path: readonly string[]): Predicate {
	if (path.length > MAX_DEPTH) {
		throw new PatternError(`more than ${MAX_DEPTH} nested values`, path);
	}
	if (Array.isArray(pattern)) {
		const items = compileList(pattern, path);
		return (value) =>
			Array.isArray(value) && items.every((item) => value.some(item));
	}
	if (isPlainObject(pattern)) {
		const entries = Object.entries(pattern).map(([key, child]) =>
			compileEntry(key, child, [...path, key]),
		);
		return entries.length === 0
			? (value) => typeof value === "object" && value !== null
			: (value) => entries.every((matches) => matches(value));
	}
	return (value) => Object.is(value, pattern) || value === pattern;
}

function compileEntry(
	key: string,
	child: unknown,
	path: readonly string[],
): Predicate {
	switch (key) {
		case "__and": {
			const patterns = compileList(operands(child, path), path);
			return (value) => patterns.every((matches) => matches(value));
		}
		case "__or": {
			const patterns = compileList(operands(child, path), path);
			return (value) => patterns.some((matches) => matches(value));
		}
		case "__not": {
			const matches = compile(child, path);
			return (value) => !matches(value);
		}
		default: {
			const matches = compile(child, path);
			return (value) =>
				typeof value === "object" &&
				value !== null &&
				matches(ownProperty(value, key));
		}
	}
}

/** A missing property is `undefined`, which `__not` matches. */
function ownProperty(value: object, key: string): unknown {
	return Object.hasOwn(value, key)
		? (value as Record<string, unknown>)[key]
		: undefined;
}

function operands(value: unknown, path: readonly string[]): unknown[] {
	if (Array.isArray(value)) return value;
	throw new PatternError("a list of patterns belongs here", path);
}

function compileList(
	patterns: readonly unknown[],
	path: readonly string[],
): Predicate[] {
	return patterns.map((item, index) => compile(item, [...path, `${index}`]));
}
