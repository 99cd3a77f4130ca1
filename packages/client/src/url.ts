/** Address of the JSON-RPC socket of a server. Accepts `http`, `https`, `ws`
 *  and `wss`, with or without path; no scheme means `wss`. User information is
 *  dropped: credentials are sent in the sign-in only.
 *  @throws TypeError when it is not an address. */
export function toSocketUrl(address: string): string {
	const trimmed = address.trim();
	const hasScheme = /^[a-z][a-z0-9+.-]*:\/\//i.test(trimmed);
	const url = parse(hasScheme ? trimmed : `wss://${trimmed}`, address);
	const secure = url.protocol === "https:" || url.protocol === "wss:";
	if (!secure && url.protocol !== "http:" && url.protocol !== "ws:") {
		throw new TypeError(`not the address of a server: ${address}`);
	}
	const path = url.pathname.replace(/\/+$/, "");
	const suffix = path.endsWith("/api") ? "/" : "/api/";
	return `${secure ? "wss" : "ws"}://${url.host}${path}${suffix}`;
}

function parse(text: string, address: string): URL {
	try {
		return new URL(text);
	} catch {
		throw new TypeError(`not the address of a server: ${address}`);
	}
}
