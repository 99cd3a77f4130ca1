export type RrdConsolidation = "AVERAGE" | "MIN" | "MAX" | "LAST";

/** One series of an `rrd_updates` answer. */
export interface RrdColumn {
	readonly cf: RrdConsolidation;
	readonly type: "host" | "vm" | "sr";
	/** UUID of the host, VM or SR. */
	readonly uuid: string;
	/** Data source, as `cpu0`. */
	readonly name: string;
	/** One value a timestamp; `NaN` where there is no sample. */
	readonly values: Float64Array;
}

/** Statistics of one host and its VMs. */
export interface RrdUpdates {
	readonly stepSeconds: number;
	/** Unix seconds, oldest first. */
	readonly timestamps: readonly number[];
	readonly columns: readonly RrdColumn[];
}

export interface RrdDataSource {
	readonly name: string;
	readonly type: "GAUGE" | "ABSOLUTE" | "DERIVE";
	readonly min: number;
	readonly max: number;
	/** Latest raw reading, as the pool wrote it. */
	readonly lastReading: string;
}

/** What one resolution keeps of every data source. */
export interface RrdArchive {
	readonly cf: RrdConsolidation;
	readonly stepSeconds: number;
	/** Unix seconds of the newest row. */
	readonly endTimestamp: number;
	/** By data source, in their order; oldest first. */
	readonly values: readonly Float64Array[];
}

/** A whole round-robin database: of one host, VM or SR. */
export interface Rrd {
	/** Seconds between readings. */
	readonly stepSeconds: number;
	/** Unix seconds. */
	readonly lastUpdate: number;
	readonly dataSources: readonly RrdDataSource[];
	readonly archives: readonly RrdArchive[];
}
