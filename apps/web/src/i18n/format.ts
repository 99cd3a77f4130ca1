const UNITS = ["B", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"] as const;
const FRENCH_UNITS = ["o", "Kio", "Mio", "Gio", "Tio", "Pio", "Eio"] as const;
const NOTHING = "–";

const STEPS = [
	["year", 365 * 86_400],
	["month", 30 * 86_400],
	["week", 7 * 86_400],
	["day", 86_400],
	["hour", 3_600],
	["minute", 60],
	["second", 1],
] as const;

type Maybe = number | null | undefined;

function isNumber(value: unknown): value is number {
	return typeof value === "number" && Number.isFinite(value);
}

function toDigits(value: number): number {
	if (Number.isInteger(value)) return 0;
	return value < 10 ? 2 : value < 100 ? 1 : 0;
}

/** Figures as text in one language; a missing value is a dash. */
export class Format {
	readonly #locale: string;
	/** By their options; making one costs fifty times using it. */
	readonly #numbers = new Map<string, Intl.NumberFormat>();

	constructor(locale: string) {
		this.#locale = locale;
	}

	number(value: Maybe, options?: Intl.NumberFormatOptions): string {
		if (!isNumber(value)) return NOTHING;
		const key = JSON.stringify(options ?? {});
		let format = this.#numbers.get(key);
		if (format === undefined) {
			format = new Intl.NumberFormat(this.#locale, options);
			this.#numbers.set(key, format);
		}
		return format.format(value);
	}

	/** `bytes`: with binary units, three figures. */
	bytes(value: Maybe): string {
		if (!isNumber(value)) return NOTHING;
		const units = this.#locale.startsWith("fr") ? FRENCH_UNITS : UNITS;
		let rest = Math.abs(value);
		let index = 0;
		while (rest >= 1024 && index < units.length - 1) {
			rest /= 1024;
			index++;
		}
		const digits = toDigits(rest);
		const text = this.number(Math.sign(value) * rest, {
			maximumFractionDigits: digits,
		});
		return `${text} ${units[index]}`;
	}

	/** Bytes per second. */
	rate(value: Maybe): string {
		return isNumber(value) ? `${this.bytes(value)}/s` : NOTHING;
	}

	/** `ratio`: 0 to 1. */
	percent(ratio: Maybe): string {
		if (!isNumber(ratio)) return NOTHING;
		const isSmall = ratio !== 0 && Math.abs(ratio) < 0.0995;
		return this.number(ratio, {
			style: "percent",
			maximumFractionDigits: isSmall ? 1 : 0,
		});
	}

	/** The two largest units: "3 d 4 h". */
	duration(seconds: Maybe): string {
		if (!isNumber(seconds)) return NOTHING;
		const parts: string[] = [];
		let rest = Math.max(0, Math.round(seconds));
		for (const [unit, size] of STEPS.slice(3)) {
			const count = Math.floor(rest / size);
			rest -= count * size;
			if (count > 0 || (unit === "second" && parts.length === 0)) {
				parts.push(
					this.number(count, { style: "unit", unit, unitDisplay: "narrow" }),
				);
			} else if (parts.length > 0) break;
			if (parts.length === 2) break;
		}
		return parts.join(" ");
	}

	/** How long ago, or how far ahead; both in milliseconds since 1970. */
	relative(timeMs: Maybe, nowMs = Date.now()): string {
		if (!isNumber(timeMs)) return NOTHING;
		const seconds = (timeMs - nowMs) / 1000;
		const [unit, size] =
			STEPS.find(([, size]) => Math.abs(seconds) >= size) ?? STEPS[6];
		return new Intl.RelativeTimeFormat(this.#locale, {
			numeric: "auto",
		}).format(Math.trunc(seconds / size), unit);
	}

	/** `timeMs`: milliseconds since 1970. */
	dateTime(timeMs: Maybe): string {
		if (!isNumber(timeMs)) return NOTHING;
		return new Intl.DateTimeFormat(this.#locale, {
			dateStyle: "medium",
			timeStyle: "short",
		}).format(timeMs);
	}

	/** `timeMs`: milliseconds since 1970. */
	date(timeMs: Maybe): string {
		if (!isNumber(timeMs)) return NOTHING;
		return new Intl.DateTimeFormat(this.#locale, {
			dateStyle: "medium",
		}).format(timeMs);
	}

	list(items: readonly string[]): string {
		return new Intl.ListFormat(this.#locale, { type: "conjunction" }).format(
			items,
		);
	}
}
