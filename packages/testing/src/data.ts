import { existsSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { describe } from "vitest";

const ROOT = path.resolve(
	path.dirname(fileURLToPath(import.meta.url)),
	"../../..",
);

/** Folder of the real data that tests read, beside the project; the
 *  environment variable `XO_TEST_DATA` names another. It is not part of the
 *  project: only tests that read it may skip when it is absent. */
export const DATA_DIR =
	process.env.XO_TEST_DATA ?? path.join(ROOT, "..", "shared");

/** A `describe` that is skipped, with a message, where the data is absent. */
export function describeWithData(name: string, body: () => void): void {
	const isPresent = existsSync(DATA_DIR);
	const title = isPresent ? name : `${name} (skipped: no data at ${DATA_DIR})`;
	describe.skipIf(!isPresent)(title, body);
}
