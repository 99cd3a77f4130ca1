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
			value: (index: number) => rounded(values[index]),
		})),
	];
	return exportCsv(columns, [timesMs.map((_, index) => index)]);
}

/** Without the last digits, which only computing has brought. */
function rounded(value: number | null | undefined): number | undefined {
	return value == null ? undefined : Number(value.toPrecision(12));
}
