import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

const MAIN = fileURLToPath(new URL("../src/main.ts", import.meta.url));

it.each([
	[["--port", "abc"], '--port: "abc" is not a port from 0 to 65535'],
	[["--port", "65536"], '--port: "65536" is not a port from 0 to 65535'],
	[["--data", "/proc/xo"], "--data: /proc/xo cannot be made (ENOENT)"],
	[["--prot", "1"], "Unknown option '--prot'; see npm run demo -- --help"],
	[
		["--port", "0", "--hosts", "-1"],
		'--hosts: "-1" is not a whole number from 1 to 20000',
	],
	[["--port", "0", "--dump", "/nope"], "there is no such file"],
] as const)(
	"%j is refused with its reason",
	(args, reason) => {
		const { status, stdout, stderr } = spawnSync(
			process.execPath,
			[MAIN, ...args],
			{ encoding: "utf8", timeout: 60_000, killSignal: "SIGKILL" },
		);
		expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
		expect(stderr).toContain(reason);
		expect(stderr).not.toContain("    at ");
	},
	70_000,
);
