import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { HostDirectory } from "./host-directory.ts";
import { addressOf, originOf, parsePoolUrl } from "./pool-url.ts";
import { reconnectDelay } from "./reconnect-delay.ts";
import { masterCandidates, mayFollow } from "./redirect-policy.ts";
import { retryAdvice } from "./retry.ts";
import { redact } from "./xapi-error.ts";

describe("reconnectDelay", () => {
	it("doubles up to half a minute, half of it jitter", () => {
		expect(reconnectDelay(0, 0)).toBe(250);
		expect(reconnectDelay(0, 0.999)).toBeCloseTo(500, -1);
		expect(reconnectDelay(3, 0)).toBe(2000);
		expect(reconnectDelay(1000, 0.5)).toBe(22_500);
	});
});

describe("parsePoolUrl", () => {
	it.each([
		[
			"https://xs1",
			{ isTls: true, port: 443, address: "xs1" },
			"https://xs1:443",
		],
		[
			"10.0.0.1",
			{ isTls: true, port: 443, address: "10.0.0.1" },
			"https://10.0.0.1:443",
		],
		[
			"http://h:8080/x",
			{ isTls: false, port: 8080, address: "h" },
			"http://h:8080",
		],
		[
			"https://[FD00::1]:1",
			{ isTls: true, port: 1, address: "fd00::1" },
			"https://[fd00::1]:1",
		],
	])("reads %s", (text, parsed, origin) => {
		const pool = parsePoolUrl(text);
		expect(pool).toEqual(parsed);
		expect(originOf(pool, pool.address)).toBe(origin);
	});

	it("leaves a member the port that its address has", () => {
		const pool = parsePoolUrl("https://127.0.0.1:4430");
		expect(originOf(pool, "127.0.0.1:4431")).toBe("https://127.0.0.1:4431");
		expect(addressOf(pool, { host: "127.0.0.1", port: 4431 })).toBe(
			"127.0.0.1:4431",
		);
		expect(addressOf(pool, { host: "[FD00::2]", port: 4430 })).toBe("fd00::2");
	});

	it.each(["", "ftp://x", "https://", "http://a b"])("refuses %j", (text) => {
		expect(() => parsePoolUrl(text)).toThrow("PROTOCOL_ERROR");
	});
});

describe("retryAdvice", () => {
	it.each([
		["VM.start", "SESSION_INVALID", "renew-session"],
		["VM.start", "HOST_IS_SLAVE", "find-master"],
		["VM.start", "HOST_STILL_BOOTING", "wait"],
		["VM.start", "ECONNREFUSED", "reconnect"],
		["VM.start", "ECONNRESET", "give-up"],
		["VM.get_record", "ECONNRESET", "reconnect"],
		["VM.start", "VM_BAD_POWER_STATE", "give-up"],
		["VM.get_record", "HANDLE_INVALID", "give-up"],
	])("%s after %s: %s", (method, code, advice) => {
		expect(retryAdvice(method, code)).toBe(advice);
	});
});

describe("redirects", () => {
	const directory = new HostDirectory();
	directory.learnHosts(
		new Map([
			["r1", { address: "10.0.0.1" }],
			["r2", { address: "FD00::2" }],
		]),
	);

	it("go to members, or where a verified member says", () => {
		expect(mayFollow("[fd00::2]", directory, false)).toBe(true);
		expect(mayFollow("10.6.6.6", directory, false)).toBe(false);
		expect(mayFollow("10.6.6.6", directory, true)).toBe(true);
		expect(mayFollow("10.6.6.6", new HostDirectory(), false)).toBe(true);
	});

	it("try the likely hosts first, each once", () => {
		const likely = [undefined, "10.0.0.1", "pool.example"];
		expect(masterCandidates(likely, directory)).toEqual([
			"10.0.0.1",
			"pool.example",
			"fd00::2",
		]);
	});
});

describe("HostDirectory", () => {
	it("learns the certificates that hosts show", () => {
		const directory = new HostDirectory();
		const pin = Array(32).fill("AB").join(":");
		directory.learnHosts(new Map([["r1", { address: "10.0.0.1" }]]));
		directory.learnCertificates(
			new Map([
				["c1", { host: "r1", type: "host", fingerprint: pin.toLowerCase() }],
				["c2", { host: "r1", type: "ca", fingerprint: "00" }],
				["c3", { host: "gone", fingerprint: pin }],
			]),
		);
		expect(directory.learnedFingerprints()).toEqual({ "10.0.0.1": pin });
	});
});

describe("redact", () => {
	it("removes secrets from anywhere", () => {
		fc.assert(
			fc.property(
				fc.string({ minLength: 4, unit: fc.constantFrom("a", "b", "c") }),
				fc.string(),
				(secret, text) => {
					const [result = ""] = redact([`${text}${secret}${text}`], [secret]);
					expect(result).not.toContain(secret);
				},
			),
		);
	});
});
