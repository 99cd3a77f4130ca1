// Runs one workload: each begins in a fresh process, with a daemon and pools
// of its own.
import { killAll } from "../harness/children.ts";
import { removeScratch } from "../harness/scratch.ts";
import type { Measurement } from "../measurement.ts";
import { findWorkload } from "../suite.ts";
import type { Effort } from "../workload.ts";

export interface WorkloadOrder {
	readonly name: string;
	readonly build: string;
	readonly effort: Effort;
}

export type WorkloadReport =
	| { readonly progress: string }
	| { readonly measurements: readonly Measurement[] }
	| { readonly error: string };

let isDone = false;

function report(message: WorkloadReport): void {
	process.send?.(message);
}

async function run({ name, build, effort }: WorkloadOrder): Promise<void> {
	try {
		await using stack = new AsyncDisposableStack();
		const say = (progress: string) => report({ progress });
		const workload = findWorkload(name);
		const context = { ...effort, build, stack, say };
		report({ measurements: await workload.run(context) });
	} catch (error) {
		report({ error: error instanceof Error ? `${error.stack}` : `${error}` });
	}
	isDone = true;
	process.disconnect();
}

function abandon(): never {
	killAll();
	removeScratch();
	process.exit(1);
}

process.once("SIGINT", abandon);
process.once("SIGTERM", abandon);
// Nobody is left to tell: the bench was killed.
process.once("disconnect", () => {
	if (!isDone) abandon();
});
process.once("message", (order: WorkloadOrder) => void run(order));
