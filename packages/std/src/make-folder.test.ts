import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, it } from "vitest";
import { makeFolder } from "./make-folder.ts";

it("makes a private folder and those above it, once", () => {
	const root = mkdtempSync(path.join(tmpdir(), "xo-std-"));
	try {
		const folder = path.join(root, "a/b");
		makeFolder(folder);
		makeFolder(folder);
		expect(statSync(folder).mode & 0o777).toBe(0o700);
	} finally {
		rmSync(root, { recursive: true });
	}
});

it("ends where no folder can be made", () => {
	expect(() => makeFolder("/proc/xo/data")).toThrow(
		expect.objectContaining({ code: "ENOENT" }),
	);
});
