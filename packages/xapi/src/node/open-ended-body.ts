import { PassThrough, type Readable } from "node:stream";
import { XapiError } from "../common/xapi-error.ts";

/** Announced where the length is not known: XAPI takes no chunked bodies. */
export const UNKNOWN_LENGTH_BYTES = 2 ** 50;

/** The bytes of `source`, without an end: who takes them knows by their format
 *  where they end, and answers. Fails when there is no answer for `timeoutMs`
 *  after the last of them. */
export function withoutEnd(
	source: Readable,
	{ timeoutMs }: { readonly timeoutMs: number },
): Readable {
	const body = new PassThrough();
	let timer: NodeJS.Timeout | undefined;
	source.once("error", (error) => body.destroy(error));
	source.once("end", () => {
		timer = setTimeout(() => {
			body.destroy(new XapiError("TIMEOUT", { params: ["answer"] }));
		}, timeoutMs);
	});
	body.once("close", () => {
		clearTimeout(timer);
		source.destroy();
	});
	return source.pipe(body, { end: false });
}
