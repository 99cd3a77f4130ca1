import type { Floor, Measurement } from "../measurement.ts";
import { summarise } from "../statistics.ts";

/** A row from repeated measurements: their median and spread, and its ratio to
 *  the median of the baseline's. */
export function rowOf(
	row: {
		readonly name: string;
		readonly unit: string;
		readonly baseline?: string;
		readonly floors?: readonly Floor[];
		readonly rss?: number;
	},
	values: readonly number[],
	baseline?: readonly number[],
): Measurement {
	const { median, spread } = summarise(values);
	return {
		...row,
		value: median,
		spread,
		...(baseline === undefined
			? {}
			: { ratio: median / summarise(baseline).median }),
	};
}
