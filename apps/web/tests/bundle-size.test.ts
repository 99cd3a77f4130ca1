import { readFileSync, statSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";

const DIST = path.resolve(import.meta.dirname, "../../../dist/web");
/** Compressed script before the first page, and before the list of VMs. */
const MAX_FRAME_BYTES = 290 * 1024;
const MAX_LIST_BYTES = 350 * 1024;
/** Scripts, styles, the Latin font and the document. */
const MAX_ALL_BYTES = 1024 * 1024;
const LATIN = /inter-latin-wght-normal/;

interface Chunk {
	readonly file: string;
	readonly imports?: readonly string[];
	readonly css?: readonly string[];
	readonly assets?: readonly string[];
}

function readManifest(): Readonly<Record<string, Chunk>> {
	const file = path.join(DIST, ".vite/manifest.json");
	return JSON.parse(readFileSync(file, "utf8"));
}

/** Chunks with all that they need at once. */
function closureOf(patterns: readonly RegExp[]): Set<Chunk> {
	const manifest = readManifest();
	const names = patterns.map((pattern) =>
		Object.keys(manifest).find((name) => pattern.test(name)),
	);
	const found = new Set<Chunk>();
	const visit = (name: string | undefined): void => {
		const chunk = manifest[name ?? ""];
		if (chunk === undefined) throw new Error(`no chunk ${name ?? patterns}`);
		if (found.has(chunk)) return;
		found.add(chunk);
		chunk.imports?.forEach(visit);
	};
	names.forEach(visit);
	return found;
}

/** As the daemon sends it. */
function sizeOf(file: string): number {
	const full = path.join(DIST, file);
	try {
		return statSync(`${full}.br`).size;
	} catch {
		return statSync(full).size;
	}
}

function scriptBytes(chunks: Iterable<Chunk>): number {
	return [...chunks].reduce((sum, { file }) => sum + sizeOf(file), 0);
}

const FRAME = [/^_frame-.*\.js$/, /locales\/en\.json$/];
const LIST = /pages\/lists\/VmsPage\.tsx$/;

test("the frame is small", () => {
	const bytes = scriptBytes(closureOf(FRAME));
	expect(bytes).toBeGreaterThan(50 * 1024);
	expect(bytes).toBeLessThan(MAX_FRAME_BYTES);
});

test("so is all that comes before the list of VMs is usable", () => {
	const chunks = closureOf([...FRAME, LIST]);
	expect(scriptBytes(chunks)).toBeLessThan(MAX_LIST_BYTES);

	const others = new Set([
		"index.html",
		...[...chunks].flatMap(({ css = [], assets = [] }) => [
			...css,
			...assets.filter((file) => LATIN.test(file)),
		]),
	]);
	const rest = [...others].reduce((sum, file) => sum + sizeOf(file), 0);
	expect(scriptBytes(chunks) + rest).toBeLessThan(MAX_ALL_BYTES);
});
