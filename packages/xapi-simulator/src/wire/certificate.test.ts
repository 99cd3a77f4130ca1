import { X509Certificate } from "node:crypto";
import { describe, expect, it } from "vitest";
import { createCertificate } from "./certificate.ts";

describe("createCertificate", () => {
	it("signs itself for its address", () => {
		const { cert, fingerprint } = createCertificate("127.20.0.9");
		const parsed = new X509Certificate(cert);
		expect(parsed.verify(parsed.publicKey)).toBe(true);
		expect(parsed.checkIP("127.20.0.9")).toBe("127.20.0.9");
		expect(parsed.checkIP("127.20.0.8")).toBeUndefined();
		expect(parsed.fingerprint256).toBe(fingerprint);
		expect(fingerprint).toMatch(/^([0-9A-F]{2}:){31}[0-9A-F]{2}$/);
		expect(parsed.validToDate.getTime()).toBeGreaterThan(Date.now());
	});

	it("is well-formed whatever its random serial number", () => {
		for (let i = 0; i < 300; i++) createCertificate("127.0.0.1");
	});
});
