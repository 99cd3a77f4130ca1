/** What a figure must not exceed, or must reach. */
export interface Floor {
	/** Which figure it is about. */
	readonly of: "value" | "ratio" | "rss";
	readonly atMost?: number;
	readonly atLeast?: number;
}

/** One figure of a workload, before it is judged. */
export interface Measurement {
	readonly name: string;
	readonly value: number;
	readonly unit: string;
	/** What `ratio` compares with, measured in the same run. */
	readonly baseline?: string;
	/** The value divided by that of the baseline, in the same unit. */
	readonly ratio?: number;
	readonly floors?: readonly Floor[];
	/** Between the quartiles, as a share of the median. */
	readonly spread?: number;
	/** Resident memory of the daemon at the end, in MB. */
	readonly rss?: number;
}

/** One row of the report; `null` where there is nothing to say. */
export interface ReportRow {
	readonly name: string;
	readonly value: number;
	readonly unit: string;
	readonly baseline: string | null;
	readonly ratio: number | null;
	readonly floor: string | null;
	readonly met: boolean | null;
	readonly spread: number | null;
	readonly rss: number | null;
}

export function judge(measurement: Measurement): ReportRow {
	const { name, value, unit, baseline, ratio, floors, spread, rss } =
		measurement;
	return {
		name,
		value: round(value),
		unit,
		baseline: baseline ?? null,
		ratio: ratio === undefined ? null : round(ratio),
		floor:
			floors?.map((floor) => describeFloor(floor, unit)).join(", ") ?? null,
		met: floors?.every((floor) => isMet(floor, measurement)) ?? null,
		spread: spread === undefined ? null : round(spread),
		rss: rss === undefined ? null : round(rss),
	};
}

function isMet(floor: Floor, measurement: Measurement): boolean {
	const figure = measurement[floor.of];
	// A figure that could not be taken, NaN, meets nothing.
	return (
		figure !== undefined &&
		figure <= (floor.atMost ?? Number.POSITIVE_INFINITY) &&
		figure >= (floor.atLeast ?? Number.NEGATIVE_INFINITY)
	);
}

function describeFloor({ of, atMost, atLeast }: Floor, unit: string): string {
	const limit = atMost === undefined ? `>= ${atLeast}` : `<= ${atMost}`;
	if (of === "ratio") return `${limit}x`;
	return of === "rss" ? `rss ${limit} MB` : `${limit} ${unit}`;
}

/** Four digits: what is beyond is noise. */
function round(value: number): number {
	return Number(value.toPrecision(4));
}
