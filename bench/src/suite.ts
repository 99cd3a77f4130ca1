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
import { webBusy } from "./workloads/web-busy.ts";
import { webCharts } from "./workloads/web-charts.ts";
import { webLoad } from "./workloads/web-load.ts";
import { webOpen } from "./workloads/web-open.ts";
import { webScroll } from "./workloads/web-scroll.ts";
import { webSearch } from "./workloads/web-search.ts";

/** In the order in which they run. */
export const suites = {
	core: [
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
	],
	web: [webLoad, webOpen, webSearch, webScroll, webCharts, webBusy],
} as const satisfies Readonly<Record<string, readonly Workload[]>>;

export type SuiteName = keyof typeof suites;

const all: readonly Workload[] = Object.values(suites).flat();

/** @throws Error naming those that there are */
export function findWorkload(name: string): Workload {
	const found = all.find((workload) => workload.name === name);
	if (found === undefined) throw new Error(`no workload is called "${name}"`);
	return found;
}

/** Those named, or whose names begin so, of any suite; all of the suite when
 *  none is.
 *  @throws RangeError for a name that fits nothing */
export function selectWorkloads(
	names: readonly string[],
	suite: SuiteName,
): readonly Workload[] {
	for (const name of names) {
		if (!all.some((workload) => workload.name.startsWith(name))) {
			throw new RangeError(
				`no workload is called "${name}"; there are: ${all.map((workload) => workload.name).join(", ")}`,
			);
		}
	}
	if (names.length === 0) return suites[suite];
	return all.filter((workload) =>
		names.some((name) => workload.name.startsWith(name)),
	);
}
