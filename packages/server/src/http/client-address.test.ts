import type { Socket } from "node:net";
import { expect, test } from "vitest";
import { clientAddressOf, proxyCheck } from "./client-address.ts";

function addressOf(
	[peer, forwarded]: readonly [string, string | undefined],
	trustProxy: boolean | readonly string[],
): string {
	return clientAddressOf(
		{
			socket: { remoteAddress: peer } as Socket,
			headers: { "x-forwarded-for": forwarded },
		},
		proxyCheck(trustProxy),
	);
}

test.each([
	["::ffff:10.0.0.9", undefined, false, "10.0.0.9"],
	["10.0.0.9", "192.0.2.1", false, "10.0.0.9"],
	["10.0.0.9", "192.0.2.1", true, "192.0.2.1"],
	["10.0.0.9", "192.0.2.1", ["10.0.0.0/8"], "192.0.2.1"],
	["10.0.0.9", "192.0.2.1", ["10.0.0.9"], "192.0.2.1"],
	["11.0.0.9", "192.0.2.1", ["10.0.0.0/8"], "11.0.0.9"],
	["127.0.0.1", "192.0.2.1, 10.1.1.1", ["loopback"], "10.1.1.1"],
	["::1", "2001:db8::1", ["loopback"], "2001:db8::1"],
	[
		"127.0.0.1",
		"6.6.6.6, 192.0.2.1, 10.1.1.1",
		["loopback", "uniquelocal"],
		"192.0.2.1",
	],
	["127.0.0.1", "nonsense", true, "127.0.0.1"],
	["127.0.0.1", undefined, true, "127.0.0.1"],
] as const)(
	"%s for %s, trusting %j: %s",
	(...[peer, forwarded, trust, address]) => {
		expect(addressOf([peer, forwarded], trust)).toBe(address);
	},
);

test("names the entry that is no address", () => {
	expect(() => proxyCheck(["10.0.0.1", "proxy.example"])).toThrow(
		"http.trustProxy: not an address or network: proxy.example",
	);
});
