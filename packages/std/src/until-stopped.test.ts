import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { expect, it } from "vitest";

const SCRIPT = `
import { untilStopped } from ${JSON.stringify(new URL("until-stopped.ts", import.meta.url).href)};
const stopped = untilStopped();
setInterval(() => console.log("tick"), 100);
console.log("ready");
console.log(await stopped);
`;

it("tells the first signal, ignores its echoes, ends at a later one", async () => {
	const child = spawn(
		process.execPath,
		["--input-type=module", "--eval", SCRIPT],
		{ stdio: ["ignore", "pipe", "inherit"] },
	);
	const exit = once(child, "exit");
	const told: string[] = [];
	for await (const line of createInterface({ input: child.stdout })) {
		told.push(line);
		child.kill(told.length === 1 ? "SIGTERM" : "SIGINT");
	}
	expect(await exit).toEqual([1, null]);
	const ticks = told.filter((line) => line === "tick").length;
	expect(told).toContain("SIGTERM");
	expect(ticks).toBeGreaterThan(3);
});
