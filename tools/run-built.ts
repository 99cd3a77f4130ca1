// Runs a bundled process, building it first when the sources are newer.
import { spawn } from "node:child_process";
import { readdirSync, statSync } from "node:fs";
import path from "node:path";
import { buildAll } from "./build.ts";
import { DAEMON_FLAGS } from "./daemon-flags.ts";

const ROOT = path.dirname(import.meta.dirname);
const SOURCES = [
	"apps",
	"packages",
	"package-lock.json",
	"tools/build.ts",
	"tools/build-web.ts",
];

function newestOf(file: string): number {
	const stats = statSync(file);
	if (!stats.isDirectory()) return stats.mtimeMs;
	let newest = stats.mtimeMs;
	for (const name of readdirSync(file)) {
		if (name === "node_modules" || name === "tests") continue;
		if (/\.test\.tsx?$/.test(name)) continue;
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

const [name = "server", ...args] = process.argv.slice(2);
const bundle = path.join(ROOT, "dist", `${name}.mjs`);
if (isStale(bundle)) await buildAll(() => isStale(bundle));
const child = spawn(process.execPath, [...DAEMON_FLAGS, bundle, ...args], {
	stdio: "inherit",
});
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
	process.on(signal, () => child.kill(signal));
}
child.on("exit", (code, signal) => {
	if (signal === null) process.exit(code ?? 1);
	process.kill(process.pid, signal);
});
