import { invalidParameters } from "@xo/contract";

const FACTORS: Readonly<Record<string, number>> = {
	"": 1,
	b: 1,
	k: 1024,
	kib: 1024,
	kb: 1000,
	m: 1024 ** 2,
	mib: 1024 ** 2,
	mb: 1000 ** 2,
	g: 1024 ** 3,
	gib: 1024 ** 3,
	gb: 1000 ** 3,
	t: 1024 ** 4,
	tib: 1024 ** 4,
	tb: 1000 ** 4,
};

/** Bytes of a number of them, or of text such as `2 GiB`.
 *  @throws ApiError `invalidParameters`, naming the parameter */
export function parseSize(
	name: string,
	value: number | string | undefined,
): number | undefined {
	if (value === undefined || typeof value === "number") return value;
	const [, amount, unit = ""] =
		/^\s*(\d+(?:\.\d+)?)\s*([a-z]*)\s*$/i.exec(value) ?? [];
	const factor = FACTORS[unit.toLowerCase()];
	if (amount === undefined || factor === undefined) {
		throw invalidParameters(
			`${name}: not a size: "${value}" (bytes, or a number with KiB, MiB, GiB)`,
		);
	}
	return Math.round(Number(amount) * factor);
}
