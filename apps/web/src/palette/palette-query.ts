import type { QueryParams } from "@xo/client";

/** Objects that have a page, most wanted first: the palette lists them so. */
const TYPES = ["VM", "host", "pool", "SR", "network"] as const;
const PROPERTIES = [
	"name_label",
	"id",
	"mainIpAddress",
	"address",
	"tags",
] as const;
const SHOWN = 12;
const MAX_WORDS = 6;

/** Objects with each word in their name, id, address or tags. */
export function paletteQuery(text: string): QueryParams {
	return {
		types: TYPES,
		filter: text
			.trim()
			.split(/\s+/)
			.slice(0, MAX_WORDS)
			.map((word) => `"${word.replace(/["\\]/g, "\\$&")}"`)
			.map((word) => `|(${PROPERTIES.map((p) => `${p}:${word}`).join(" ")})`)
			.join(" "),
		sort: [{ key: "name_label" }],
		fields: ["name_label", "power_state", "mainIpAddress", "address", "$pool"],
		window: { offset: 0, limit: SHOWN },
	};
}

/** Whether each word of the text stands in the label, whatever the case and
 *  the accents. */
export function matchesText(label: string, text: string): boolean {
	const plain = toPlain(label);
	return toPlain(text)
		.split(/\s+/)
		.every((word) => plain.includes(word));
}

function toPlain(text: string): string {
	return text
		.normalize("NFD")
		.replace(/\p{Diacritic}/gu, "")
		.toLowerCase();
}
