const UNITS = ["B", "KiB", "MiB", "GiB", "TiB", "PiB"];

/** `1.5 GiB` */
export function formatBytes(bytes: number): string {
	let unit = 0;
	let amount = bytes;
	while (amount >= 1024 && unit < UNITS.length - 1) {
		amount /= 1024;
		unit++;
	}
	return `${unit === 0 ? amount : amount.toFixed(1)} ${UNITS[unit]}`;
}
