import { messageOf } from "@xo/std";
import { StoreError, type StoreErrorCode } from "../errors.ts";

interface Meaning {
	readonly code: StoreErrorCode;
	/** After "the database LOCATION". */
	readonly text: string;
}

const GONE: Meaning = {
	code: "unreachable",
	text: "does not answer: check that PostgreSQL runs and can be reached",
};

/** By SQLSTATE, then by its class
 *  (postgresql.org/docs/15/errcodes-appendix.html), or by system error. */
const MEANINGS: Readonly<Record<string, Meaning>> = {
	"23505": {
		code: "duplicate",
		text: "already has a row with this value",
	},
	"23503": {
		code: "not-found",
		text: "has no row that the new one names",
	},
	"22": { code: "invalid", text: "refuses the value" },
	"23": { code: "invalid", text: "refuses the value" },
	"25006": { code: "read-only", text: "is read-only" },
	"28": {
		code: "unreachable",
		text: "refuses the user or the password: check the configured URL",
	},
	"3D": {
		code: "unreachable",
		text: "does not exist on the server: create it",
	},
	"42501": {
		code: "read-only",
		text: "gives this user no right to write: grant it",
	},
	"53": { code: "unreachable", text: "has no resources left" },
	"53100": { code: "full", text: "cannot grow: free space on its disk" },
	"57": GONE,
	"08": GONE,
	XX001: { code: "corrupt", text: "is damaged: restore it from a backup" },
	XX002: { code: "corrupt", text: "is damaged: restore it from a backup" },
};

const SYSTEM_ERROR = /^E[A-Z]+$/;
/** What pg itself says of a lost connection; it gives no code. */
const CONNECTION_LOST =
	/connection (terminated|error)|timeout exceeded|read timeout|not queryable|was closed/i;

function meaningOf(error: unknown): Meaning | undefined {
	const code = (error as { code?: unknown } | undefined)?.code;
	if (typeof code === "string") {
		if (SYSTEM_ERROR.test(code)) return GONE;
		return MEANINGS[code] ?? MEANINGS[code.slice(0, 2)];
	}
	return CONNECTION_LOST.test(messageOf(error)) ? GONE : undefined;
}

/** @param location the database without credentials, for the message */
export function toStoreError(error: unknown, location: string): StoreError {
	if (error instanceof StoreError) return error;
	const meaning = meaningOf(error);
	return new StoreError(
		meaning?.code ?? "failed",
		`the database ${location} ${meaning?.text ?? "failed"}`,
		{ cause: error },
	);
}
