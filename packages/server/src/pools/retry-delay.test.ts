import { XapiError } from "@xo/xapi/common";
import { expect, test } from "vitest";
import { retryDelay } from "./retry-delay.ts";

const unreachable = new XapiError("ECONNREFUSED");

test.each([
	[0, 0, 500],
	[0, 1, 1_000],
	[3, 1, 8_000],
	[6, 1, 60_000],
	[50, 1, 60_000],
	[50, 0, 30_000],
])("attempt %i with luck %d: %i ms", (attempt, random, expected) => {
	expect(retryDelay({ error: unreachable, attempt, random })).toBe(expected);
});

test("a refused account is tried again after minutes only", () => {
	const error = new XapiError("SESSION_AUTHENTICATION_FAILED");
	expect(retryDelay({ error, attempt: 0, random: 0 })).toBe(150_000);
	expect(retryDelay({ error, attempt: 9, random: 1 })).toBe(300_000);
});
