import { StoreError, type StoreErrorCode } from "../errors.ts";
import type { SqliteFailure } from "./protocol.ts";

interface Meaning {
	readonly code: StoreErrorCode;
	/** After "the database FILE". */
	readonly text: string;
}

/** By extended result code, then by its low byte (sqlite.org/rescode.html). */
const MEANINGS: Readonly<Record<number, Meaning>> = {
	5: {
		code: "locked",
		text: "is in use by another process: stop it, or choose another data directory",
	},
	6: { code: "locked", text: "is locked" },
	8: {
		code: "read-only",
		text: "is read-only: check its permissions and those of its folder",
	},
	10: {
		code: "unreachable",
		text: "cannot be read or written: check the disk",
	},
	11: { code: "corrupt", text: "is damaged: restore it from a backup" },
	13: { code: "full", text: "cannot grow: free space on its disk" },
	14: {
		code: "unreachable",
		text: "cannot be opened: check that its folder exists and is accessible",
	},
	19: { code: "invalid", text: "refuses the value" },
	26: {
		code: "corrupt",
		text: "is not a database, or is damaged: restore it from a backup",
	},
	787: { code: "not-found", text: "has no row that the new one names" },
	1555: { code: "duplicate", text: "already has a row with this id" },
	2067: { code: "duplicate", text: "already has a row with this value" },
};

/** @param file the database, for the message */
export function toStoreError(failure: SqliteFailure, file: string): StoreError {
	const { resultCode = -1, message } = failure;
	const meaning = MEANINGS[resultCode] ?? MEANINGS[resultCode & 0xff];
	const cause = new Error(`SQLite ${resultCode}: ${message}`);
	if (resultCode === -1 || meaning === undefined) {
		return new StoreError("failed", `the database ${file} failed`, { cause });
	}
	return new StoreError(meaning.code, `the database ${file} ${meaning.text}`, {
		cause,
	});
}
