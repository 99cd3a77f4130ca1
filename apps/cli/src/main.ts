#!/usr/bin/env node
import { runShell } from "./shell.ts";

// `xo-cli … | head` is no failure.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
	if (error.code === "EPIPE") process.exit(0);
	throw error;
});

process.exitCode = await runShell(process.argv.slice(2), process);
