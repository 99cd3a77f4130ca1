// `npm test`: everything that must hold, ending with one line of counts.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { ensureSystemPackages } from "./system-packages.ts";

const ROOT = path.dirname(import.meta.dirname);
const DATA_DIR = process.env.XO_TEST_DATA ?? path.join(ROOT, "..", "shared");
const REPORT = path.join(ROOT, ".cache", "vitest.json");

const CHECKS: readonly (readonly [name: string, ...args: string[]])[] = [
	["lint", "node_modules/@biomejs/biome/bin/biome", "ci", "."],
	[
		"typecheck",
		"node_modules/typescript-native/bin/tsc",
		"-p",
		"tsconfig.json",
	],
	[
		"typecheck web",
		"node_modules/typescript-native/bin/tsc",
		"-p",
		"apps/web/tsconfig.json",
	],
	["imports", "tools/check-imports.ts"],
	["dead code", "node_modules/knip/bin/knip.js", "--no-progress"],
	["build", "tools/build.ts"],
];

const counts = { passed: 0, failed: 0, skipped: 0 };

function runNode(args: readonly string[]): boolean {
	const { status } = spawnSync(process.execPath, args, {
		cwd: ROOT,
		stdio: ["ignore", "inherit", "inherit"],
	});
	return status === 0;
}

function check([name, ...args]: (typeof CHECKS)[number]): void {
	process.stdout.write(`\n# ${name}\n`);
	if (runNode(args)) counts.passed++;
	else {
		counts.failed++;
		process.stdout.write(`${name} failed\n`);
	}
}

function runTests(): void {
	process.stdout.write("\n# tests\n");
	mkdirSync(path.dirname(REPORT), { recursive: true });
	const isSuccess = runNode([
		"node_modules/vitest/vitest.mjs",
		"run",
		"--reporter=default",
		"--reporter=json",
		`--outputFile.json=${REPORT}`,
		...process.argv.slice(2),
	]);
	const report = JSON.parse(readFileSync(REPORT, "utf8")) as {
		numPassedTests: number;
		numFailedTests: number;
		numPendingTests: number;
	};
	counts.passed += report.numPassedTests;
	counts.failed += report.numFailedTests;
	counts.skipped += report.numPendingTests;
	// A file that does not load has no failed test.
	if (!isSuccess && report.numFailedTests === 0) counts.failed++;
}

function main(): void {
	try {
		ensureSystemPackages();
	} catch (error) {
		process.stdout.write(`${error instanceof Error ? error.message : error}\n`);
		counts.failed++;
		return;
	}
	CHECKS.forEach(check);
	runTests();
	if (counts.skipped > 0 && existsSync(DATA_DIR)) {
		process.stdout.write(
			`${counts.skipped} tests were skipped though their data is at ${DATA_DIR}\n`,
		);
		counts.failed++;
	}
}

main();
process.exitCode = counts.failed === 0 ? 0 : 1;
process.stdout.write(
	`\n${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped\n`,
);
