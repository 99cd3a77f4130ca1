import { writeFileSync } from "node:fs";
import path from "node:path";
import { nextMessage, startProcess } from "./children.ts";
import { makeScratch } from "./scratch.ts";

/** Starts a process that sends `bytes` from memory, at `/bytes` by HTTP and
 *  WebSocket, and echoes at `/echo`. Gives its address. */
export async function startBaseline(
	stack: AsyncDisposableStack,
	bytes?: Buffer,
): Promise<string> {
	const child = stack.use(startProcess("baseline-server"));
	using scratch = makeScratch("bytes");
	const file = path.join(scratch.folder, "bytes");
	if (bytes !== undefined) writeFileSync(file, bytes);
	child.process.send({ file: bytes && file });
	return `http://127.0.0.1:${await nextMessage<number>(child)}`;
}
