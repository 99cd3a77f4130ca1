import { randomBytes } from "node:crypto";
import { link, open, unlink } from "node:fs/promises";
import path from "node:path";
import { makeFolder } from "@xo/std/make-folder";
import { StoreError } from "../errors.ts";

const HEADER = "xo-store-key-1";
const KEY_BYTES = 32;
const BASE64 = /^[A-Za-z0-9+/]{43}=$/;

function parseKey(text: string, file: string): Buffer {
	const [header, encoded = ""] = text.split("\n");
	if (header === HEADER && BASE64.test(encoded)) {
		return Buffer.from(encoded, "base64");
	}
	throw new StoreError(
		"wrong-key",
		`${file} is not a key file of this program: restore it from a backup`,
	);
}

/** The key, or undefined where there is no such file.
 *  @throws StoreError `insecure-key`, `wrong-key`, `unreachable` */
export async function readKeyFile(file: string): Promise<Buffer | undefined> {
	try {
		await using handle = await open(file, "r");
		const { mode } = await handle.stat();
		if ((mode & 0o077) !== 0) {
			const shown = (mode & 0o777).toString(8);
			throw new StoreError(
				"insecure-key",
				`other accounts can read the key file ${file} (mode ${shown}): chmod 600 it`,
			);
		}
		return parseKey(await handle.readFile("utf8"), file);
	} catch (cause) {
		if ((cause as NodeJS.ErrnoException).code === "ENOENT") return undefined;
		throw toKeyError(cause, file);
	}
}

/** Makes a new key; whole and durable, or not there at all.
 *  @throws StoreError `unreachable` also when the file exists */
export async function createKeyFile(file: string): Promise<Buffer> {
	const key = randomBytes(KEY_BYTES);
	const folder = path.dirname(path.resolve(file));
	const draft = `${file}.${process.pid}.new`;
	try {
		makeFolder(folder);
		await writeDurably(draft, `${HEADER}\n${key.toString("base64")}\n`);
		try {
			// Unlike rename, link never replaces a key.
			await link(draft, file);
		} finally {
			await unlink(draft);
		}
		await using handle = await open(folder, "r");
		await handle.sync();
		return key;
	} catch (cause) {
		throw toKeyError(cause, file);
	}
}

async function writeDurably(file: string, text: string): Promise<void> {
	await using handle = await open(file, "w", 0o600);
	await handle.writeFile(text);
	await handle.sync();
}

function toKeyError(cause: unknown, file: string): StoreError {
	if (cause instanceof StoreError) return cause;
	const code = (cause as NodeJS.ErrnoException).code;
	return new StoreError(
		"unreachable",
		`the key file ${file} cannot be read or created (${code})`,
		{ cause },
	);
}
