import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { ERRORS_FILE, errorsDocument } from "./errors-doc.ts";

it("docs/errors.md equals the code", () => {
	expect(readFileSync(ERRORS_FILE, "utf8")).toBe(errorsDocument());
});
