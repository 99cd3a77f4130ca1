import { Readable } from "node:stream";
import { describe, expect, it } from "vitest";
import { readBody, readText } from "./read-body.ts";

const MB = 1024 ** 2;

function bodyOf(...texts: readonly string[]): Readable {
	return Readable.from(texts.map((text) => Buffer.from(text)));
}

/** Longer than a slice: what comes next is put off. */
function beBusy(): void {
	const end = performance.now() + 7;
	while (performance.now() < end);
}

describe("readBody", () => {
	it("gives every chunk, in order, also those put off", async () => {
		const texts = Array.from({ length: 9 }, (_, index) => `chunk ${index}`);
		const seen: string[] = [];
		await readBody(bodyOf(...texts), MB, (chunk) => {
			seen.push(String(chunk));
			beBusy();
		});
		expect(seen).toEqual(texts);
	});

	it.each([0, 1, 2])("fails with what failed on chunk %i", async (index) => {
		let count = 0;
		const reading = readBody(bodyOf("a", "b", "c"), MB, () => {
			beBusy();
			if (count++ === index) throw new SyntaxError("bad");
		});
		await expect(reading).rejects.toMatchObject({ code: "PROTOCOL_ERROR" });
		expect(count).toBe(index + 1);
	});

	it("refuses what is too long", async () => {
		await expect(readText(bodyOf("abc", "def"), 5)).rejects.toMatchObject({
			code: "PROTOCOL_ERROR",
		});
	});

	it("fails when the body ends early, and then gives nothing more", async () => {
		const body = new Readable({ read() {} });
		const seen: string[] = [];
		body.push("a");
		body.push("b");
		const reading = readBody(body, MB, (chunk) => {
			seen.push(String(chunk));
			beBusy();
			queueMicrotask(() => body.destroy(new Error("gone")));
		});
		await expect(reading).rejects.toMatchObject({ code: "NETWORK_ERROR" });
		await new Promise((resolve) => setImmediate(resolve));
		expect(seen).toEqual(["a"]);
	});
});
