// Runs a bundled process, building it first when the sources are newer.
import { spawn } from "node:child_process";
import { readdirSync, statSync } from "node:fs";
import path from "node:path";
import { buildAll } from "./build.ts";

const ROOT = path.dirname(import.meta.dirname);
const SOURCES = ["apps", "packages", "package-lock.json", "tools/build.ts"];

function newestOf(file: string): number {
	const stats = statSync(file);
	if (!stats.isDirectory()) return stats.mtimeMs;
	let newest = stats.mtimeMs;
	for (const name of readdirSync(file)) {
		if (name === "node_modules" || name === "tests") continue;
		newest = Math.max(newest, newestOf(path.join(file, name)));
	}
	return newest;
}

function isStale(bundle: string): boolean {
	try {
		const built = statSync(bundle).mtimeMs;
		return SOURCES.some((name) => newestOf(path.join(ROOT, name)) > built);
	} catch {
		return true;
	}
}

/** V8 lets its young generation grow to 3 x 16 MB and keeps it; with 8 MB the
 *  daemon of a large installation takes 70 MB less and no more time. */
const NODE_FLAGS = ["--max-semi-space-size=8"];

const [name = "server", ...args] = process.argv.slice(2);
const bundle = path.join(ROOT, "dist", `${name}.mjs`);
if (isStale(bundle)) await buildAll();
const child = spawn(process.execPath, [...NODE_FLAGS, bundle, ...args], {
	stdio: "inherit",
});
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
	process.on(signal, () => child.kill(signal));
}
child.on("exit", (code, signal) => {
	if (signal === null) process.exit(code ?? 1);
	process.kill(process.pid, signal);
});
