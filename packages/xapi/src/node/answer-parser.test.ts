import fc from "fast-check";
import { expect, it } from "vitest";
import { type AnswerHead, AnswerParser } from "./answer-parser.ts";

/** Reads an answer that arrives in these pieces, and then the end. */
function read(pieces: readonly Buffer[]) {
	let head: AnswerHead | undefined;
	const body: Buffer[] = [];
	let isEnded = false;
	const parser = new AnswerParser({
		onHead: (received) => {
			head = received;
		},
		onData: (bytes) => body.push(bytes),
		onEnd: () => {
			isEnded = true;
		},
	});
	for (const piece of pieces) parser.push(piece);
	parser.close();
	return { head, body: Buffer.concat(body), isEnded };
}

function cut(bytes: Buffer, at: readonly number[]): Buffer[] {
	const ends = [...at.map((n) => n % (bytes.length + 1)), bytes.length];
	ends.sort((a, b) => a - b);
	return ends.map((end, index) => bytes.subarray(ends[index - 1] ?? 0, end));
}

function frame(framing: string, chunks: readonly Uint8Array[]): Buffer {
	const body = Buffer.concat(chunks);
	const head = (header: string) =>
		Buffer.from(`HTTP/1.1 200 OK\r\nX-A: b: c\r\n${header}\r\n`);
	if (framing === "close") return Buffer.concat([head(""), body]);
	if (framing === "length") {
		return Buffer.concat([head(`Content-Length: ${body.length}\r\n`), body]);
	}
	const encoded = chunks
		.filter(({ length }) => length > 0)
		.map((chunk) =>
			Buffer.concat([
				Buffer.from(`${chunk.length.toString(16)};x=1\r\n`),
				chunk,
				Buffer.from("\r\n"),
			]),
		);
	return Buffer.concat([
		head("Transfer-Encoding: Chunked\r\n"),
		...encoded,
		Buffer.from("0\r\nX-T: 1\r\n\r\n"),
	]);
}

it("reads a body however it is framed and cut", () => {
	fc.assert(
		fc.property(
			fc.record({
				framing: fc.constantFrom("length", "chunked", "close"),
				chunks: fc.array(fc.uint8Array({ maxLength: 40 }), { maxLength: 5 }),
				at: fc.array(fc.nat(), { maxLength: 8 }),
				isInterim: fc.boolean(),
			}),
			({ framing, chunks, at, isInterim }) => {
				const interim = isInterim ? "HTTP/1.1 100 Continue\r\n\r\n" : "";
				const bytes = frame(framing, chunks);
				const whole = Buffer.concat([Buffer.from(interim), bytes]);
				const answer = read(cut(whole, at));
				expect(answer.body).toEqual(Buffer.concat(chunks));
				expect(answer.isEnded).toBe(true);
				expect(answer.head).toMatchObject({
					status: 200,
					headers: { "x-a": "b: c" },
					isKept: framing !== "close",
				});
			},
		),
	);
});

it("fails on anything else, and only as it says", () => {
	fc.assert(
		fc.property(
			fc.array(
				fc.constantFrom(
					...["HTTP/1.1 200 OK\r\n", "content-length: 3\r\n", "\r\n", "3\r\n"],
					...["transfer-encoding: chunked\r\n", "abc", "0\r\n", "\0", ":"],
				),
			),
			(parts) => {
				try {
					read([Buffer.from(parts.join(""))]);
				} catch (error) {
					expect(["PROTOCOL_ERROR", "ECONNRESET"]).toContain(
						(error as { code: string }).code,
					);
				}
			},
		),
	);
});

it.each([
	["no HTTP", "SSH-2.0-x\r\n\r\n"],
	["a length that is none", "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n"],
	[
		"a chunk without a size",
		"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
	],
	["more than it says", "HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\nab"],
	["a head without end", `HTTP/1.1 200 OK\r\nX: ${"x".repeat(70_000)}`],
])("refuses %s", (_, text) => {
	expect(() => read([Buffer.from(text)])).toThrow(
		expect.objectContaining({ code: "PROTOCOL_ERROR" }),
	);
});

it("keeps no connection that is to be closed", () => {
	const kept = (text: string) => read([Buffer.from(text)]).head?.isKept;
	const empty = "Content-Length: 0\r\n";
	expect(kept(`HTTP/1.1 200 OK\r\n${empty}Connection: close\r\n\r\n`)).toBe(
		false,
	);
	expect(kept(`HTTP/1.0 200 OK\r\n${empty}\r\n`)).toBe(false);
	expect(kept(`HTTP/1.1 204 No Content\r\n\r\n`)).toBe(true);
});
