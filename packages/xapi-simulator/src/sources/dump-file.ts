import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { messageOf } from "@xo/std";
import { DumpError } from "./dump-error.ts";
import { DumpParser, type DumpTables } from "./dump-parser.ts";

/** Far above any real database; a bomb stops here. */
const MAX_DUMP_BYTES = 1024 ** 3;
const GZIP_MAGIC = Buffer.from([0x1f, 0x8b]);

/** Reads a XAPI database dump, plain or gzip, a piece at a time.
 *  @throws DumpError with the file's name and the place in it */
export async function readDump(file: string): Promise<DumpTables> {
	try {
		if (!(await isGzip(file))) return await parseChunks(createReadStream(file));
		return await parsePacked(file);
	} catch (error) {
		throw new DumpError(`cannot load the dump ${file}: ${reasonOf(error)}`, {
			cause: error,
		});
	}
}

function reasonOf(error: unknown): string {
	const code = error instanceof Error && "code" in error ? error.code : "";
	switch (code) {
		case "ENOENT":
			return "there is no such file";
		case "EISDIR":
			return "it is a folder";
		case "Z_BUF_ERROR":
			return "truncated: the gzip data ends too early";
		case "ERR_ENCODING_INVALID_ENCODED_DATA":
			return "not UTF-8 text";
		default:
			return messageOf(error);
	}
}

/** Whether a file is packed is told by its first bytes, not by its name. */
async function isGzip(file: string): Promise<boolean> {
	const handle = await open(file);
	try {
		const { buffer, bytesRead } = await handle.read(Buffer.alloc(2), 0, 2, 0);
		if (bytesRead === 0) throw new DumpError("the file is empty");
		return buffer.equals(GZIP_MAGIC);
	} finally {
		await handle.close();
	}
}

async function parsePacked(file: string): Promise<DumpTables> {
	const unpacked = createGunzip();
	const copied = pipeline(createReadStream(file), unpacked);
	// The parser's error closes the pipeline: it is the one to tell.
	const [parsed] = await Promise.allSettled([parseChunks(unpacked), copied]);
	if (parsed.status === "rejected") throw parsed.reason;
	return parsed.value;
}

async function parseChunks(chunks: AsyncIterable<Buffer>): Promise<DumpTables> {
	const decoder = new TextDecoder("utf-8", { fatal: true });
	const parser = new DumpParser();
	let bytes = 0;
	for await (const chunk of chunks) {
		bytes += chunk.length;
		if (bytes > MAX_DUMP_BYTES) {
			throw new DumpError(`it is larger than ${MAX_DUMP_BYTES} bytes`);
		}
		parser.write(decoder.decode(chunk, { stream: true }));
	}
	parser.write(decoder.decode());
	return parser.end();
}
