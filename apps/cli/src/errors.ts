/** What a command fails with: shown as is, without a stack. */
export class CliError extends Error {
	override readonly name = "CliError";
	/** Stable, for tests and scripts. */
	readonly code: string;
	/** Lines below the message. */
	readonly details: readonly string[];
	/** What the person can do about it. */
	readonly hint: string | undefined;

	constructor(
		code: string,
		message: string,
		options: {
			readonly hint?: string | undefined;
			readonly details?: readonly string[];
			readonly cause?: unknown;
		} = {},
	) {
		super(message, { cause: options.cause });
		this.code = code;
		this.hint = options.hint;
		this.details = options.details ?? [];
	}
}
