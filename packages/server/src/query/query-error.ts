/** A live query that is not opened; `code` says why, `details` how much is
 *  allowed. */
export class LiveQueryError extends Error {
	override readonly name = "LiveQueryError";
	readonly code: "TOO_MANY_QUERIES" | "CLOSED";
	readonly details: { readonly limit?: number };

	constructor(
		code: LiveQueryError["code"],
		message: string,
		details: LiveQueryError["details"] = {},
	) {
		super(message);
		this.code = code;
		this.details = details;
	}
}
