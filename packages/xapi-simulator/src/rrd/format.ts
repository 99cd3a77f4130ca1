/** A number as C's `%.15g` prints it, zero as `0.0`. */
export function formatNumber(value: number): string {
	if (value === 0) return "0.0";
	if (!Number.isFinite(value)) return String(value);
	const magnitude = Math.abs(value);
	if (magnitude >= 1e-4 && magnitude < 1e15) {
		return String(Number(value.toPrecision(15)));
	}
	const [mantissa, exponent = "0"] = value.toExponential(14).split("e");
	const digits = String(Number(mantissa));
	const sign = exponent.startsWith("-") ? "-" : "+";
	return `${digits}e${sign}${exponent.slice(1).padStart(2, "0")}`;
}

const FRACTION_DIGITS = 4;
const FRACTION_UNIT = 10 ** FRACTION_DIGITS;
/** ".0001" and so on, without trailing zeros. */
const FRACTIONS: readonly string[] = Array.from(
	{ length: FRACTION_UNIT },
	(_, fraction) =>
		`.${String(fraction).padStart(FRACTION_DIGITS, "0")}`.replace(/\.?0*$/, ""),
);

/** As `formatNumber`, four times as fast, for a sample: not negative, of at
 *  most four decimals. */
export function formatSample(value: number): string {
	const scaled = Math.round(value * FRACTION_UNIT);
	if (scaled === 0) return "0.0";
	if (scaled > Number.MAX_SAFE_INTEGER) return formatNumber(value);
	const whole = Math.floor(scaled / FRACTION_UNIT);
	return whole + (FRACTIONS[scaled - whole * FRACTION_UNIT] ?? "");
}

/** Text content of an XML element. */
export function escapeXml(text: string): string {
	return text
		.replaceAll("&", "&amp;")
		.replaceAll("<", "&lt;")
		.replaceAll(">", "&gt;");
}
