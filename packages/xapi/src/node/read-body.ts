import type { Readable } from "node:stream";
import { finished } from "node:stream/promises";
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
	let size = 0;
	const take = (chunk: Uint8Array) => {
		size += chunk.length;
		if (size > maxBytes) throw tooLarge(maxBytes);
		consume(chunk);
	};
	if (body instanceof Uint8Array) take(body);
	else await readStream(body, take);
}

/** By events: iterating costs several promises and ticks a chunk, which adds
 *  up. */
async function readStream(
	body: Readable,
	take: (chunk: Uint8Array) => void,
): Promise<void> {
	let hasFailed = false;
	let late: Promise<void> | undefined;
	const giveUp = (error: unknown) => {
		body.destroy(error as Error);
	};
	body.on("data", (chunk: Uint8Array) => {
		const pause = slicer.pause();
		if (pause === undefined) {
			try {
				take(chunk);
			} catch (error) {
				giveUp(error);
			}
			return;
		}
		body.pause();
		late = pause.then(() => {
			if (hasFailed) return;
			take(chunk);
			body.resume();
		});
		late.catch(giveUp);
	});
	try {
		await finished(body);
		// The end does not wait for a chunk that was put off.
		await late;
	} catch (error) {
		hasFailed = true;
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
