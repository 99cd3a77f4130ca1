import {
	mkdirSync,
	mkdtempSync,
	rmSync,
	utimesSync,
	writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { WebFiles } from "./web-files.ts";

let folder: string;
beforeEach(() => {
	folder = mkdtempSync(path.join(tmpdir(), "xo-web-files-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Leaves what a build at this time would. */
function build(script: string, at: number): void {
	rmSync(folder, { recursive: true });
	mkdirSync(path.join(folder, "assets"), { recursive: true });
	writeFileSync(path.join(folder, "assets", script), script);
	writeFileSync(path.join(folder, "index.html"), script);
	utimesSync(path.join(folder, "index.html"), at, at);
}

function read(files: WebFiles, url: string): string | undefined {
	return files.get(url)?.content?.body.toString();
}

test("another build is served without a restart", () => {
	build("a.js", 1_000);
	const files = new WebFiles(folder);
	expect(read(files, "/index.html")).toBe("a.js");
	expect(read(files, "/assets/a.js")).toBe("a.js");
	build("b.js", 2_000);
	expect(read(files, "/assets/b.js")).toBe("b.js");
	expect(read(files, "/index.html")).toBe("b.js");
	expect(read(files, "/assets/a.js")).toBeUndefined();
});

test("the build before is served while there is none", () => {
	build("a.js", 1_000);
	const files = new WebFiles(folder);
	expect(read(files, "/index.html")).toBe("a.js");
	rmSync(path.join(folder, "index.html"));
	expect(read(files, "/index.html")).toBe("a.js");
});

test("what is not in the folder is not served", () => {
	build("a.js", 1_000);
	writeFileSync(path.join(folder, ".secret.txt"), "hidden");
	const files = new WebFiles(folder);
	for (const url of ["/.secret.txt", "/assets/../index.html", "/other.js"]) {
		expect(files.get(url)).toBeUndefined();
	}
});
