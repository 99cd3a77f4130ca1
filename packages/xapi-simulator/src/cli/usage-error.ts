/** The command line is wrong: what, where, what to do. */
export class UsageError extends Error {
	override readonly name = "UsageError";
}
