import { ManualClock } from "@xo/std";
import fc from "fast-check";
import { expect, test } from "vitest";
import { addressGroupOf } from "./address-group.ts";
import { type Attempt, LoginThrottle } from "./throttle.ts";

const NOW = 1_790_000_000_000;
const tooMany = expect.objectContaining({ kind: "tooManyRequests" });

function setUp() {
	const clock = new ManualClock(NOW);
	const throttle = new LoginThrottle({ clock });
	return {
		clock,
		throttle,
		fail: (attempt: Attempt) => throttle.noteFailure(throttle.begin(attempt)),
		succeed: (attempt: Attempt) =>
			throttle.noteSuccess(throttle.begin(attempt)),
	};
}

test("after a failure the same address waits two seconds, others do not", () => {
	const { clock, throttle, fail, succeed } = setUp();
	const ada = { login: "ada", address: "10.0.0.1" };
	succeed(ada);
	fail(ada);
	expect(() => throttle.begin({ ...ada, login: "ADA" })).toThrow(tooMany);
	succeed({ ...ada, address: "10.0.0.2" });
	succeed({ ...ada, login: "bob" });
	clock.advance(1_999);
	expect(() => throttle.begin(ada)).toThrow(tooMany);
	clock.advance(1);
	succeed(ada);
});

test("guesses from many addresses share the name's budget, never its owner's", () => {
	const { clock, throttle, fail, succeed } = setUp();
	const owner = { login: "ada", address: "192.0.2.7" };
	succeed(owner);
	for (let guess = 0; guess < 20; guess++) {
		fail({ login: "ada", address: `10.0.0.${guess}` });
	}
	const stranger = { login: "ada", address: "10.0.1.1" };
	expect(() => throttle.begin(stranger)).toThrow(tooMany);
	succeed(owner);
	expect(() => throttle.begin(stranger)).toThrow(tooMany);
	throttle.begin(stranger, true);
	succeed({ ...stranger, login: "bob" });
	clock.advance(3_000);
	fail(stranger);
	expect(() => throttle.begin({ ...stranger, address: "10.0.1.2" })).toThrow(
		tooMany,
	);
});

test("guesses sent all at once are counted before they are looked at", () => {
	const { throttle } = setUp();
	const attempts = Array.from({ length: 20 }, (_, index) =>
		throttle.begin({ login: "ada", address: `10.0.0.${index}` }),
	);
	const late = { login: "ada", address: "10.9.9.9" };
	expect(() => throttle.begin(late)).toThrow(tooMany);
	for (const trial of attempts) throttle.noteNothing(trial);
	throttle.begin(late);
});

test("addresses of one IPv6 host count as one", () => {
	const { throttle, fail } = setUp();
	fail({ login: "ada", address: "2001:db8::1" });
	const other = { login: "ada", address: "2001:db8:0:0:ffff::2" };
	expect(() => throttle.begin(other)).toThrow(tooMany);
	throttle.begin({ ...other, address: "2001:db8:0:1::1" });
});

test.each([
	["10.0.0.1", "10.0.0.1"],
	["::ffff:10.0.0.1", "10.0.0.1"],
	["::1", "0:0:0:0::/64"],
	["fe80::1%eth0", "fe80:0:0:0::/64"],
	["2001:DB8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
	["", ""],
])("the group of %s is %s", (address, group) => {
	expect(addressGroupOf(address)).toBe(group);
});

test("every form of an IPv6 address is in the same group", () => {
	fc.assert(
		fc.property(fc.ipV6(), (address) => {
			const { hostname } = new URL(`http://[${address}]`);
			const canonical = hostname.slice(1, -1);
			expect(addressGroupOf(canonical)).toBe(addressGroupOf(address));
		}),
	);
});

test("forgets the oldest of too many names", () => {
	const { throttle, fail } = setUp();
	const address = "10.0.0.1";
	for (let index = 0; index < 10_001; index++) {
		fail({ login: `user ${index}`, address });
	}
	throttle.begin({ login: "user 0", address });
	expect(() => throttle.begin({ login: "user 1", address })).toThrow(tooMany);
});
