// Runs a task under the right Node.js and npm, on a machine that may have
// neither. Plain JavaScript for Node 18: it runs before anything is installed.
// Writes to stderr only, so that `npm run -s cli -- …` has a clean stdout.
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
/** `crypto.argon2` and the SQLite of `node:sqlite` that we rely on. */
const NODE_FLOOR = [24, 7];
const NPM_FLOOR = 11;
const LOCK_STALE_MS = 10 * 60_000;
/** `npm run -s` would have it fail without a word. */
const INSTALL = [
	"ci",
	"--ignore-scripts",
	"--no-audit",
	"--no-fund",
	"--loglevel=error",
];

/** Task name -> script and its fixed arguments, run by the chosen Node. */
const TASKS = {
	bench: ["bench/src/main.ts"],
	build: ["tools/build.ts"],
	cli: ["apps/cli/src/main.ts"],
	demo: ["tools/run-built.ts", "demo"],
	dev: ["--watch", "apps/demo/src/main.ts"],
	fmt: ["node_modules/@biomejs/biome/bin/biome", "check", "--write", "."],
	generate: ["tools/generate.ts"],
	lint: ["node_modules/@biomejs/biome/bin/biome", "ci", "."],
	simulator: ["packages/xapi-simulator/src/cli/main.ts"],
	start: ["tools/run-built.ts", "server"],
	test: ["tools/test.ts"],
	typecheck: ["node_modules/typescript-native/bin/tsc", "-p", "tsconfig.json"],
	unit: ["node_modules/vitest/vitest.mjs", "run"],
};

class BootstrapError extends Error {}

function say(text) {
	process.stderr.write(`xo: ${text}\n`);
}

function fileHash(file) {
	return createHash("sha256").update(fs.readFileSync(file)).digest("hex");
}

function readIfPresent(file) {
	try {
		return fs.readFileSync(file, "utf8");
	} catch {
		return undefined;
	}
}

function isNodeRecentEnough() {
	const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
	const [floorMajor, floorMinor] = NODE_FLOOR;
	return major > floorMajor || (major === floorMajor && minor >= floorMinor);
}

/** npm tells its version to the scripts it runs. */
function currentNpm() {
	const cli = process.env.npm_execpath;
	const version = /npm\/(\d+)/.exec(process.env.npm_config_user_agent ?? "");
	return cli?.endsWith(".js") && version && Number(version[1]) >= NPM_FLOOR
		? cli
		: undefined;
}

function run(command, args, options) {
	const result = spawnSync(command, args, {
		...options,
		// npm's report goes to our stderr: stdout belongs to the task.
		stdio: ["ignore", 2, 2],
	});
	if (result.status !== 0) {
		throw new BootstrapError(
			`\`${[command, ...args].join(" ")}\` failed (${result.error?.message ?? `exit code ${result.status}`})`,
		);
	}
}

/** Two commands may start at once; the second waits for the first. */
function withLock(file, work) {
	fs.mkdirSync(path.dirname(file), { recursive: true });
	for (;;) {
		try {
			fs.writeFileSync(file, String(process.pid), { flag: "wx" });
			break;
		} catch (error) {
			if (error.code !== "EEXIST") throw error;
			if (isLockAbandoned(file)) fs.rmSync(file, { force: true });
			else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200);
		}
	}
	try {
		return work();
	} finally {
		fs.rmSync(file, { force: true });
	}
}

function isLockAbandoned(file) {
	try {
		const age = Date.now() - fs.statSync(file).mtimeMs;
		if (age > LOCK_STALE_MS) return true;
		const owner = Number(fs.readFileSync(file, "utf8"));
		if (owner > 0) process.kill(owner, 0);
		return false;
	} catch (error) {
		return error.code === "ESRCH";
	}
}

function runtimePaths(folder) {
	const modules = path.join(folder, "node_modules");
	return {
		node: path.join(
			modules,
			`node-${process.platform}-${process.arch}`,
			"bin",
			"node",
		),
		npm: path.join(modules, "npm", "bin", "npm-cli.js"),
	};
}

/** Brings the pinned Node.js and npm into `.runtime/`, once per lock file. */
function ensureRuntime() {
	const source = path.join(ROOT, "tools", "runtime");
	const hash = fileHash(path.join(source, "package-lock.json")).slice(0, 12);
	const folder = path.join(ROOT, ".runtime", hash);
	const paths = runtimePaths(folder);
	if (fs.existsSync(folder)) return paths;
	return withLock(path.join(ROOT, ".runtime", "lock"), () => {
		if (fs.existsSync(folder)) return paths;
		say(`installing Node.js 26 and npm 11 (this one is ${process.version})…`);
		const staging = fs.mkdtempSync(path.join(ROOT, ".runtime", "new-"));
		for (const name of ["package.json", "package-lock.json"]) {
			fs.copyFileSync(path.join(source, name), path.join(staging, name));
		}
		run("npm", INSTALL, { cwd: staging });
		if (!fs.existsSync(runtimePaths(staging).node)) {
			fs.rmSync(staging, { recursive: true, force: true });
			throw new BootstrapError(
				`no packaged Node.js for ${process.platform}-${process.arch}: install Node.js ${NODE_FLOOR.join(".")} or later, with npm ${NPM_FLOOR} or later`,
			);
		}
		fs.renameSync(staging, folder);
		return paths;
	});
}

function chooseRuntime() {
	const npm = currentNpm();
	if (isNodeRecentEnough() && npm !== undefined) {
		return { node: process.execPath, npm };
	}
	return ensureRuntime();
}

/** `npm ci` when the lock file is not the one that was last installed. */
function ensureDependencies({ node, npm }, env) {
	const lockFile = path.join(ROOT, "package-lock.json");
	const marker = path.join(ROOT, "node_modules", ".installed-lock");
	const wanted = fileHash(lockFile);
	if (readIfPresent(marker) === wanted) return;
	withLock(path.join(ROOT, ".runtime", "install-lock"), () => {
		if (readIfPresent(marker) === wanted) return;
		say("installing dependencies…");
		run(node, [npm, ...INSTALL], { cwd: ROOT, env });
		fs.writeFileSync(marker, wanted);
	});
}

function runTask(runtime, [script, ...fixed], options) {
	const args = script.startsWith("--")
		? [script, path.join(ROOT, fixed[0]), ...fixed.slice(1)]
		: [path.join(ROOT, script), ...fixed];
	const child = spawn(runtime.node, [...args, ...options.args], {
		env: options.env,
		stdio: "inherit",
	});
	for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
		process.on(signal, () => child.kill(signal));
	}
	child.on("error", (error) => {
		say(error.message);
		process.exit(1);
	});
	child.on("exit", (code, signal) => {
		process.exit(code ?? 128 + (os.constants.signals[signal] ?? 0));
	});
}

function main() {
	const [taskName, ...args] = process.argv.slice(2);
	const task = TASKS[taskName];
	if (task === undefined) {
		throw new BootstrapError(
			`unknown task "${taskName}"; tasks: ${Object.keys(TASKS).join(", ")}`,
		);
	}
	const runtime = chooseRuntime();
	const env = {
		...process.env,
		PATH: `${path.dirname(runtime.node)}${path.delimiter}${process.env.PATH}`,
	};
	ensureDependencies(runtime, env);
	runTask(runtime, task, { args, env });
}

try {
	main();
} catch (error) {
	if (!(error instanceof BootstrapError)) throw error;
	say(error.message);
	process.exitCode = 1;
}
