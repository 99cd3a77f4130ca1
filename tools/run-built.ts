// Runs a bundled process, building it first when the sources are newer.
import { spawn } from "node:child_process";
import path from "node:path";
import { buildAll } from "./build.ts";
import { DAEMON_ENVIRONMENT, DAEMON_FLAGS } from "./daemon-flags.ts";
import { isStale } from "./is-stale.ts";

const ROOT = path.dirname(import.meta.dirname);
const SOURCES = [
	"apps",
	"packages",
	"package-lock.json",
	"tools/build.ts",
	"tools/build-web.ts",
];

const [name = "server", ...args] = process.argv.slice(2);
const bundle = path.join(ROOT, "dist", `${name}.mjs`);
const mustBuild = () =>
	isStale(
		bundle,
		SOURCES.map((source) => path.join(ROOT, source)),
	);
if (mustBuild()) {
	process.stderr.write("xo: building, as the sources have changed…\n");
	await buildAll(mustBuild);
}
const child = spawn(process.execPath, [...DAEMON_FLAGS, bundle, ...args], {
	stdio: "inherit",
	env: { ...DAEMON_ENVIRONMENT, ...process.env },
});
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
	process.on(signal, () => child.kill(signal));
}
child.on("exit", (code, signal) => {
	if (signal === null) process.exit(code ?? 1);
	process.kill(process.pid, signal);
});
