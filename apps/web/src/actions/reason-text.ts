import type { Refusal } from "@xo/rules";
import type { TFunction } from "i18next";
import type { Format } from "../i18n/format.ts";

const LISTS = new Set(["states"]);
const BYTES = new Set(["minimum", "size", "needed", "free"]);

/** Why an action is not possible, in words. */
export function reasonText(
	{ code, params }: Refusal,
	t: TFunction,
	format: Format,
): string {
	const values: Record<string, string | number> = {};
	for (const [name, value] of Object.entries(params)) {
		if (LISTS.has(name)) {
			const states = String(value).split(",");
			values[name] = either(states.map((state) => stateText(state, t)));
		} else if (name === "actual") {
			values[name] = stateText(String(value), t);
		} else if (BYTES.has(name)) {
			values[name] = format.bytes(Number(value));
		} else if (name === "operation") {
			values[name] = String(value).replaceAll("_", " ");
		} else values[name] = value;
	}
	return t(`reason.${code}`, values);
}

function stateText(state: string, t: TFunction): string {
	return t(`power.${state.toLowerCase() || "unknown"}`).toLocaleLowerCase();
}

function either(items: readonly string[]): string {
	const locale = document.documentElement.lang || "en";
	return new Intl.ListFormat(locale, { type: "disjunction" }).format(items);
}
