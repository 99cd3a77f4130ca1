const UNITS: Readonly<Record<string, number>> = {
	ms: 1,
	s: 1_000,
	m: 60_000,
	h: 3_600_000,
	d: 86_400_000,
	w: 604_800_000,
	y: 31_557_600_000,
};

const NAMES: Readonly<Record<string, string>> = {
	"": "ms",
	millisecond: "ms",
	msec: "ms",
	sec: "s",
	second: "s",
	min: "m",
	minute: "m",
	hr: "h",
	hour: "h",
	day: "d",
	week: "w",
	yr: "y",
	year: "y",
};

/** Milliseconds of a number of them, or of text such as `1 hour`, `30d`,
 *  `2.5 days`; `undefined` when it is no duration. */
export function parseDuration(value: number | string): number | undefined {
	if (typeof value === "number") {
		return Number.isFinite(value) ? value : undefined;
	}
	const match = /^\s*(\d+(?:\.\d+)?)\s*([a-z]*)\s*$/i.exec(value);
	const [, amount, unit = ""] = match ?? [];
	if (amount === undefined) return undefined;
	const lower = unit.toLowerCase();
	const name = NAMES[lower] ?? NAMES[lower.replace(/s$/, "")] ?? lower;
	const factor = UNITS[name];
	return factor === undefined ? undefined : Number(amount) * factor;
}
