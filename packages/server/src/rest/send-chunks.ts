import type { FastifyReply } from "fastify";
import { isHead } from "../http/head-requests.ts";

/** Sends a body in chunks at the pace of the reader; stops when it leaves.
 *  A chunk is made while the one before is sent, and its buffer is free once
 *  the chunk after the next is asked for. */
export async function sendChunks(
	reply: FastifyReply,
	contentType: string,
	chunks: AsyncIterable<Buffer>,
): Promise<void> {
	const iterator = chunks[Symbol.asyncIterator]();
	// The first chunk is made before the status is sent: what fails at once
	// still gets its error answer.
	let next = await iterator.next();
	reply.hijack();
	const { raw } = reply;
	raw.writeHead(200, {
		...reply.getHeaders(),
		"content-type": contentType,
	} as Record<string, string>);
	const closed = new Promise<void>((resolve) => {
		raw.once("close", resolve);
	});
	try {
		let sent: Promise<unknown> | undefined;
		while (!next.done && !isHead(reply.request)) {
			await sent;
			if (raw.destroyed) return;
			const { value } = next;
			const written = new Promise<unknown>((resolve) => {
				raw.write(value, resolve);
			});
			sent = Promise.race([written, closed]);
			next = await iterator.next();
		}
		raw.end();
	} catch {
		// The status is gone already: an unfinished body tells the client.
		raw.destroy();
	} finally {
		await iterator.return?.();
	}
}
