import type { Readable } from "node:stream";
import { TimeSlicer } from "../common/time-slicer.ts";
import { XapiError } from "../common/xapi-error.ts";
import { toXapiError } from "./network-error.ts";

/** One for the process: all pools share the event loop. */
const slicer = new TimeSlicer((callback) => setImmediate(callback));

/** Whole when it was short. */
export type HttpBody = Readable | Buffer;

/** Feeds a body to a consumer in slices that leave the event loop free. */
export async function readBody(
	body: HttpBody,
	maxBytes: number,
	consume: (chunk: Uint8Array) => void,
): Promise<void> {
	if (body instanceof Uint8Array) {
		if (body.length > maxBytes) throw tooLarge(maxBytes);
		consume(body);
		return;
	}
	let size = 0;
	try {
		for await (const chunk of body) {
			size += chunk.length;
			if (size > maxBytes) throw tooLarge(maxBytes);
			await slicer.pause();
			consume(chunk);
		}
	} catch (error) {
		throw toXapiError(error);
	}
}

/** A whole body as text. */
export async function readText(
	body: HttpBody,
	maxBytes: number,
): Promise<string> {
	const parts: Uint8Array[] = [];
	await readBody(body, maxBytes, (chunk) => {
		parts.push(chunk);
	});
	return Buffer.concat(parts).toString();
}

function tooLarge(maxBytes: number): XapiError {
	return new XapiError("PROTOCOL_ERROR", {
		params: [`the answer exceeds ${maxBytes} bytes`],
	});
}
