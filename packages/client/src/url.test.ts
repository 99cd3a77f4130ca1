import { describe, expect, it } from "vitest";
import { toSocketUrl } from "./url.ts";

describe("toSocketUrl", () => {
	it.each([
		["https://xo.example.org", "wss://xo.example.org/api/"],
		["http://127.0.0.1:8080///", "ws://127.0.0.1:8080/api/"],
		["xo.example.org", "wss://xo.example.org/api/"],
		["localhost:8080", "wss://localhost:8080/api/"],
		["wss://xo.example.org/v5", "wss://xo.example.org/v5/api/"],
		["https://xo.example.org/api/", "wss://xo.example.org/api/"],
		["https://token@xo.example.org/?a#b", "wss://xo.example.org/api/"],
		["http://[::1]:80/", "ws://[::1]/api/"],
	])("%s -> %s", (address, url) => {
		expect(toSocketUrl(address)).toBe(url);
	});

	it.each(["ftp://xo", "", "http://", "a b"])("refuses %j", (address) => {
		expect(() => toSocketUrl(address)).toThrow(/not the address of a server/);
	});
});
