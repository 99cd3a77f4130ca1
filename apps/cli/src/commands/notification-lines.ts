import type { Notification } from "@xo/client";
import { isPlainObject } from "@xo/std";
import { toJson } from "../output/format.ts";
import { sanitizeLine } from "../output/sanitize.ts";
import type { Paint } from "../output/style.ts";

/** A batch may hold a whole pool. */
const MOST_LINES = 50;

/** A notification for a person: an object a line where it is about objects. */
export function notificationLines(
	{ method, params }: Notification,
	time: Date,
	paint: Paint,
): string {
	const { type, items } = isPlainObject(params) ? params : {};
	if (method !== "all" || !isPlainObject(items)) {
		return `${method} ${toJson(params)}\n`;
	}
	const clock = paint("dim", time.toTimeString().slice(0, 8));
	const sign = type === "exit" ? paint("red", "-") : paint("green", "+");
	const entries = Object.entries(items);
	const lines = entries.slice(0, MOST_LINES).map(([id, object]) => {
		const words = isPlainObject(object)
			? [object.type, object.name_label, object.power_state]
			: [];
		const text = [...words, id].filter((word) => typeof word === "string");
		return `${clock} ${sign} ${sanitizeLine(text.join("  "))}`;
	});
	if (entries.length > MOST_LINES) {
		lines.push(`${clock} ${sign} and ${entries.length - MOST_LINES} more`);
	}
	return `${lines.join("\n")}\n`;
}
