import { ApiError } from "@xo/contract";
import type { FastifyInstance } from "fastify";
import { hasForbiddenKey } from "../api/forbidden-keys.ts";
import { isTooDeep, MAX_JSON_DEPTH } from "../http/json-depth.ts";

function badRequest(message: string): ApiError {
	return new ApiError("invalidRequest", { message });
}

/** @throws ApiError `invalidRequest` */
function parseBody(text: string): unknown {
	// Clients name the type of a body that they do not send.
	if (text.trim() === "") return undefined;
	if (isTooDeep(text)) {
		throw badRequest(
			`the JSON of the body nests deeper than ${MAX_JSON_DEPTH} levels`,
		);
	}
	let value: unknown;
	try {
		value = JSON.parse(text);
	} catch (error) {
		throw badRequest(
			`the body is not valid JSON: ${(error as SyntaxError).message}`,
		);
	}
	if (hasForbiddenKey(text, value)) {
		throw badRequest('a key of the body must not be "__proto__"');
	}
	return value;
}

/** JSON is the only type of body. */
export function acceptJsonOnly(app: FastifyInstance): void {
	app.removeAllContentTypeParsers();
	app.addContentTypeParser(
		"application/json",
		{ parseAs: "string" },
		async (_: unknown, body: string) => parseBody(body),
	);
}
