/** A property that one can search by. */
export interface SearchProperty {
	/** As written in a search; a path has colons: `memory:size`. */
	readonly name: string;
	readonly label: string;
	/** Bytes are numbers that people state in GiB. */
	readonly type: "text" | "number" | "bytes" | "boolean" | "enum";
	/** Values to offer, with what they mean to people. */
	readonly values?: readonly {
		readonly value: string;
		readonly label: string;
	}[];
}

/** Something that can be put in place of the word at the caret. */
export interface Completion {
	/** What is inserted. */
	readonly text: string;
	readonly label: string;
	/** Of the property or value. */
	readonly hint: string;
	/** Whether the term is done, so that a space follows. */
	readonly isDone: boolean;
}

export interface Completions {
	/** The stretch of the text that a completion replaces. */
	readonly from: number;
	readonly to: number;
	readonly options: readonly Completion[];
}

const WORD = /[\p{L}\p{M}\p{N}_\-.$*:"<>=]*$/u;
const REST = /^[\p{L}\p{M}\p{N}_\-.$*:"]*/u;
const RAW = /^[\p{L}\p{M}\p{N}_\-.$]+$/u;
/** Without quotes it would be a number, which matches only equal numbers. */
const NUMBER = /^-?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;
const MOST = 50;

/** What may stand at the caret: names of properties, or values of one. */
export function complete(
	text: string,
	caret: number,
	properties: readonly SearchProperty[],
): Completions {
	const word = WORD.exec(text.slice(0, caret))?.[0] ?? "";
	const rest = REST.exec(text.slice(caret))?.[0] ?? "";
	const from = caret - word.length;
	const to = caret + rest.length;
	const property = properties.findLast(({ name }) =>
		word.startsWith(`${name}:`),
	);
	const options =
		property === undefined
			? namesLike(word, properties)
			: valuesLike(word.slice(property.name.length + 1), property);
	return { from, to, options: options.slice(0, MOST) };
}

function namesLike(
	word: string,
	properties: readonly SearchProperty[],
): Completion[] {
	return ranked(properties, word, ({ name, label }) => `${name} ${label}`).map(
		({ name, label, type }) => ({
			text: type === "boolean" ? `${name}?` : `${name}:`,
			label: name,
			hint: label,
			isDone: type === "boolean",
		}),
	);
}

function valuesLike(typed: string, property: SearchProperty): Completion[] {
	if (property.type === "number" || property.type === "bytes") {
		const operators = typed === "" ? [">", ">=", "<", "<="] : [];
		return operators.map((operator) => ({
			text: `${property.name}:${operator}`,
			label: operator,
			hint: property.label,
			isDone: false,
		}));
	}
	const wanted = typed.replaceAll('"', "");
	return ranked(
		property.values ?? [],
		wanted,
		({ value, label }) => `${value} ${label}`,
	).map(({ value, label }) => ({
		text: `${property.name}:${quoteValue(value)}`,
		label,
		hint: label === value ? property.label : value,
		isDone: true,
	}));
}

/** Those whose text has the words; where it begins with them, first. */
function ranked<Item>(
	items: readonly Item[],
	typed: string,
	textOf: (item: Item) => string,
): Item[] {
	const wanted = typed.toLowerCase();
	const found = items.flatMap((item) => {
		const at = textOf(item).toLowerCase().indexOf(wanted);
		return at < 0 ? [] : [{ item, isLater: at > 0 }];
	});
	return found
		.sort((a, b) => Number(a.isLater) - Number(b.isLater))
		.map(({ item }) => item);
}

function quoteValue(value: string): string {
	return RAW.test(value) && !NUMBER.test(value)
		? value
		: `"${value.replace(/["\\]/g, "\\$&")}"`;
}
