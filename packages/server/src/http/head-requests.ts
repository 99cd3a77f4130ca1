import type { IncomingMessage } from "node:http";

const heads = new WeakSet<IncomingMessage>();

/** HEAD goes the way of GET, without a route for each path: Node.js knows by
 *  then that no body is sent. Gives the URL, unchanged, as a router asks for. */
export function routeHeadAsGet(request: IncomingMessage): string {
	if (request.method === "HEAD") {
		heads.add(request);
		request.method = "GET";
	}
	return request.url ?? "/";
}

/** Whether the client wants no body. */
export function isHead(request: { readonly raw: IncomingMessage }): boolean {
	return heads.has(request.raw);
}
