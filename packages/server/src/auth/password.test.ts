import fc from "fast-check";
import { expect, test } from "vitest";
import { formatHash, parseHash } from "./argon2-hash.ts";
import { PasswordHasher } from "./password.ts";

const hasher = new PasswordHasher();

test("a password verifies against its hash and no other", async () => {
	const [hash, again] = await Promise.all([
		hasher.hash("pässword"),
		hasher.hash("pässword"),
	]);
	expect(hash).toMatch(
		/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/,
	);
	expect(again).not.toBe(hash);
	expect(await hasher.verify("pässword", hash)).toBe(true);
	expect(await hasher.verify("pa\u0308ssword", hash)).toBe(true);
	expect(await hasher.verify("password", hash)).toBe(false);
});

test("hashes of other programs with other costs verify", async () => {
	// Test vector of the reference implementation (argon2/src/test.c).
	const hash =
		"$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4";
	expect(await hasher.verify("password", hash)).toBe(true);
	expect(await hasher.verify("passwort", hash)).toBe(false);
});

test.each([undefined, "", "plain", "$2b$10$abc"])(
	"without a usable hash (%s) nothing verifies",
	async (hash) => {
		expect(await hasher.verify("password", hash)).toBe(false);
	},
);

test("an unknown user costs a whole hash", async () => {
	const spans: number[] = [];
	const hash = await hasher.hash("x");
	for (const known of [hash, undefined]) {
		const start = process.cpuUsage();
		await hasher.verify("y", known);
		spans.push(process.cpuUsage(start).user);
	}
	const [known = 0, unknown = 0] = spans;
	expect(unknown).toBeGreaterThan(known / 5);
});

test("no more wait than the queue takes, and those that wait can leave", async () => {
	const small = new PasswordHasher({ maxWaiting: 1 });
	const controller = new AbortController();
	const running = [small.hash("a"), small.hash("b")];
	const waiting = small.hash("c", { signal: controller.signal });
	await expect(small.hash("d")).rejects.toMatchObject({
		kind: "tooManyRequests",
	});
	controller.abort(new Error("left"));
	await expect(waiting).rejects.toThrow("left");
	const next = small.hash("e");
	expect(await Promise.all([...running, next])).toHaveLength(3);
	await expect(small.hash("f", { signal: controller.signal })).rejects.toThrow(
		"left",
	);
	await small.hash("g");
});

test("hashes survive their text form", () => {
	const bytes = (minLength: number) =>
		fc
			.uint8Array({ minLength, maxLength: 64 })
			.map((array) => Buffer.from(array));
	const hashes = fc.record({
		memoryKib: fc.integer({ min: 128, max: 262_144 }),
		passes: fc.integer({ min: 1, max: 16 }),
		parallelism: fc.integer({ min: 1, max: 16 }),
		salt: bytes(9),
		tag: bytes(12),
	});
	fc.assert(
		fc.property(hashes, (hash) => {
			expect(parseHash(formatHash(hash))).toEqual(hash);
		}),
	);
	fc.assert(fc.property(fc.string(), (text) => parseHash(text) === undefined));
});

test.each([
	"m=9999999,t=2,p=1",
	"m=19456,t=99,p=1",
	"m=19456,t=0,p=1",
	"m=8,t=1,p=16",
])("a cost out of bounds is refused: %s", (cost) => {
	const tail = "c29tZXNhbHRzb21lc2FsdA$NEq48r1I2q+5ehW/5R8jV2lTmrmcuhlI";
	expect(parseHash(`$argon2id$v=19$${cost}$${tail}`)).toBeUndefined();
});
