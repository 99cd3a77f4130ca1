import { expect, test } from "vitest";
import { publicUrlOf } from "./listen.ts";
import { isKnownHost, isSameOrigin } from "./same-origin.ts";

test.each([
	["http://xo.example", "xo.example", true],
	["https://xo.example:8443", "xo.example:8443", true],
	["https://xo.example", "XO.EXAMPLE", true],
	["http://[::1]:80", "[::1]", true],
	["https://xo.example:8443", "xo.example", false],
	["https://xo.example.evil", "xo.example", false],
	["null", "null", false],
	["", "", false],
	[undefined, "xo.example", false],
	["https://xo.example", undefined, false],
])("origin %s, host %s: %s", (origin, host, expected) => {
	expect(isSameOrigin({ origin, host })).toBe(expected);
});

test.each([
	["xo.example", true],
	["xo.example:8443", true],
	["XO.example", true],
	["192.0.2.1:80", true],
	["[2001:db8::1]:80", true],
	["localhost:8080", true],
	["other.example", false],
	["xo.example.evil", false],
	["192.0.2.1.evil", false],
	["xo.example@evil", false],
	["a b", false],
	["", false],
	[undefined, false],
])("host %s is ours: %s", (host, expected) => {
	expect(isKnownHost(host, ["xo.example"])).toBe(expected);
});

test.each([
	["http://127.0.0.1:8080", [], /^http:\/\/127\.0\.0\.1:8080$/],
	["https://[::]:443", ["xo.example"], /^https:\/\/xo\.example$/],
	["http://0.0.0.0:80", [], /^http:\/\/(?!0\.0\.0\.0)[\d.]+$/],
	["http://[::]:8080", [], /^http:\/\/[\d.]+:8080$/],
])("people reach %s with names %j as %s", (url, hostNames, expected) => {
	expect(
		publicUrlOf(url, { hostNames, listen: "", trustProxy: false }),
	).toMatch(expected);
});
