/** What each code of a {@link StoreError} means and what to do about it. */
export const STORE_ERROR_CODES = {
	duplicate: "another row already has this unique value",
	"not-found": "the row, or a row that it names, does not exist",
	invalid: "the database refuses the value",
	"read-only": "the database cannot be written",
	full: "the disk or the database is full",
	locked: "another process uses this database",
	unreachable: "the database cannot be opened or reached",
	corrupt: "the database or a value in it is damaged",
	"wrong-key": "the key file is not the one that encrypted this database",
	"insecure-key": "other accounts of the system can read the key file",
	"schema-too-new": "a later version of the program wrote this database",
	overloaded: "too many writes are waiting for the database",
	closed: "the store was closed",
	failed: "the database failed in an unforeseen way",
} as const;

/** The stable codes of {@link StoreError}. */
export type StoreErrorCode = keyof typeof STORE_ERROR_CODES;

/** Any failure of the store. `message` holds no values of rows and no
 *  credentials, so it may be shown; `cause` is for logs only. */
export class StoreError extends Error {
	override readonly name = "StoreError";
	readonly code: StoreErrorCode;

	constructor(
		code: StoreErrorCode,
		message: string,
		options?: { readonly cause?: unknown },
	) {
		super(message, options);
		this.code = code;
	}
}

/** `not-found` for a row of `kind`, such as "user". */
export function notFound(kind: string, id: string): StoreError {
	return new StoreError("not-found", `no ${kind} ${id}`);
}
