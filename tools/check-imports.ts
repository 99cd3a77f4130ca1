// The import table of .dependency-cruiser.cjs, and a guard against a run that
// silently sees nothing.
import { spawnSync } from "node:child_process";
import path from "node:path";

const ROOT = path.dirname(import.meta.dirname);
const FEWEST_MODULES = 200;

const { stdout, stderr, error } = spawnSync(
	process.execPath,
	[
		"node_modules/dependency-cruiser/bin/dependency-cruiser.mjs",
		"--config",
		".dependency-cruiser.cjs",
		"--output-type",
		"json",
		"packages",
		"apps",
		"bench",
		"tools",
	],
	{ cwd: ROOT, encoding: "utf8", maxBuffer: 256 * 1024 * 1024 },
);
if (error) throw error;
if (!stdout.startsWith("{")) throw new Error(stderr || stdout);

interface Violation {
	readonly from: string;
	readonly to: string;
	readonly rule: { readonly name: string };
}

const { summary } = JSON.parse(stdout) as {
	summary: { totalCruised: number; violations: readonly Violation[] };
};
for (const { from, to, rule } of summary.violations) {
	process.stderr.write(`${rule.name}: ${from} → ${to}\n`);
}
if (summary.totalCruised < FEWEST_MODULES) {
	process.stderr.write(`only ${summary.totalCruised} modules were seen\n`);
	process.exitCode = 1;
}
if (summary.violations.length > 0) process.exitCode = 1;
process.stderr.write(
	`${summary.totalCruised} modules, ${summary.violations.length} forbidden imports\n`,
);
