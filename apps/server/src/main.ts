import module from "node:module";
import path from "node:path";

// Of a thousand files without their types, half the time of a start.
const CACHE = path.join(import.meta.dirname, "../../../.cache/compile");

module.enableCompileCache(CACHE);
process.on("exit", () => module.flushCompileCache());
const { run } = await import("./run.ts");
try {
	// Whatever still holds the process was told to end and did not.
	process.exit(await run(process.argv.slice(2)));
} catch (error) {
	const message = error instanceof Error ? error.message : String(error);
	process.stderr.write(`xo-server: ${message}\n`);
	process.exit(1);
}
