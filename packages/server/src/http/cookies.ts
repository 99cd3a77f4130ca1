/** Cookies of a request by name; the first of two wins. */
export function parseCookies(
	header: string | undefined,
): ReadonlyMap<string, string> {
	const cookies = new Map<string, string>();
	for (const part of header?.split(";") ?? []) {
		const equals = part.indexOf("=");
		if (equals === -1) continue;
		const name = part.slice(0, equals).trim();
		const value = part
			.slice(equals + 1)
			.trim()
			.replace(/^"(.*)"$/, "$1");
		if (!cookies.has(name)) cookies.set(name, decode(value));
	}
	return cookies;
}

/** A `Set-Cookie` header that scripts cannot read and other sites cannot make
 *  a browser send. Without `maxAgeS` it ends with the browser; 0 deletes it. */
export function formatCookie(cookie: {
	readonly name: string;
	readonly value: string;
	readonly maxAgeS?: number | undefined;
	readonly isSecure: boolean;
}): string {
	const { name, value, maxAgeS, isSecure } = cookie;
	return [
		`${name}=${encodeURIComponent(value)}`,
		"Path=/",
		...(maxAgeS === undefined ? [] : [`Max-Age=${Math.floor(maxAgeS)}`]),
		"HttpOnly",
		"SameSite=Strict",
		...(isSecure ? ["Secure"] : []),
	].join("; ");
}

function decode(value: string): string {
	try {
		return decodeURIComponent(value);
	} catch {
		return value;
	}
}
