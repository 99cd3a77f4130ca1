import type { TFunction } from "i18next";
import type { Format } from "../i18n/format.ts";

/** Variables that are no share of a whole. */
const UNITS: Readonly<Record<string, "rate" | "kibibytes">> = {
	network_usage: "rate",
	disk_usage: "rate",
	memory_free_kib: "kibibytes",
};

/** What an alarm watches and the value that it found: its body is XML. Not of
 *  other messages. */
export function alarmText(
	body: string,
	{ t, format }: { readonly t: TFunction; readonly format: Format },
): string | undefined {
	const [, value, config = ""] =
		/^value:\s*(\S+)\s+config:\s*([\s\S]*)$/.exec(body) ?? [];
	const watched = /<name\s+value="([^"]*)"/.exec(config)?.[1];
	if (value === undefined || watched === undefined) return undefined;
	const unit = UNITS[watched];
	const number = Number(value);
	const text =
		unit === "rate"
			? format.rate(number)
			: unit === "kibibytes"
				? format.bytes(number * 1024)
				: format.percent(number);
	const name = t(`lists.alarm.${watched}`, { defaultValue: watched });
	return t("lists.alarmText", { name, value: text });
}
