// Builds the web interface and compresses it, so that the daemon does not.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { build } from "vite";

const ROOT = path.dirname(import.meta.dirname);
const COMPRESSIBLE = /\.(css|html|js|json|svg|txt)$/;
/** Of less, a compressed form is hardly smaller than a packet. */
const MIN_BYTES = 1_000;

async function compress(file: string): Promise<void> {
	const body = readFileSync(file);
	if (body.length < MIN_BYTES) return;
	const [br, gz] = await Promise.all([
		promisify(brotliCompress)(body, {
			params: {
				[constants.BROTLI_PARAM_QUALITY]: 11,
				[constants.BROTLI_PARAM_SIZE_HINT]: body.length,
			},
		}),
		promisify(gzip)(body, { level: 9 }),
	]);
	writeFileSync(`${file}.br`, br);
	writeFileSync(`${file}.gz`, gz);
}

/** Builds into `folder`: index.html, assets with hashed names, and `.br` and
 *  `.gz` beside each text. */
export async function buildWeb(folder: string): Promise<void> {
	await build({
		configFile: path.join(ROOT, "apps/web/vite.config.ts"),
		logLevel: "warn",
		build: { outDir: folder },
	});
	const files = readdirSync(folder, { recursive: true, encoding: "utf8" });
	await Promise.all(
		files
			.filter((name) => COMPRESSIBLE.test(name))
			.map((name) => compress(path.join(folder, name))),
	);
}
