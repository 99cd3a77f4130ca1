/** What the values of a chart or meter are; percent counts from 0 to 100. */
export type Unit = "bytes" | "bytesPerSecond" | "percent" | "count";

const BYTE_PREFIXES = ["", "Ki", "Mi", "Gi", "Ti", "Pi", "Ei"] as const;

/** Prints values of a unit with the digits and symbols of a locale. */
export function createUnitFormatter(
	unit: Unit,
	locale: string,
): (value: number) => string {
	if (unit === "percent") {
		const numbers = new Intl.NumberFormat(locale, {
			style: "percent",
			maximumFractionDigits: 1,
		});
		return (value) => numbers.format(value / 100);
	}
	if (unit === "count") {
		const numbers = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
		return (value) => numbers.format(value);
	}
	const suffix = unit === "bytesPerSecond" ? "/s" : "";
	const byte = locale.startsWith("fr") ? "o" : "B";
	const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
	const tenths = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
	return (value) => {
		const { scaled, prefix } = scaleBytes(value);
		const numbers = Math.abs(scaled) >= 100 || prefix === "" ? whole : tenths;
		return `${numbers.format(scaled)}\u00a0${prefix}${byte}${suffix}`;
	};
}

function scaleBytes(value: number): { scaled: number; prefix: string } {
	let scaled = value;
	let step = 0;
	// 999.5 would be printed as 1000, which the next prefix says shorter.
	while (Math.abs(scaled) >= 999.5 && step < BYTE_PREFIXES.length - 1) {
		scaled /= 1024;
		step++;
	}
	return { scaled, prefix: BYTE_PREFIXES[step] ?? "" };
}

/** A scale that begins and ends on a tick. */
export interface NiceScale {
	readonly min: number;
	readonly max: number;
	readonly step: number;
}

/** Round ticks, about `ticks` of them, in powers of two for bytes. */
export function niceScale(
	unit: Unit,
	{ min, max, ticks }: { min: number; max: number; ticks: number },
): NiceScale {
	const low = Math.min(0, min);
	const high = Math.max(max, low);
	const raw = (high - low) / Math.max(1, ticks);
	const step = raw > 0 ? niceStep(unit, raw) : 1;
	return {
		min: Math.floor(low / step) * step,
		max: Math.max(step, Math.ceil(high / step) * step),
		step,
	};
}

function niceStep(unit: Unit, raw: number): number {
	if (unit === "bytes" || unit === "bytesPerSecond") {
		return 2 ** Math.max(0, Math.ceil(Math.log2(raw)));
	}
	const magnitude = 10 ** Math.floor(Math.log10(raw));
	const digit =
		[1, 2, 2.5, 5, 10].find((d) => d * magnitude >= raw - magnitude / 1e6) ??
		10;
	return digit * magnitude;
}
