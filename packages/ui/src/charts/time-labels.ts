const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/** Labels of the time axis, as exact as the distance of its ticks asks. */
export function createTimeLabels(
	locale: string,
): (timesMs: readonly number[], stepMs: number) => string[] {
	const format = (options: Intl.DateTimeFormatOptions) => {
		const printer = new Intl.DateTimeFormat(locale, options);
		return (timeMs: number) => printer.format(timeMs);
	};
	const seconds = format({ timeStyle: "medium" });
	const minutes = format({ hour: "2-digit", minute: "2-digit" });
	const days = format({ day: "numeric", month: "short" });
	const months = format({ month: "short", year: "numeric" });
	return (timesMs, stepMs) =>
		timesMs.map((timeMs) => {
			if (stepMs >= 28 * DAY_MS) return months(timeMs);
			if (stepMs >= DAY_MS || isMidnight(timeMs)) return days(timeMs);
			return stepMs < MINUTE_MS ? seconds(timeMs) : minutes(timeMs);
		});
}

function isMidnight(timeMs: number): boolean {
	const date = new Date(timeMs);
	return date.getHours() === 0 && date.getMinutes() === 0;
}

/** Full date and time of a moment, to the second. */
export function createMomentLabel(locale: string): (timeMs: number) => string {
	const printer = new Intl.DateTimeFormat(locale, {
		dateStyle: "medium",
		timeStyle: "medium",
	});
	return (timeMs) => printer.format(timeMs);
}
