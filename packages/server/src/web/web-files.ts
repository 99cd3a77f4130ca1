import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const TYPES: Readonly<Record<string, string>> = {
	".css": "text/css; charset=utf-8",
	".html": "text/html; charset=utf-8",
	".js": "text/javascript; charset=utf-8",
	".json": "application/json; charset=utf-8",
	".png": "image/png",
	".svg": "image/svg+xml",
	".txt": "text/plain; charset=utf-8",
	".woff2": "font/woff2",
};

/** File name suffix of each encoding that a build may have made, best first. */
const ENCODINGS = [
	["br", ".br"],
	["gzip", ".gz"],
] as const;

interface Content {
	readonly body: Buffer;
	readonly etag: string;
	/** Compressed forms by encoding, best first. */
	readonly encodings: ReadonlyMap<string, Buffer>;
}

/** A file of the web interface, in memory from its first use on: most pages
 *  are never opened. */
export class WebFile {
	readonly type: string;
	/** Its name changes with its content. */
	readonly isImmutable: boolean;
	readonly #file: string;
	#content: Content | undefined;

	constructor(file: string, url: string, type: string) {
		this.#file = file;
		this.type = type;
		this.isImmutable = url.startsWith("/assets/");
	}

	/** `undefined` when another build took its place meanwhile. */
	get content(): Content | undefined {
		if (this.#content === undefined && existsSync(this.#file)) {
			this.#content = readContent(this.#file);
		}
		return this.#content;
	}
}

/** Beside the bundle in a build, in the last build when run from source. */
function webFolder(): string {
	const here = path.dirname(fileURLToPath(import.meta.url));
	const built = path.join(here, "web");
	return existsSync(path.join(built, "index.html"))
		? built
		: path.resolve(here, "../../../../dist/web");
}

const DOCUMENT = "/index.html";

/** Every file that may be served, by its path in URLs; nothing else can be
 *  reached. None when the interface was not built. */
export class WebFiles {
	readonly #folder: string;
	#files: ReadonlyMap<string, WebFile> = new Map();
	#builtAt: number | undefined;

	constructor(folder = webFolder()) {
		this.#folder = folder;
		this.#readBuild();
	}

	/** The document names all others: another build is looked for when it, or
	 *  what is not known, is asked for. */
	get(url: string): WebFile | undefined {
		const known = this.#files.get(url);
		if (known !== undefined && url !== DOCUMENT) return known;
		this.#readBuild();
		return this.#files.get(url);
	}

	/** Those that keep their names from build to build. */
	get fixedUrls(): readonly string[] {
		return [...this.#files]
			.filter(([url, { isImmutable }]) => url !== DOCUMENT && !isImmutable)
			.map(([url]) => url);
	}

	#readBuild(): void {
		const document = path.join(this.#folder, DOCUMENT);
		const builtAt = statSync(document, { throwIfNoEntry: false })?.mtimeMs;
		// While a build is being made, the one before is served.
		if (builtAt === undefined || builtAt === this.#builtAt) return;
		this.#builtAt = builtAt;
		this.#files = readFolder(this.#folder);
	}
}

function readFolder(folder: string): Map<string, WebFile> {
	const files = new Map<string, WebFile>();
	for (const entry of readdirSync(folder, {
		recursive: true,
		withFileTypes: true,
	})) {
		const type = TYPES[path.extname(entry.name)];
		if (!entry.isFile() || type === undefined) continue;
		const file = path.join(entry.parentPath, entry.name);
		const url = `/${path.relative(folder, file).replaceAll(path.sep, "/")}`;
		// What is hidden is not for browsers.
		if (url.includes("/.")) continue;
		files.set(url, new WebFile(file, url, type));
	}
	return files;
}

function readContent(file: string): Content {
	const body = readFileSync(file);
	const hash = createHash("sha256").update(body).digest("base64url");
	const encodings = new Map<string, Buffer>();
	for (const [encoding, suffix] of ENCODINGS) {
		if (existsSync(file + suffix)) {
			encodings.set(encoding, readFileSync(file + suffix));
		}
	}
	return { body, etag: `"${hash.slice(0, 22)}"`, encodings };
}
