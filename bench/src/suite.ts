import type { Workload } from "./workload.ts";
import { connect1000, connect3000, connect10000 } from "./workloads/connect.ts";
import { start } from "./workloads/start.ts";

/** In the order in which they run. */
export const suite: readonly Workload[] = [
	start,
	connect1000,
	connect3000,
	connect10000,
];

/** @throws Error naming those that there are */
export function findWorkload(name: string): Workload {
	const found = suite.find((workload) => workload.name === name);
	if (found === undefined) throw new Error(`no workload is called "${name}"`);
	return found;
}

/** Those named, or whose names begin so; all when none is.
 *  @throws RangeError for a name that fits nothing */
export function selectWorkloads(names: readonly string[]): Workload[] {
	for (const name of names) {
		if (!suite.some((workload) => workload.name.startsWith(name))) {
			throw new RangeError(
				`no workload is called "${name}"; there are: ${suite.map((workload) => workload.name).join(", ")}`,
			);
		}
	}
	return suite.filter(
		(workload) =>
			names.length === 0 ||
			names.some((name) => workload.name.startsWith(name)),
	);
}
