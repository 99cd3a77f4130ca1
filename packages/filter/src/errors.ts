/** What may be wrong with a search text, in English. */
const PROBLEMS = {
	closesNothing: 'this ")" closes nothing: remove it',
	groupOpen: 'this "(" is not closed',
	missingNumber:
		'a number is missing after "{{operator}}", as in {{operator}}4e9',
	missingTerm: "a term is missing here",
	missingTermInGroup: 'a term is missing before ")"',
	nameWithStar: 'a property name with "*" goes between double quotes',
	numberTooLarge: "this number is too large",
	orNeedsGroup: '"|" needs a group after it, as in |(a b)',
	quotesOpen: "these double quotes are not closed",
	regexpFlags:
		'unknown flags "{{flags}}" of a regular expression: only i is known',
	regexpOpen: 'this regular expression has no closing "/"',
	regexpRepeats:
		"this regular expression repeats too much: use smaller counts in {}",
	regexpTooLong:
		"a regular expression may have {{most}} characters, this one has {{length}}",
	regexpUnsupported: "unsupported regular expression{{detail}}",
	textTooLong: "a filter may have {{most}} characters, this one has {{length}}",
	tooDeep: "more than {{most}} nested terms",
	tooManyRegexps: "more than {{most}} regular expressions",
	unexpected: 'unexpected "{{text}}": put such text between double quotes',
	unexpectedAfter:
		'unexpected "{{text}}": put a space before it, or the text between double quotes',
} as const;

/** Names what is wrong with a search text: interfaces have texts of their own
 *  for it. */
export type FilterProblemCode = keyof typeof PROBLEMS;

/** What is wrong, and what its text tells of it. */
export interface FilterProblem {
	readonly code: FilterProblemCode;
	readonly values?: Readonly<Record<string, string | number>>;
}

/** A search text that cannot be understood. The message names the column and
 *  says what to write instead; `column` counts from 1, in UTF-16 units. */
export class FilterError extends Error {
	override readonly name = "FilterError";
	readonly code = "INVALID_FILTER";
	readonly problem: FilterProblem;
	readonly column: number;
	/** The whole text that was parsed. */
	readonly text: string;

	constructor(problem: FilterProblem, text: string, column: number) {
		super(`${describe(problem)} (column ${column})`);
		this.problem = problem;
		this.text = text;
		this.column = column;
	}
}

function describe({ code, values = {} }: FilterProblem): string {
	return PROBLEMS[code].replace(/\{\{(\w+)\}\}/g, (_, name) =>
		String(values[name] ?? ""),
	);
}
