import type { ServerResponse } from "node:http";
import type { FastifyReply } from "fastify";

/** Resolves when there is room again, or nobody left to read. */
function untilWritable(response: ServerResponse): Promise<void> {
	return new Promise((resolve) => {
		const settle = () => {
			response.off("drain", settle);
			response.off("close", settle);
			resolve();
		};
		response.on("drain", settle);
		response.on("close", settle);
	});
}

/** Sends a body in chunks at the pace of the reader; stops when it leaves. */
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
	try {
		while (!next.done) {
			if (raw.destroyed) return;
			if (!raw.write(next.value)) await untilWritable(raw);
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
