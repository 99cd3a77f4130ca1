import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { afterEach, expect, it } from "vitest";

const MAIN = fileURLToPath(new URL("../src/main.ts", import.meta.url));
const LIMIT_MS = 5_000;

let demo: ChildProcess | undefined;

afterEach(() => demo?.kill("SIGKILL"));

/** Processes whose parent it is. */
function childrenOf(pid: number): number[] {
	return readdirSync("/proc")
		.map(Number)
		.filter((other) => other > 0 && parentOf(other) === pid);
}

function parentOf(pid: number): number | undefined {
	try {
		const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
		return Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]);
	} catch {
		return undefined;
	}
}

function isAlive(pid: number): boolean {
	return parentOf(pid) !== undefined;
}

/** Looks again until it finds something, or the process ends. */
async function until<T>(child: ChildProcess, find: () => T | undefined) {
	for (;;) {
		const found = find();
		if (found !== undefined) return found;
		if (child.exitCode !== null) throw new Error("the demo ended");
		await new Promise(setImmediate);
	}
}

async function start(): Promise<{ child: ChildProcess; log: () => string }> {
	let text = "";
	const child = spawn(process.execPath, [MAIN, "--port", "0"], {
		stdio: ["ignore", "pipe", "pipe"],
	});
	demo = child;
	for (const stream of [child.stdout, child.stderr]) {
		stream?.on("data", (chunk) => {
			text += chunk;
		});
	}
	return { child, log: () => text };
}

it.each([
	["as soon as its simulator runs", "SIGINT", () => true],
	["once it serves", "SIGTERM", (log: string) => log.includes("Sign in as")],
] as const)(
	"%s, %s ends it and its children in time",
	async (_when, signal, isThere) => {
		const { child, log } = await start();
		const exit = once(child, "exit");
		const children = await until(child, () => {
			const found = childrenOf(child.pid ?? 0);
			return found.length > 0 && isThere(log()) ? found : undefined;
		});
		const startedAt = performance.now();
		child.kill(signal);
		// As a terminal and npm do together.
		child.kill(signal);
		expect(await exit).toEqual([0, null]);
		expect(performance.now() - startedAt).toBeLessThan(LIMIT_MS);
		expect(children.filter(isAlive)).toEqual([]);
		expect(log()).not.toContain("demo:");
	},
	60_000,
);
