import { invalidParameters } from "@xo/contract";

/** What is typed as the address of a pool: `host`, `host:port`, `[v6]:port`,
 *  or a URL of `https:` (or `http:`, for tests). Gives it without a path.
 *  @throws ApiError `invalidParameters` */
export function parsePoolHost(text: string): string {
	const trimmed = text.trim();
	const isBareIpv6 = /^[0-9a-f:.]+$/i.test(trimmed) && /:.*:/.test(trimmed);
	const authority = isBareIpv6 ? `[${trimmed}]` : trimmed;
	const url = URL.parse(
		/^https?:\/\//i.test(authority) ? authority : `https://${authority}`,
	);
	const isUsable =
		url !== null &&
		url.hostname !== "" &&
		url.username === "" &&
		url.password === "" &&
		url.pathname === "/" &&
		url.search === "" &&
		url.hash === "";
	if (!isUsable) {
		throw invalidParameters(
			`not an address of a host: "${text}" (a name or IP address, with :port when it is not 443)`,
		);
	}
	return url.protocol === "http:" ? `http://${url.host}` : url.host;
}

/** The address alone: no scheme, no port, no brackets. */
export function hostAddressOf(host: string): string {
	const url = new URL(/^https?:\/\//.test(host) ? host : `https://${host}`);
	return url.hostname.replace(/^\[|\]$/g, "");
}
