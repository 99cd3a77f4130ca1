// Writes docs/errors.md from the tables in the code; its test compares.
import { writeFileSync } from "node:fs";
import path from "node:path";
import { apiErrors } from "@xo/contract";
import { STORE_ERROR_CODES } from "@xo/store";
import { CLIENT_ERROR_CODES } from "@xo/xapi/common";

export const ERRORS_FILE = path.join(
	path.dirname(import.meta.dirname),
	"docs",
	"errors.md",
);

function table(
	header: readonly string[],
	rows: readonly (readonly unknown[])[],
): string {
	const line = (cells: readonly unknown[]) => `| ${cells.join(" | ")} |`;
	return [line(header), line(header.map(() => "---")), ...rows.map(line)].join(
		"\n",
	);
}

/** The text that docs/errors.md must have. */
export function errorsDocument(): string {
	const api = Object.entries(apiErrors)
		.toSorted(([, a], [, b]) => a.code - b.code)
		.map(([name, { code, status, message }]) => [
			code,
			`\`${name}\``,
			status,
			message,
		]);
	const store = Object.entries(STORE_ERROR_CODES).map(([code, text]) => [
		`\`${code}\``,
		text,
	]);
	const client = Object.entries(CLIENT_ERROR_CODES).map(([code, params]) => [
		`\`${code}\``,
		params.join(", "),
	]);
	return `# Errors

Written by \`node tools/errors-doc.ts\`; a test keeps it equal to the code.

## What clients receive

\`code\` in JSON-RPC, the status in REST, where the body is
\`{"error": message, "data"?}\`. The message often says more.

${table(["code", "name", "status", "message"], api)}

Errors of a pool that have no code of their own are \`generic\`; \`data.code\` and
\`data.params\` are XAPI's.

## Of the link to a pool

XAPI's own codes, those of the system (\`ECONNREFUSED\`), and these of the client:

${table(["code", "parameters"], client)}

## Of the database

Shown when the daemon starts, and in its log:

${table(["code", "meaning"], store)}
`;
}

if (import.meta.main) writeFileSync(ERRORS_FILE, errorsDocument());
