import type { RestItem } from "./collection.ts";

/** Writes the wanted properties of an item and its href as JSON. */
export function projector(
	fields: readonly string[],
): (item: RestItem, href: string) => string {
	const keys = fields
		.filter((field) => field !== "href")
		.map((field) => [field, `${JSON.stringify(field)}:`] as const);
	return (item, href) => {
		let text = "{";
		for (const [field, key] of keys) {
			const value = (item as Readonly<Record<string, unknown>> & RestItem)[
				field
			];
			const json = value === undefined ? undefined : JSON.stringify(value);
			if (json !== undefined) text += `${key}${json},`;
		}
		return `${text}"href":${JSON.stringify(href)}}`;
	};
}
