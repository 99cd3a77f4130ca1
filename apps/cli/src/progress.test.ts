import { expect, it } from "vitest";
import { formatBytes } from "./output/bytes.ts";
import { renderProgress } from "./progress.ts";

it.each([
	[0, "0 B"],
	[1023, "1023 B"],
	[1536, "1.5 KiB"],
	[5 * 2 ** 40, "5.0 TiB"],
])("%i is %s", (bytes, text) => {
	expect(formatBytes(bytes)).toBe(text);
});

it("shows how far, how fast and how long", () => {
	const done = { doneBytes: 2 ** 20, totalBytes: 4 * 2 ** 20, elapsedMs: 500 };
	expect(renderProgress(done)).toBe(
		" 25% ██████░░░░░░░░░░░░░░░░░░  1.0 MiB of 4.0 MiB  2.0 MiB/s  2 s left",
	);
	expect(renderProgress({ ...done, totalBytes: undefined })).toBe(
		"1.0 MiB  2.0 MiB/s",
	);
	expect(
		renderProgress({ doneBytes: 9, totalBytes: 3, elapsedMs: 0 }),
	).toContain("100% ████");
});
