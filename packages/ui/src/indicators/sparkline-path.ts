interface SparklineBox {
	readonly width: number;
	readonly height: number;
	/** Value at the top; the highest value when absent. */
	readonly max?: number;
}

/** SVG path of evenly spaced values from 0 up; gaps break the line. */
export function sparklinePath(
	values: readonly (number | null)[],
	{ width, height, max }: SparklineBox,
): string {
	const known = values.filter((value) => value !== null);
	const top = max ?? Math.max(0, ...known);
	const step = values.length > 1 ? width / (values.length - 1) : 0;
	let path = "";
	let isOpen = false;
	for (const [index, value] of values.entries()) {
		if (value === null) {
			isOpen = false;
			continue;
		}
		const share = top > 0 ? Math.min(1, Math.max(0, value / top)) : 0;
		const x = round(index * step);
		const y = round(height - share * height);
		path += `${isOpen ? "L" : "M"}${x} ${y}`;
		isOpen = true;
	}
	return path;
}

function round(value: number): number {
	return Math.round(value * 10) / 10;
}
