import { X509Certificate } from "node:crypto";
import { describe, expect, it } from "vitest";
import { createSelfSignedCertificate } from "./self-signed-certificate.ts";

describe("createSelfSignedCertificate", () => {
	it("signs itself for its address", () => {
		const { cert, fingerprint } = createSelfSignedCertificate(["127.20.0.9"]);
		const parsed = new X509Certificate(cert);
		expect(parsed.verify(parsed.publicKey)).toBe(true);
		expect(parsed.checkIP("127.20.0.9")).toBe("127.20.0.9");
		expect(parsed.checkIP("127.20.0.8")).toBeUndefined();
		expect(parsed.fingerprint256).toBe(fingerprint);
		expect(fingerprint).toMatch(/^([0-9A-F]{2}:){31}[0-9A-F]{2}$/);
		expect(parsed.validToDate.getTime()).toBeGreaterThan(Date.now());
	});

	it("is good for every name and address that it is given", () => {
		const names = ["xo.example.org", "::1", "2001:db8::7:0:1"] as const;
		const { cert } = createSelfSignedCertificate([
			...names,
			"::ffff:192.0.2.1",
		]);
		const parsed = new X509Certificate(cert);
		expect(parsed.subject).toBe("CN=xo.example.org");
		expect(parsed.checkHost("xo.example.org")).toBe("xo.example.org");
		expect(parsed.checkHost("example.org")).toBeUndefined();
		expect(parsed.subjectAltName).toBe(
			"DNS:xo.example.org, IP Address:0:0:0:0:0:0:0:1, IP Address:2001:DB8:0:0:0:7:0:1, IP Address:0:0:0:0:0:FFFF:C000:201",
		);
	});

	it("is well-formed whatever its random serial number", () => {
		for (let i = 0; i < 300; i++) createSelfSignedCertificate(["127.0.0.1"]);
	});
});
