import type { Workload } from "./workload.ts";
import { allObjects } from "./workloads/all-objects.ts";
import { burst } from "./workloads/burst.ts";
import { calls } from "./workloads/calls.ts";
import { connect1000, connect3000, connect10000 } from "./workloads/connect.ts";
import { latency } from "./workloads/latency.ts";
import { queryFanOut } from "./workloads/query-fan-out.ts";
import { queryOpen } from "./workloads/query-open.ts";
import { restFiltered } from "./workloads/rest-filtered.ts";
import { restVms } from "./workloads/rest-vms.ts";
import { soak } from "./workloads/soak.ts";
import { start } from "./workloads/start.ts";

/** In the order in which they run. */
export const suite: readonly Workload[] = [
	start,
	connect1000,
	connect3000,
	connect10000,
	allObjects,
	restVms,
	restFiltered,
	calls,
	latency,
	queryOpen,
	queryFanOut,
	burst,
	soak,
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
