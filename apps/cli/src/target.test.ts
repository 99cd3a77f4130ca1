import { describe, expect, it } from "vitest";
import { resolveTarget } from "./target.ts";

describe("resolveTarget", () => {
	it.each([
		["https://t%40k@xo.example.org/", "https://xo.example.org", "t@k"],
		["t@xo.example.org:8443", "https://xo.example.org:8443", "t"],
		["ws://t@127.0.0.1:80/xo/", "http://127.0.0.1/xo", "t"],
	])("--url %s", (url, address, token) => {
		expect(resolveTarget({ token: "other", server: "y" }, { url })).toEqual({
			url: address,
			token,
			allowUnauthorized: false,
		});
	});

	it("uses the registration", () => {
		const config = { server: "wss://xo/", token: "t", allowUnauthorized: true };
		expect(resolveTarget(config, {})).toEqual({
			url: "https://xo",
			token: "t",
			allowUnauthorized: true,
		});
	});

	it.each(["https://xo.example.org", "ftp://t@x", "http://"])(
		"refuses --url %s",
		(url) => {
			expect(() => resolveTarget({}, { url })).toThrow();
		},
	);
});
