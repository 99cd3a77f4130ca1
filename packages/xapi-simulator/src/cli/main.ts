import { createInterface } from "node:readline";
import { runCli } from "./run.ts";

const stop = new AbortController();
for (const name of ["SIGINT", "SIGTERM"] as const) {
	process.once(name, () => stop.abort());
}
// A reader that went away is no reason to fail.
process.stdout.on("error", () => {});
const commands = process.argv.includes("--exit-with-stdin")
	? createInterface({ input: process.stdin })
	: undefined;
commands?.once("close", () => stop.abort());
const code = await runCli(process.argv.slice(2), {
	stdout: process.stdout,
	stderr: process.stderr,
	signal: stop.signal,
	...(commands === undefined ? {} : { commands }),
});
process.exit(code);
