import { ManualClock } from "@xo/std";
import { Secret, TOTP } from "otpauth";
import { expect, test } from "vitest";
import { CredentialCache } from "./credential-cache.ts";
import { TotpVerifier } from "./totp.ts";

const NOW = 1_790_000_000_000;
const SECRET = "JBSWY3DPEHPK3PXP";

test("a credential is remembered for a minute, for that password alone", () => {
	const clock = new ManualClock(NOW);
	const cache = new CredentialCache({ clock });
	const user = { id: "u1", passwordHash: "h1" };
	cache.add(user, "right");
	expect(cache.has(user, "right")).toBe(true);
	expect(cache.has(user, "wrong")).toBe(false);
	expect(cache.has({ ...user, id: "u2" }, "right")).toBe(false);
	clock.advance(59_999);
	expect(cache.has(user, "right")).toBe(true);
	clock.advance(1);
	expect(cache.has(user, "right")).toBe(false);
});

test("a change of the user makes it forget", () => {
	const cache = new CredentialCache({ clock: new ManualClock(NOW) });
	const user = { id: "u1", passwordHash: "h1" };
	cache.add(user, "right");
	cache.drop(user.id);
	expect(cache.has(user, "right")).toBe(false);
	// A check of the old password that ends after the change.
	cache.add(user, "right");
	expect(cache.has({ ...user, passwordHash: "h2" }, "right")).toBe(false);
});

function codeAt(timestamp: number): string {
	const totp = new TOTP({ secret: Secret.fromBase32(SECRET) });
	return totp.generate({ timestamp });
}

test.each([
	[-60_000, false],
	[-30_000, true],
	[0, true],
	[30_000, true],
	[60_000, false],
])("a code of %i ms from now: %s", (offset, isRight) => {
	const totp = new TotpVerifier({ clock: new ManualClock(NOW) });
	expect(totp.verify("u1", SECRET, codeAt(NOW + offset))).toBe(isRight);
});

test("a code is good for once and for one user", () => {
	const clock = new ManualClock(NOW);
	const totp = new TotpVerifier({ clock });
	const code = codeAt(NOW);
	expect(
		totp.verify("u1", SECRET, ` ${code.slice(0, 3)} ${code.slice(3)}`),
	).toBe(true);
	expect(totp.verify("u1", SECRET, code)).toBe(false);
	expect(totp.verify("u1", SECRET, codeAt(NOW - 30_000))).toBe(false);
	expect(totp.verify("u2", SECRET, code)).toBe(true);
	clock.advance(30_000);
	expect(totp.verify("u1", SECRET, codeAt(clock.now()))).toBe(true);
});

test.each([undefined, "", "12345", "1234567", "abcdef"])(
	"%s is no code",
	(code) => {
		const totp = new TotpVerifier({ clock: new ManualClock(NOW) });
		expect(totp.verify("u1", SECRET, code)).toBe(false);
	},
);

test("a secret that is not base32 lets nobody in", () => {
	const totp = new TotpVerifier({ clock: new ManualClock(NOW) });
	expect(totp.verify("u1", "!not base32!", "123456")).toBe(false);
});
