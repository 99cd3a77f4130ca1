/** How long operations take, in milliseconds of simulated time. */
export const DURATION_MS = {
	start: 3_000,
	cleanShutdown: 5_000,
	hardShutdown: 700,
	cleanReboot: 8_000,
	hardReboot: 2_500,
	pause: 150,
	snapshot: 2_000,
	clone: 2_500,
	revert: 3_000,
	destroy: 500,
	provision: 2_000,
	plug: 400,
	media: 300,
	vdiCreate: 700,
	vdiSnapshot: 600,
	vdiDestroy: 500,
	network: 500,
	pifReconfigure: 1_500,
	srCreate: 4_000,
	srScan: 1_000,
	pbdPlug: 1_200,
	plugin: 300,
	haEnable: 5_000,
} as const;

const MEMORY_BYTES_PER_MS = 500_000;
const DISK_BYTES_PER_MS = 150_000;

/** Time to write or send that much guest memory. */
export function memoryTransferMs(bytes: number): number {
	return 1_000 + bytes / MEMORY_BYTES_PER_MS;
}

/** Time to copy that much of a disk. */
export function diskCopyMs(bytes: number): number {
	return 1_000 + bytes / DISK_BYTES_PER_MS;
}
