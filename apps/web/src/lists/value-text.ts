import type { TFunction } from "i18next";
import type { Format } from "../i18n/format.ts";
import { alarmText } from "./alarm-text.ts";
import type { ListField } from "./model.ts";

/** What values need to become texts. */
export interface TextContext {
	readonly t: TFunction;
	readonly format: Format;
	/** Name of an object, where it is known. */
	readonly nameOf: (id: string) => string | undefined;
}

/** A value as people read it; empty where there is none. */
export function valueText(
	{ kind }: Pick<ListField, "kind">,
	value: unknown,
	context: TextContext,
): string {
	const { t, format, nameOf } = context;
	if (value === null || value === undefined || value === "") return "";
	if (Array.isArray(value)) return listText(kind, value, format);
	if (typeof value === "boolean") return t(value ? "lists.yes" : "lists.no");
	// XAPI says -1 where a driver does not tell.
	if (kind === "bytes" && Number(value) < 0) return t("lists.unknownSize");
	if (kind === "vlan" && Number(value) < 0) return "";
	if (typeof value === "number") return numberText(kind, value, format);
	if (typeof value === "object") return mapText(value);
	const text = String(value);
	if (kind === "link") return nameOf(text) ?? text;
	if (kind === "message") return alarmText(text, context) ?? text;
	if (kind === "os") return text.split("|", 1)[0] ?? text;
	if (kind === "power") return t(`power.${text.toLowerCase()}`);
	return text;
}

function listText(
	kind: ListField["kind"],
	list: readonly unknown[],
	format: Format,
): string {
	if (kind === "count") return format.number(list.length);
	if (kind === "sizes") {
		return list.map((size) => format.bytes(Number(size))).join(" – ");
	}
	return list
		.map((item) =>
			typeof item === "object" && item !== null ? mapText(item) : String(item),
		)
		.join(", ");
}

function numberText(
	kind: ListField["kind"],
	value: number,
	format: Format,
): string {
	switch (kind) {
		case "bytes":
			return format.bytes(value);
		case "mebibytes":
			return format.bytes(value * 2 ** 20);
		case "rate":
			return format.rate(value);
		case "share":
			return format.percent(value);
		case "time":
			return format.dateTime(value * 1_000);
		case "duration":
			return format.duration(value);
		case "megabits":
			return `${format.number(value)} Mbit/s`;
		default:
			// Ports, VLANs and MTUs are read without a separator.
			return format.number(value, { useGrouping: "min2" });
	}
}

function mapText(map: object): string {
	return Object.entries(map)
		.map(([key, value]) =>
			typeof value === "object" && value !== null
				? `${key}: ${JSON.stringify(value)}`
				: `${key}: ${value}`,
		)
		.join(", ");
}
