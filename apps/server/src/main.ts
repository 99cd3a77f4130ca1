import { messageOf } from "@xo/std";
import { run } from "./run.ts";

try {
	// Whatever still holds the process was told to end and did not.
	process.exit(await run(process.argv.slice(2)));
} catch (error) {
	process.stderr.write(`xo-server: ${messageOf(error)}\n`);
	process.exit(1);
}
