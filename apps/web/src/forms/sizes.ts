const FACTORS = { MiB: 1024 ** 2, GiB: 1024 ** 3, TiB: 1024 ** 4 } as const;

export type SizeUnit = keyof typeof FACTORS;

export const SIZE_UNITS = Object.keys(FACTORS) as readonly SizeUnit[];

/** The largest unit in which a size is a short number. */
export function unitOf(bytes: number | undefined): SizeUnit {
	if (bytes === undefined) return "GiB";
	const fits = SIZE_UNITS.toReversed().find((unit) => {
		const amount = bytes / FACTORS[unit];
		return amount >= 1 && Number.isInteger(amount * 4);
	});
	return fits ?? "MiB";
}

export function toBytes(amount: number, unit: SizeUnit): number {
	return Math.round(amount * FACTORS[unit]);
}

export function fromBytes(bytes: number, unit: SizeUnit): number {
	return bytes / FACTORS[unit];
}
