/** Why bytes from the wire could not be understood. */
export class WireError extends Error {
	/** `BAD_VALUE`: of the right type, but no such enum value or date. */
	readonly code: "MALFORMED" | "TOO_DEEP" | "WRONG_TYPE" | "BAD_VALUE";

	constructor(code: WireError["code"], message: string, cause?: unknown) {
		super(message, { cause });
		this.name = "WireError";
		this.code = code;
	}
}

/** How deep values may nest before a parser gives up. */
export const MAX_DEPTH = 64;
