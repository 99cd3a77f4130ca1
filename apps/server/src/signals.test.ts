import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { expect, test } from "vitest";

const SCRIPT = `
import { untilStopped } from ${JSON.stringify(new URL("signals.ts", import.meta.url).href)};
const stopped = untilStopped();
setInterval(() => {}, 1_000);
console.log("ready");
console.log(await stopped);
`;

test("the first signal is told, the second ends the process", async () => {
	const child = spawn(
		process.execPath,
		["--input-type=module", "--eval", SCRIPT],
		{ stdio: ["ignore", "pipe", "inherit"] },
	);
	const exit = once(child, "exit");
	const lines = createInterface({ input: child.stdout });
	const told: string[] = [];
	for await (const line of lines) {
		told.push(line);
		child.kill(told.length === 1 ? "SIGTERM" : "SIGINT");
	}
	expect(told).toEqual(["ready", "SIGTERM"]);
	expect(await exit).toEqual([1, null]);
});
