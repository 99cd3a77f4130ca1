type Values = readonly (number | null)[];

/**
 * Running sums from the first series to the last. A missing value adds
 * nothing; where every series is missing, the stack has a gap.
 */
export function stack(series: readonly Values[]): (number | null)[][] {
	const length = series[0]?.length ?? 0;
	const sums = new Float64Array(length);
	const known = new Uint8Array(length);
	for (const values of series) {
		for (let index = 0; index < length; index++) {
			if (values[index] != null) known[index] = 1;
		}
	}
	return series.map((values) => {
		const line: (number | null)[] = new Array(length);
		for (let index = 0; index < length; index++) {
			const sum = (sums[index] ?? 0) + (values[index] ?? 0);
			sums[index] = sum;
			line[index] = known[index] === 1 ? sum : null;
		}
		return line;
	});
}
