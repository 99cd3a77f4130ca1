import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import { expect, test } from "vitest";

const MAIN = path.join(import.meta.dirname, "main.ts");

test("the first start prints the setup link for programs and for people", async () => {
	const folder = mkdtempSync(path.join(tmpdir(), "xo-first-start-"));
	const config = path.join(folder, "data");
	const child = spawn(
		process.execPath,
		[MAIN, "--data", config, "--listen", "127.0.0.1:0"],
		{
			stdio: ["ignore", "ignore", "pipe"],
			env: {
				...process.env,
				XO_SERVER_KEY_FILE: path.join(folder, "key"),
				XO_SERVER_LOG_LEVEL: "error",
			},
		},
	);
	const exit = once(child, "exit");
	try {
		// In no certain order: the two are written in different ways.
		let logged: string | undefined;
		let printed: string | undefined;
		for await (const line of createInterface({ input: child.stderr })) {
			if (line.startsWith("{")) logged = JSON.parse(line).url ?? logged;
			if (line.startsWith("    ")) printed = line.trim();
			if (logged !== undefined && printed !== undefined) break;
		}
		expect(printed).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/setup#[\w-]+$/);
		expect(printed).toBe(logged);
	} finally {
		child.kill();
		await exit;
		rmSync(folder, { recursive: true, force: true });
	}
});
