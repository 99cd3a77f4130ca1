const TOKEN =
	/"(?:[^"\\]|\\.)*"|-?\b(?:NaN|nan|Infinity|inf)\b|[A-Za-z_]\w*(?=\s*:)/g;
const MARK = "\u0001";

/** `JSON.parse` that also reads what pools write: bare `NaN`, `Infinity` and,
 *  in old releases, keys without quotes. Costs nothing extra on strict JSON. */
export function parseLenientJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch (error) {
		const strict = text.replaceAll(TOKEN, (token) => {
			if (token.startsWith('"')) return token;
			return isNonFinite(token) ? `"\\u0001${token}"` : `"${token}"`;
		});
		if (strict === text) throw error;
		return JSON.parse(strict, (_key, value) =>
			typeof value === "string" && value.startsWith(MARK)
				? parseNonFinite(value.slice(1))
				: value,
		);
	}
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
