import type { Rrd, RrdUpdates } from "@xo/xapi";

/** Named series of one host or VM, on one axis of time. */
export interface SeriesSet {
	readonly stepSeconds: number;
	/** Unix seconds of the last value of each series; undefined without any. */
	readonly endTimestamp: number | undefined;
	/** Oldest first, `NaN` where there is no sample. */
	readonly series: ReadonlyMap<string, Float64Array>;
}

/** The averages of one owner in an answer of its host. */
export function seriesOfUpdates(
	updates: RrdUpdates,
	owner: { readonly type: "host" | "vm"; readonly uuid: string },
): SeriesSet {
	const columns = updates.columns.filter(
		({ cf, type, uuid }) =>
			cf === "AVERAGE" && type === owner.type && uuid === owner.uuid,
	);
	return {
		stepSeconds: updates.stepSeconds,
		endTimestamp: updates.timestamps.at(-1),
		series: new Map(columns.map(({ name, values }) => [name, values])),
	};
}

/** The averages that an RRD keeps at one resolution. */
export function seriesOfRrd(rrd: Rrd, stepSeconds: number): SeriesSet {
	const archive = rrd.archives.find(
		(each) => each.cf === "AVERAGE" && each.stepSeconds === stepSeconds,
	);
	const series = new Map<string, Float64Array>();
	for (const [index, { name }] of rrd.dataSources.entries()) {
		const values = archive?.values[index];
		if (values !== undefined && values.length > 0) series.set(name, values);
	}
	return {
		stepSeconds,
		endTimestamp: series.size === 0 ? undefined : archive?.endTimestamp,
		series,
	};
}
