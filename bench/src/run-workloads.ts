import { messageOf } from "@xo/std";
import { nextMessage, startProcess, stopAll } from "./harness/children.ts";
import { removeScratch, type Scratch } from "./harness/scratch.ts";
import { judge, type Measurement, type ReportRow } from "./measurement.ts";
import type { WorkloadReport } from "./processes/run-workload.ts";
import type { Effort, Workload } from "./workload.ts";

export interface RunOptions {
	readonly workloads: readonly Workload[];
	readonly build: Scratch;
	readonly effort: Effort;
	readonly onProgress: (text: string) => void;
}

export interface RunResult {
	readonly rows: readonly ReportRow[];
	/** Of workloads that could not be measured. */
	readonly errors: readonly string[];
}

/** Runs workloads one after the other, each in a process of its own; one that
 *  fails does not keep the others from running. */
export async function runWorkloads(options: RunOptions): Promise<RunResult> {
	const rows: ReportRow[] = [];
	const errors: string[] = [];
	for (const { name } of options.workloads) {
		options.onProgress(`${name}…`);
		try {
			rows.push(...(await runOne(name, options)).map(judge));
		} catch (error) {
			errors.push(`${name}: ${messageOf(error)}`);
		}
	}
	return { rows, errors };
}

/** @throws Error what went wrong there */
async function runOne(
	name: string,
	{ build, effort, onProgress }: RunOptions,
): Promise<readonly Measurement[]> {
	await using child = startProcess("run-workload");
	child.process.send({ name, build: build.folder, effort });
	for (;;) {
		const report = await nextMessage<WorkloadReport>(child);
		if ("measurements" in report) {
			await child.ended;
			return report.measurements;
		}
		if ("error" in report) throw new Error(report.error);
		onProgress(`${name}: ${report.progress}`);
	}
}

/** Told to stop, the bench leaves neither processes nor files behind. */
export function stopOnSignals(): void {
	for (const [signal, code] of [
		["SIGINT", 130],
		["SIGTERM", 143],
	] as const) {
		process.once(signal, () => {
			// They end what they started themselves.
			void stopAll().then(() => {
				removeScratch();
				process.exit(code);
			});
		});
	}
}
