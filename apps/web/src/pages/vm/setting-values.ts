import type { LiveRow } from "@xo/contract";
import { memoryAt, type Setting, type SettingValue } from "./settings.ts";

/** Settings whose empty value is null on the wire. */
const CLEARED_BY_NULL: ReadonlySet<string> = new Set([
	"nicType",
	"hvmBootFirmware",
	"affinityHost",
	"suspendSr",
	"cpuWeight",
	"cpuCap",
	"coresPerSocket",
]);

/** What `vm.set` takes for a value of a control. */
export function toParam(setting: Setting, value: SettingValue): unknown {
	if (setting.kind === "numbers") {
		return String(value ?? "")
			.split(/[\s,]+/)
			.filter((part) => part !== "")
			.map(Number);
	}
	if (CLEARED_BY_NULL.has(setting.name) && (value === "" || value === null)) {
		return null;
	}
	return value;
}

/** Why a value cannot be saved: a key of a text. */
export function problemOf(
	setting: Setting,
	value: SettingValue,
	row: LiveRow,
): string | undefined {
	if (setting.kind === "numbers") {
		const numbers = toParam(setting, value) as readonly number[];
		return numbers.every((each) => Number.isInteger(each) && each >= 0)
			? undefined
			: "vmPage.problem.numbers";
	}
	if (setting.kind === "size") {
		if (typeof value !== "number") return "vmPage.problem.empty";
		const minimum = memoryAt("static", 0)(row);
		return typeof minimum === "number" && value < minimum
			? "vmPage.problem.memory"
			: undefined;
	}
	if (setting.kind === "number") {
		if (value === null) {
			return setting.isClearable ? undefined : "vmPage.problem.empty";
		}
		const isFine =
			Number.isInteger(value) && Number(value) >= (setting.min ?? 0);
		return isFine ? undefined : "vmPage.problem.number";
	}
	return undefined;
}
