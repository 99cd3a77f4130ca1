import { XapiError } from "../xapi-error.ts";

export function malformed(what: string): XapiError {
	return new XapiError("PROTOCOL_ERROR", { params: [`statistics: ${what}`] });
}
