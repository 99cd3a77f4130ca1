import { expect, test } from "vitest";
import { isCodeRight, newSecret, uriOf } from "./totp.ts";

// RFC 6238, appendix B: the secret "12345678901234567890".
const SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

test.each([
	[59, "287082"],
	[1_111_111_109, "081804"],
	[1_234_567_890, "005924"],
	[20_000_000_000, "353130"],
])("at %i s the code is %s", async (seconds, code) => {
	const nowMs = seconds * 1_000;
	expect(await isCodeRight(SECRET, code, nowMs)).toBe(true);
	expect(
		await isCodeRight(SECRET, ` ${code.slice(0, 3)} ${code.slice(3)}`, nowMs),
	).toBe(true);
	expect(await isCodeRight(SECRET, code, nowMs + 30_000)).toBe(true);
	expect(await isCodeRight(SECRET, code, nowMs + 60_000)).toBe(false);
});

test("secrets are new each time, of 160 bits", () => {
	expect(newSecret()).toMatch(/^[A-Z2-7]{32}$/);
	expect(newSecret()).not.toBe(newSecret());
});

test("the address for authenticator apps", () => {
	const options = { issuer: "My XO", account: "ada@example.org" };
	expect(uriOf({ ...options, secret: SECRET })).toBe(
		`otpauth://totp/My%20XO:ada%40example.org?secret=${SECRET}&issuer=My%20XO`,
	);
});
