import {
	mkdirSync,
	mkdtempSync,
	rmSync,
	utimesSync,
	writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { isStale } from "./is-stale.ts";

let folder: string;

beforeEach(() => {
	folder = mkdtempSync(path.join(tmpdir(), "xo-stale-"));
	mkdirSync(path.join(folder, "src/tests"), { recursive: true });
	write("bundle.mjs", 100);
	write("src/a.ts", 50);
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(name: string, seconds: number): void {
	const file = path.join(folder, name);
	writeFileSync(file, "");
	utimesSync(file, seconds, seconds);
}

function stale(bundle = "bundle.mjs"): boolean {
	return isStale(path.join(folder, bundle), [path.join(folder, "src")]);
}

it("a build newer than its sources is kept", () => {
	expect(stale()).toBe(false);
	write("src/a.test.ts", 200);
	write("src/tests/b.ts", 200);
	expect(stale()).toBe(false);
});

it("a missing build, or one older than a source, is made again", () => {
	expect(stale("absent.mjs")).toBe(true);
	write("src/b.ts", 200);
	expect(stale()).toBe(true);
});
