import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { nextMessage, startProcess } from "./children.ts";

/** Starts a process that sends `bytes` from memory, at `/bytes` by HTTP and
 *  WebSocket, and echoes at `/echo`. Gives its address. */
export async function startBaseline(
	stack: AsyncDisposableStack,
	bytes?: Buffer,
): Promise<string> {
	const child = stack.use(startProcess("baseline-server"));
	const folder = mkdtempSync(path.join(tmpdir(), "xo-bench-bytes-"));
	try {
		const file = path.join(folder, "bytes");
		if (bytes !== undefined) writeFileSync(file, bytes);
		child.process.send({ file: bytes && file });
		return `http://127.0.0.1:${await nextMessage<number>(child)}`;
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}
