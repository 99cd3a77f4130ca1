/** What XAPI writes where a date is not set. */
export const EPOCH_DATE = "19700101T00:00:00Z";

const DATE =
	/^(\d{4})-?(\d{2})-?(\d{2})[T ](\d{2}):?(\d{2})(?::?(\d{2})(?:\.(\d{1,3})\d*)?)?(Z|[+-]\d{2}:?\d{2})?$/;
const UNIX_SECONDS = /^\d{1,12}(?:\.\d+)?$/;

/** Milliseconds since the Unix epoch of a date as XAPI writes it: compact or
 *  dashed, with a zone or without (then taken as UTC), or Unix seconds.
 *  `undefined` if it is none of these. */
export function parseXapiDate(text: string): number | undefined {
	if (UNIX_SECONDS.test(text)) return Math.round(Number(text) * 1000);
	const match = DATE.exec(text);
	if (match === null) return undefined;
	const [, year, month, day, hour, minute, second = "0", fraction = "", zone] =
		match;
	const fields = [year, month, day, hour, minute, second].map(Number);
	const [y = 0, mo = 0, d = 0, h = 0, mi = 0, s = 0] = fields;
	if (mo < 1 || mo > 12 || d < 1 || d > 31 || h > 24 || mi > 59 || s > 60) {
		return undefined;
	}
	const date = new Date(0);
	date.setUTCFullYear(y, mo - 1, d);
	date.setUTCHours(h, mi, s, Number(fraction.padEnd(3, "0")));
	return date.getTime() - zoneOffsetMs(zone);
}

function zoneOffsetMs(zone: string | undefined): number {
	if (zone === undefined || zone === "Z") return 0;
	const digits = zone.replace(":", "");
	const minutes = Number(digits.slice(1, 3)) * 60 + Number(digits.slice(3));
	return (zone.startsWith("-") ? -minutes : minutes) * 60_000;
}

/** `20260821T15:31:45Z` of milliseconds since the Unix epoch. */
export function formatXapiDate(timestampMs: number): string {
	return `${new Date(timestampMs)
		.toISOString()
		.slice(0, 19)
		.replaceAll("-", "")}Z`;
}
