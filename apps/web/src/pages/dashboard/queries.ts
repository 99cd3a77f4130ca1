import type { QueryParams } from "@xo/client";
import type { LiveAggregate, LiveQueryResult } from "@xo/contract";
import { concernsOf } from "./concerns.ts";
import { both, type Scope } from "./scope.ts";

const NO_ROWS = { offset: 0, limit: 0 };
/** What keeps disks: neither ISO libraries nor drives of the host. */
const DISK_SRS = "!SR_type:|(udev iso) !content_type:iso size:>0";
const ALARMS = "name:|(ALARM BOND_STATUS_CHANGED MULTIPATH_PERIODIC_ALERT)";

/** How many of each are shown. */
const TOP = 8;
const TASKS = 8;
const ALARMS_SHOWN = 6;

export const FIRST_METRIC = "metrics.cpu";

/** Numbers of an aggregated result by place; zero until it is there. */
export function numberAt(
	source: Pick<LiveQueryResult, "aggregates"> | undefined,
	place: number,
): number {
	const value = source?.aggregates[place];
	return typeof value === "number" ? value : 0;
}

function sums(...keys: readonly string[]): LiveAggregate[] {
	return keys.map((key) => ({ op: "sum", key }));
}

/** VMs by power state, with their CPUs and their memory. */
export function vmNumbers({ vms }: Scope): QueryParams {
	return {
		types: ["VM"],
		filter: vms,
		window: NO_ROWS,
		groupBy: "power_state",
		aggregates: sums("CPUs.number", "memory.size"),
	};
}

/** Hosts by power state, with cores, how busy those are and of how many hosts
 *  that is known, memory that is used and all memory. */
export function hostNumbers({ hosts }: Scope): QueryParams {
	return {
		types: ["host"],
		filter: hosts,
		window: NO_ROWS,
		groupBy: "power_state",
		aggregates: [
			...sums("cpus.cores", "metrics.cpu"),
			{ op: "count", key: "metrics.cpu" },
			...sums("memory.usage", "memory.size"),
		],
	};
}

/** Of SRs with disks: what is used, all there is, and what is promised. */
export function diskNumbers({ srs }: Scope) {
	return {
		types: ["SR"],
		filter: both(srs, DISK_SRS),
		window: NO_ROWS,
		aggregates: sums("physical_usage", "size", "usage"),
	} satisfies QueryParams;
}

/** How many objects of a type there are, by a property where one is named. */
export function counts(
	type: string,
	filter: string,
	groupBy: string | null,
): QueryParams {
	return { types: [type], filter, window: NO_ROWS, groupBy };
}

/** The first objects of a type by a metric. */
export function top(type: string, filter: string, key: string): QueryParams {
	return {
		types: [type],
		filter,
		window: NO_ROWS,
		aggregates: [{ op: "top", key, n: TOP }],
	};
}

export function latestTasks({ tasks }: Scope): QueryParams {
	return {
		types: ["task"],
		filter: tasks,
		sort: [{ key: "created", desc: true }],
		fields: ["name_label", "status", "progress", "created"],
		window: { offset: 0, limit: TASKS },
	};
}

export function latestAlarms({ messages }: Scope): QueryParams {
	return {
		types: ["message"],
		filter: both(messages, ALARMS),
		sort: [{ key: "time", desc: true }],
		fields: ["name", "body", "time", "$object"],
		window: { offset: 0, limit: ALARMS_SHOWN },
	};
}

/** All that the dashboard of a pool or host asks for first. */
export function dashboardQueries(scope: Scope): readonly QueryParams[] {
	return [
		vmNumbers(scope),
		hostNumbers(scope),
		diskNumbers(scope),
		...concernsOf(scope).map(({ type, filter }) => counts(type, filter, null)),
		top("VM", scope.vms, FIRST_METRIC),
		...(scope.level === "host"
			? []
			: [
					counts("SR", scope.srs, "SR_type"),
					top("host", scope.hosts, FIRST_METRIC),
				]),
		latestTasks(scope),
		latestAlarms(scope),
	];
}
