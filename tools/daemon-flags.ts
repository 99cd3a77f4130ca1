/** Flags of Node.js for the daemon. V8 lets its young generation grow to
 *  3 x 16 MB and keeps it; with 8 MB the daemon of a large installation takes
 *  70 MB less and no more time. To begin with as much spares the start most of
 *  its collections. */
export const DAEMON_FLAGS = [
	"--max-semi-space-size=8",
	"--min-semi-space-size=8",
];
