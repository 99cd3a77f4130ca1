import type { Refusal } from "@xo/rules";
import type { TFunction } from "i18next";
import type { Format } from "../i18n/format.ts";

const LISTS = new Set(["states"]);

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
			values[name] = format.list(
				states.map((state) => t(`power.${state.toLowerCase()}`)),
			);
		} else if (name === "actual") {
			values[name] = t(`power.${String(value).toLowerCase() || "unknown"}`);
		} else if (name === "minimum" || name === "size") {
			values[name] = format.bytes(Number(value));
		} else if (name === "operation") {
			values[name] = String(value).replaceAll("_", " ");
		} else values[name] = value;
	}
	return t(`reason.${code}`, values);
}
