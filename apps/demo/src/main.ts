import { messageOf } from "@xo/std";
import { runDemo } from "./run-demo.ts";

try {
	await runDemo(process.argv.slice(2));
} catch (error) {
	process.stderr.write(`demo: ${messageOf(error)}\n`);
	process.exit(1);
}
