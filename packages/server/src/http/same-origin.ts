import type { IncomingHttpHeaders } from "node:http";

/** Whether a browser's request comes from a page of ours. */
export function isSameOrigin(headers: IncomingHttpHeaders): boolean {
	const { origin, host } = headers;
	if (origin === undefined || host === undefined) return false;
	return URL.parse(origin)?.host === host.toLowerCase();
}

/** Told to who used a name that is not ours. */
export const UNKNOWN_HOST =
	"unknown Host: add this name to http.hostNames in the configuration";

/** Whether a `Host` header names us: a configured name, an IP address, or a
 *  loopback name. A rebound DNS name is none of these. */
export function isKnownHost(
	header: string | undefined,
	configured: readonly string[],
): boolean {
	if (header === undefined) return false;
	const hostname = URL.parse(`http://${header}`)?.hostname;
	if (hostname === undefined) return false;
	return (
		hostname === "localhost" ||
		hostname.endsWith(".localhost") ||
		/^\[.*\]$/.test(hostname) ||
		/^\d+\.\d+\.\d+\.\d+$/.test(hostname) ||
		configured.includes(hostname)
	);
}
