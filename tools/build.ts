// Bundles what production and the demo run: one file a process, workers as
// entries of their own. Takes about a second.
import { cpSync, existsSync, mkdirSync, rmSync } from "node:fs";
import path from "node:path";
import { build } from "esbuild";

const ROOT = path.dirname(import.meta.dirname);
const DIST = path.join(ROOT, "dist");

/** Name of the bundle -> its source. */
export const ENTRIES: Readonly<Record<string, string>> = {
	server: "apps/server/src/main.ts",
	demo: "apps/demo/src/main.ts",
	cli: "apps/cli/src/main.ts",
	simulator: "packages/xapi-simulator/src/cli/main.ts",
	"sqlite-worker": "packages/store/src/sqlite/sqlite-worker.ts",
};

/** CommonJS dependencies ask for `require`, which modules do not have. */
const BANNER = `import { createRequire as __createRequire } from "node:module";
const require = __createRequire(import.meta.url);`;

export async function buildAll(): Promise<void> {
	rmSync(DIST, { recursive: true, force: true });
	mkdirSync(DIST, { recursive: true });
	await build({
		absWorkingDir: ROOT,
		entryPoints: Object.fromEntries(
			Object.entries(ENTRIES).filter(([, source]) =>
				existsSync(path.join(ROOT, source)),
			),
		),
		outdir: DIST,
		outExtension: { ".js": ".mjs" },
		bundle: true,
		splitting: false,
		platform: "node",
		target: "node24",
		format: "esm",
		minify: true,
		keepNames: true,
		legalComments: "none",
		sourcemap: false,
		external: ["pg-native", "pg-cloudflare"],
		banner: { js: BANNER },
		logLevel: "warning",
	});
	const web = path.join(ROOT, "apps/web/public");
	cpSync(web, path.join(DIST, "web"), { recursive: true });
	const swagger = path.join(ROOT, "node_modules/swagger-ui-dist");
	mkdirSync(path.join(DIST, "swagger-ui"));
	for (const name of ["swagger-ui.css", "swagger-ui-bundle.js"]) {
		cpSync(path.join(swagger, name), path.join(DIST, "swagger-ui", name));
	}
}

if (import.meta.main) await buildAll();
