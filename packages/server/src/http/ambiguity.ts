import type { IncomingMessage } from "node:http";

/** Why two servers could read the head of a request differently; we sit behind
 *  proxies, which may have judged by the other reading. */
export function ambiguityOf({
	url = "",
	method,
	rawHeaders,
}: Pick<IncomingMessage, "url" | "method" | "rawHeaders">): string | undefined {
	const isAsterisk = url === "*" && method === "OPTIONS";
	if (!url.startsWith("/") && !isAsterisk) {
		return "the request target must begin with a slash";
	}
	let hosts = 0;
	for (let index = 0; index < rawHeaders.length; index += 2) {
		if (rawHeaders[index]?.toLowerCase() === "host") hosts++;
	}
	return hosts > 1 ? "more than one Host header" : undefined;
}
