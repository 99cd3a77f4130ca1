/** Why a database dump could not be read: what, and where in the file. */
export class DumpError extends Error {
	override readonly name = "DumpError";
}
