import type { RestItem } from "./collection.ts";

/** What JSON does not write as it is, and what is rare. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: JSON escapes them
const NEEDS_ESCAPING = /["\\\u0000-\u001f\u007f-\uffff]/;

/** As `JSON.stringify`, which costs more for the short plain values that most
 *  are. */
function jsonOf(value: unknown): string | undefined {
	switch (typeof value) {
		case "string":
			return NEEDS_ESCAPING.test(value) ? JSON.stringify(value) : `"${value}"`;
		case "number":
			return Number.isFinite(value) ? `${value}` : "null";
		case "boolean":
			return value ? "true" : "false";
		default:
			return JSON.stringify(value);
	}
}

/** Writes the wanted properties of an item and its href as JSON. `href` needs
 *  no escaping. */
export function projector(
	fields: readonly string[],
): (item: RestItem, href: string) => string {
	const wanted = fields
		.filter((field) => field !== "href" && !(field in Object.prototype))
		.map((field) => ({ field, key: `${JSON.stringify(field)}:` }));
	return (item, href) => {
		let text = "{";
		for (const { field, key } of wanted) {
			const json = jsonOf(
				(item as Readonly<Record<string, unknown>> & RestItem)[field],
			);
			if (json !== undefined) text += `${key}${json},`;
		}
		return `${text}"href":"${href}"}`;
	};
}
