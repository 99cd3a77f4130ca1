import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { createInterface } from "node:readline";

const DEMO = path.resolve(import.meta.dirname, "../../../dist/demo.mjs");

/** Who signs in on a demo. */
export const DEMO_ADMIN = { email: "admin@admin.net", password: "admin" };

export interface Demo extends AsyncDisposable {
	readonly url: string;
}

/** What `npm run demo` starts, on a free port; nothing changes by itself.
 *  @throws Error with what it wrote when it does not come up */
export async function startDemo(args: readonly string[] = []): Promise<Demo> {
	const child = spawn(
		process.execPath,
		[DEMO, "--port", "0", "--activity", "0", ...args],
		{ stdio: ["ignore", "pipe", "inherit"] },
	);
	return {
		url: await urlOf(child),
		[Symbol.asyncDispose]: async () => {
			const ended = once(child, "exit");
			child.kill("SIGINT");
			await ended;
		},
	};
}

async function urlOf({ stdout }: ChildProcess): Promise<string> {
	const lines: string[] = [];
	if (stdout !== null) {
		for await (const line of createInterface({ input: stdout })) {
			lines.push(line);
			const [url] = /http:\/\/[\d.]+:\d+/.exec(line) ?? [];
			if (url !== undefined) {
				stdout.resume();
				return url;
			}
		}
	}
	throw new Error(`the demo did not start: ${lines.join("\n")}`);
}
