import { writeFileSync } from "node:fs";
import { makeBuild } from "./harness/build.ts";
import { describeMachine } from "./machine.ts";
import { HELP, parseOptions, UsageError } from "./options.ts";
import { formatTable, formatVerdict, type Report } from "./report.ts";
import { runWorkloads, stopOnSignals } from "./run-workloads.ts";
import { selectWorkloads, suites } from "./suite.ts";

/** The exit code: 1 when something could not be measured. A missed floor is a
 *  result, not a failure. */
async function main(args: readonly string[]): Promise<number> {
	const { isHelp, isList, names, suite, jsonFile, effort } = parseOptions(args);
	if (isHelp) process.stdout.write(HELP);
	if (isList) {
		const all = Object.values(suites).flat();
		const width = Math.max(...all.map(({ name }) => name.length));
		for (const { name, description } of all) {
			process.stdout.write(`${name.padEnd(width)}  ${description}\n`);
		}
	}
	if (isHelp || isList) return 0;
	const workloads = selectWorkloads(names, suite);
	const machine = describeMachine();
	using build = makeBuild();
	stopOnSignals();
	const { rows, errors } = await runWorkloads({
		workloads,
		build,
		effort,
		onProgress: (text) => process.stderr.write(`bench: ${text}\n`),
	});
	process.stdout.write(
		`${machine.cpu}, ${machine.cores} cores, Node.js ${machine.node}, load ${machine.load}\n\n${formatTable(rows)}\n\n${formatVerdict(rows)}\n`,
	);
	for (const error of errors) process.stderr.write(`bench: ${error}\n`);
	if (jsonFile !== undefined) {
		const report: Report = { machine, workloads: rows };
		writeFileSync(jsonFile, `${JSON.stringify(report, undefined, "\t")}\n`);
	}
	return errors.length === 0 ? 0 : 1;
}

try {
	process.exitCode = await main(process.argv.slice(2));
} catch (error) {
	const isUsage = error instanceof UsageError || error instanceof RangeError;
	if (!isUsage) throw error;
	process.stderr.write(
		`bench: ${error.message}\nTry: npm run bench -- --help\n`,
	);
	process.exitCode = 2;
}
