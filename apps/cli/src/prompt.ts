import { createInterface } from "node:readline/promises";
import { Writable } from "node:stream";
import { CliError } from "./errors.ts";

/** Asks on standard error, so that output stays clean; not echoed. Where input
 *  is not a terminal, its first line is the password. */
export async function askPassword({
	stdin,
	stderr,
}: Pick<NodeJS.Process, "stdin" | "stderr">): Promise<string> {
	const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
	const lines = createInterface({
		input: stdin,
		output: silent,
		terminal: stdin.isTTY,
	});
	stderr.write("Password: ");
	try {
		return await Promise.race([
			lines.question(""),
			new Promise<never>((_, reject) => {
				const stop = () =>
					reject(new CliError("no-password", "no password was given"));
				lines.once("SIGINT", stop);
				lines.once("close", stop);
			}),
		]);
	} finally {
		lines.close();
		stderr.write("\n");
	}
}
