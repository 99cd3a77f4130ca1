import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const TYPES: Readonly<Record<string, string>> = {
	".css": "text/css; charset=utf-8",
	".html": "text/html; charset=utf-8",
	".js": "text/javascript; charset=utf-8",
	".svg": "image/svg+xml",
	".txt": "text/plain; charset=utf-8",
};

/** A file of the web interface, in memory. */
export interface WebFile {
	readonly body: Buffer;
	readonly type: string;
	readonly etag: string;
}

/** Beside the bundle in a build, in its application when run from source. */
function webFolder(): string {
	const here = path.dirname(fileURLToPath(import.meta.url));
	const built = path.join(here, "web");
	return existsSync(built)
		? built
		: path.resolve(here, "../../../../apps/web/public");
}

/** Every file that may be served, by its path in URLs; nothing else can be
 *  reached. */
export function loadWebFiles(folder = webFolder()): Map<string, WebFile> {
	const files = new Map<string, WebFile>();
	for (const entry of readdirSync(folder, {
		recursive: true,
		withFileTypes: true,
	})) {
		const type = TYPES[path.extname(entry.name)];
		if (!entry.isFile() || type === undefined) continue;
		const file = path.join(entry.parentPath, entry.name);
		const url = `/${path.relative(folder, file).replaceAll(path.sep, "/")}`;
		files.set(url, toWebFile(readFileSync(file), type));
	}
	return files;
}

function toWebFile(body: Buffer, type: string): WebFile {
	const hash = createHash("sha256").update(body).digest("base64url");
	return { body, type, etag: `"${hash.slice(0, 22)}"` };
}
