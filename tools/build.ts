// Bundles what production and the demo run: one file a process, workers as
// entries of their own. Takes a few seconds.
import { spawn } from "node:child_process";
import {
	cpSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	renameSync,
	rmSync,
	writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { type BuildOptions, build, type Plugin, stop } from "esbuild";
import { withLock } from "./build-lock.ts";
import { buildWeb } from "./build-web.ts";

const ROOT = path.dirname(import.meta.dirname);
const DIST = path.join(ROOT, "dist");
const CACHE = path.join(ROOT, ".cache");

/** Name of the bundle -> its source. */
const ENTRIES: Readonly<Record<string, string>> = {
	demo: "apps/demo/src/main.ts",
	cli: "apps/cli/src/main.ts",
	simulator: "packages/xapi-simulator/src/cli/main.ts",
	"sqlite-worker": "packages/store/src/sqlite/sqlite-worker.ts",
};

/** What a start does not need: messages of zod in fifty languages. */
const WITHOUT_LOCALES: Plugin = {
	name: "without-locales",
	setup: ({ onLoad }) => {
		onLoad({ filter: /zod\/v4\/locales\/index\.js$/ }, () => ({
			contents: `export { default as en } from "./en.js";`,
		}));
	},
};

/** Loaded at the first connection to a pool, so a file of its own. */
const APART: Plugin = {
	name: "apart",
	setup: ({ onResolve }) => {
		onResolve({ filter: /^undici$/ }, () => ({
			path: "./undici.cjs",
			external: true,
		}));
	},
};

const COMMON: BuildOptions = {
	absWorkingDir: ROOT,
	bundle: true,
	platform: "node",
	target: "node24",
	minify: true,
	legalComments: "none",
	external: [
		...["pg-native", "pg-cloudflare"],
		// Fastify's, for what is not used here: schemas of routes, injection.
		...["@fastify/ajv-compiler", "@fastify/fast-json-stringify-compiler"],
		"light-my-request",
	],
	plugins: [WITHOUT_LOCALES],
	logLevel: "warning",
};

/** CommonJS dependencies ask for `require`, which modules do not have. */
const BANNER = `import { createRequire as __createRequire } from "node:module";
const require = __createRequire(import.meta.url);`;

/** The daemon is a CommonJS bundle: modules load each builtin's every export,
 *  which costs a quarter of the start. The launcher brings V8's code cache. */
const DAEMON = `import { run } from "./apps/server/src/run.ts";
export const start = (sqliteWorker) => run(process.argv.slice(2), sqliteWorker).then(
	(code) => process.exit(code),
	(error) => {
		process.stderr.write(\`xo-server: \${error instanceof Error ? error.message : error}\\n\`);
		process.exit(1);
	},
);`;

/** The thread for SQLite starts beside the program. */
const LAUNCHER = `import module from "node:module";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
module.enableCompileCache(fileURLToPath(new URL("./compile-cache", import.meta.url)));
process.on("exit", () => module.flushCompileCache());
const worker = new Worker(new URL("./sqlite-worker.mjs", import.meta.url));
module.createRequire(import.meta.url)("./server-main.cjs").start(worker);
`;

async function buildDaemon(folder: string): Promise<void> {
	await build({
		...COMMON,
		entryPoints: { undici: "node_modules/undici/index.js" },
		outdir: folder,
		outExtension: { ".js": ".cjs" },
		format: "cjs",
	});
	await build({
		...COMMON,
		plugins: [WITHOUT_LOCALES, APART],
		stdin: { contents: DAEMON, resolveDir: ROOT, loader: "ts" },
		outfile: path.join(folder, "server-main.cjs"),
		format: "cjs",
		define: {
			"import.meta.url": "__moduleUrl",
			"import.meta.dirname": "__dirname",
		},
		banner: {
			js: `const __moduleUrl = require("node:url").pathToFileURL(__filename).href;`,
		},
	});
	writeFileSync(path.join(folder, "server.mjs"), LAUNCHER);
}

/** Starts and stops the daemon once, which leaves the code cache behind. */
async function warmUp(): Promise<void> {
	const folder = mkdtempSync(path.join(tmpdir(), "xo-build-"));
	const child = spawn(
		process.execPath,
		[
			path.join(DIST, "server.mjs"),
			"--data",
			folder,
			"--listen",
			"127.0.0.1:0",
		],
		{
			env: {
				...process.env,
				XO_SERVER_KEY_FILE: path.join(folder, "key", "k"),
			},
			stdio: ["ignore", "ignore", "pipe"],
		},
	);
	const { promise, resolve } = Promise.withResolvers<void>();
	child.on("exit", () => resolve());
	child.stderr.on("data", (text: Buffer) => {
		if (text.includes("listening")) child.kill("SIGTERM");
	});
	await promise;
	rmSync(folder, { recursive: true, force: true });
}

function copyAssets(folder: string): void {
	const swagger = path.join(ROOT, "node_modules/swagger-ui-dist");
	mkdirSync(path.join(folder, "swagger-ui"));
	for (const name of ["swagger-ui.css", "swagger-ui-bundle.js"]) {
		cpSync(path.join(swagger, name), path.join(folder, "swagger-ui", name));
	}
}

async function buildInto(folder: string): Promise<void> {
	await Promise.all([
		build({
			...COMMON,
			entryPoints: ENTRIES,
			outdir: folder,
			outExtension: { ".js": ".mjs" },
			format: "esm",
			banner: { js: BANNER },
		}),
		buildDaemon(folder),
		buildWeb(path.join(folder, "web")),
	]);
	// Its service would live as long as the process that was built.
	await stop();
	copyAssets(folder);
}

/** Puts a whole build in the place of the last one: whoever starts meanwhile
 *  has either. */
function replaceDist(folder: string): void {
	const old = path.join(CACHE, `${path.basename(folder)}-old`);
	if (existsSync(DIST)) renameSync(DIST, old);
	renameSync(folder, DIST);
	rmSync(old, { recursive: true, force: true });
}

/** Builds unless another process has done so in the meantime. */
export function buildAll(isNeeded = () => true): Promise<void> {
	return withLock(path.join(CACHE, "build-lock"), async () => {
		if (!isNeeded()) return;
		const folder = mkdtempSync(path.join(CACHE, "build-"));
		try {
			await buildInto(folder);
			replaceDist(folder);
		} finally {
			rmSync(folder, { recursive: true, force: true });
		}
		await warmUp();
	});
}

if (import.meta.main) await buildAll();
