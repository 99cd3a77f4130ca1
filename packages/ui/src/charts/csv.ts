import { exportCsv } from "../table/export.ts";
import type { TimeData } from "./time-data.ts";

/** The data as CSV: one row a time in ISO 8601, gaps empty. */
export function chartCsv(
	{ timesMs, series }: TimeData,
	timeHeader: string,
): AsyncGenerator<string> {
	const columns = [
		{
			header: timeHeader,
			value: (index: number) => new Date(timesMs[index] ?? 0).toISOString(),
		},
		...series.map(({ label, values }) => ({
			header: label,
			value: (index: number) => values[index],
		})),
	];
	return exportCsv(columns, [timesMs.map((_, index) => index)]);
}
