import { describe, expect, it } from "vitest";
import { hostAddressOf, parsePoolHost } from "./pool-host.ts";

describe("parsePoolHost", () => {
	const good: [string, string, string][] = [
		["192.0.2.1", "192.0.2.1", "192.0.2.1"],
		[" xcp.example.org ", "xcp.example.org", "xcp.example.org"],
		["xcp.example.org:8443", "xcp.example.org:8443", "xcp.example.org"],
		["https://xcp.example.org:443/", "xcp.example.org", "xcp.example.org"],
		["http://127.0.0.1:8080", "http://127.0.0.1:8080", "127.0.0.1"],
		["2001:db8::1", "[2001:db8::1]", "2001:db8::1"],
		["[2001:db8::1]:8443", "[2001:db8::1]:8443", "2001:db8::1"],
	];
	for (const [text, host, address] of good) {
		it(`takes ${text}`, () => {
			expect(parsePoolHost(text)).toBe(host);
			expect(hostAddressOf(host)).toBe(address);
		});
	}

	for (const text of [
		"",
		"https://",
		"user:password@192.0.2.1",
		"192.0.2.1/path",
		"192.0.2.1?query",
		"192.0.2.1#hash",
		"192.0.2.1:99999",
		"two words",
	]) {
		it(`refuses ${JSON.stringify(text)}`, () => {
			expect(() => parsePoolHost(text)).toThrow("not an address of a host");
		});
	}
});
