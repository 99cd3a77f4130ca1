/** Flags of Node.js for the daemon. V8 lets its young generation grow to
 *  3 x 16 MB and keeps it; with 8 MB the daemon of a large installation takes
 *  70 MB less and no more time. To begin with as much spares the start most of
 *  its collections. */
export const DAEMON_FLAGS = [
	"--max-semi-space-size=8",
	"--min-semi-space-size=8",
];

/** The C library keeps a heap for each thread that allocates, and what buffers
 *  leave free in one is of no use to another: at 500 changes a second they held
 *  277 MB for 60 MB in use, and grew. One for all takes 140 MB less; it still
 *  grows by a tenth in ten minutes. */
export const DAEMON_ENVIRONMENT = { MALLOC_ARENA_MAX: "1" };
