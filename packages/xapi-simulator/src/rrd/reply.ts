import type { IncomingMessage, ServerResponse } from "node:http";

/** Whether JSON is wanted: the `Accept` header decides where it names one of
 *  the two forms, otherwise the presence of the `json` key. */
export function wantsJson(
	request: IncomingMessage,
	query: URLSearchParams,
): boolean {
	const accept = request.headers.accept ?? "";
	if (/application\/json|\*\/\*/.test(accept)) return true;
	if (accept.includes("text/xml")) return false;
	return query.has("json");
}

export function answer(
	response: ServerResponse,
	isJson: boolean,
	body: string,
): void {
	response.writeHead(200, {
		"content-type": isJson ? "application/json" : "text/xml",
		"content-length": Buffer.byteLength(body),
		"access-control-allow-origin": "*",
	});
	response.end(body);
}
