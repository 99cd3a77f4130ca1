const TOKEN =
	/"(?:[^"\\]|\\.)*"|-?\b(?:NaN|nan|Infinity|inf)\b|[A-Za-z_]\w*(?=\s*:)/g;
const MARK = "\u0001";

/** Bare numbers where values stand. Inside of a string, the quotes that are put
 *  around them would end it: the text is then no JSON. */
const BARE = /([:,[\s])(-?(?:NaN|nan|Infinity|inf))(?=[,\]}\s])/g;

/** `JSON.parse` that also reads what pools write: bare `NaN`, `Infinity` and,
 *  in old releases, keys without quotes. Costs nothing extra on strict JSON. */
export function parseLenientJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		try {
			return restore(JSON.parse(text.replaceAll(BARE, '$1"\\u0001$2"')));
		} catch (error) {
			const strict = text.replaceAll(TOKEN, (token) => {
				if (token.startsWith('"')) return token;
				return isNonFinite(token) ? `"\\u0001${token}"` : `"${token}"`;
			});
			if (strict === text) throw error;
			return restore(JSON.parse(strict));
		}
	}
}

/** Makes marked texts numbers, in their places: a reviver of `JSON.parse` takes
 *  ten times as long, and statistics are long lists of numbers. */
function restore(value: unknown): unknown {
	if (typeof value === "string") {
		return value.startsWith(MARK) ? parseNonFinite(value.slice(1)) : value;
	}
	if (Array.isArray(value)) {
		for (let index = 0; index < value.length; index++) {
			const item: unknown = value[index];
			if (typeof item !== "number") value[index] = restore(item);
		}
	} else if (typeof value === "object" && value !== null) {
		for (const [key, item] of Object.entries(value)) {
			const restored = restore(item);
			if (restored === item) continue;
			Object.defineProperty(value, key, {
				value: restored,
				writable: true,
				enumerable: true,
				configurable: true,
			});
		}
	}
	return value;
}

function isNonFinite(token: string): boolean {
	return /^-?(?:NaN|nan|Infinity|inf)$/.test(token);
}

/** A number as pools write it, in JSON (quoted or not) and in XML. */
export function parseNonFinite(text: string): number {
	switch (text) {
		case "inf":
		case "Infinity":
			return Number.POSITIVE_INFINITY;
		case "-inf":
		case "-Infinity":
			return Number.NEGATIVE_INFINITY;
		default:
			return text.trim() === "" ? Number.NaN : Number(text);
	}
}
