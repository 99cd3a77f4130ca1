import { X509Certificate } from "node:crypto";
import {
	mkdtempSync,
	readFileSync,
	rmSync,
	statSync,
	writeFileSync,
} from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import { connect } from "node:tls";
import { createSelfSignedCertificate } from "@xo/std/self-signed-certificate";
import { startTestServer, TEST_ADMIN } from "@xo/testing";
import { afterEach, beforeEach, expect, test } from "vitest";
import { requestHttps, TestBrowser } from "./_browser.ts";
import { startEmptyServer } from "./_empty-server.ts";

let folder: string;

beforeEach(() => {
	folder = mkdtempSync(path.join(tmpdir(), "xo-https-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(name: string, text: string): string {
	const file = path.join(folder, name);
	writeFileSync(file, text);
	return file;
}

function fingerprintOf(url: string): Promise<string> {
	const { hostname, port } = new URL(url);
	const { promise, resolve, reject } = Promise.withResolvers<string>();
	const socket = connect(
		{ host: hostname, port: Number(port), rejectUnauthorized: false },
		() => {
			resolve(socket.getPeerCertificate().fingerprint256);
			socket.destroy();
		},
	);
	socket.on("error", reject);
	return promise;
}

test("without files it makes a certificate and keeps it", async () => {
	const http = { https: {}, hostNames: ["xo.example.org"] };
	const fingerprints: string[] = [];
	for (let start = 0; start < 2; start++) {
		await using server = await startEmptyServer({ folder, http });
		expect(server.url).toMatch(/^https:/);
		expect(await server.createSetupLink()).toMatch(
			/^https:\/\/xo\.example\.org:\d+\/setup#/,
		);
		fingerprints.push(await fingerprintOf(server.url));
		const key = path.join(server.dataDir, "https.key");
		expect(statSync(key).mode & 0o777).toBe(0o600);
		const cert = readFileSync(path.join(server.dataDir, "https.crt"), "utf8");
		const parsed = new X509Certificate(cert);
		expect(parsed.checkHost("xo.example.org")).toBe("xo.example.org");
		expect(parsed.checkHost("localhost")).toBe("localhost");
		expect(parsed.checkIP("127.0.0.1")).toBe("127.0.0.1");
	}
	expect(fingerprints[0]).toBe(fingerprints[1]);
});

test("a kept certificate that is damaged is made anew", async () => {
	const http = { https: {} };
	{
		await using _ = await startEmptyServer({ folder, http });
	}
	writeFileSync(path.join(folder, "data", "https.crt"), "damaged");
	await using server = await startEmptyServer({ folder, http });
	expect(await fingerprintOf(server.url)).toMatch(/^[0-9A-F:]{95}$/);
});

test("it serves with the certificate that it is given", async () => {
	const made = createSelfSignedCertificate(["127.0.0.1"]);
	const cert = write("a.crt", made.cert);
	const key = write("a.key", made.key);
	await using server = await startEmptyServer({
		http: { https: { cert, key } },
	});
	expect(await fingerprintOf(server.url)).toBe(made.fingerprint);
});

test.each([
	["absent", "a.key", /^http\.https\.cert: cannot read .*absent: ENOENT$/],
	["a.crt", "absent", /^http\.https\.key: cannot read .*absent: ENOENT$/],
	["junk", "a.key", /^http\.https\.cert: .*junk is not usable PEM/],
	["a.crt", "junk", /^http\.https\.key: .*junk is not usable PEM/],
	["a.crt", "b.key", /^http\.https\.key: .*b\.key is not the key of .*a\.crt/],
])("names the file at fault: cert %s, key %s", async (cert, key, message) => {
	const a = createSelfSignedCertificate(["127.0.0.1"]);
	write("a.crt", a.cert);
	write("a.key", a.key);
	write("b.key", createSelfSignedCertificate(["127.0.0.1"]).key);
	write("junk", "junk");
	const https = { cert: path.join(folder, cert), key: path.join(folder, key) };
	await expect(startEmptyServer({ folder, http: { https } })).rejects.toThrow(
		expect.objectContaining({
			name: "ConfigError",
			message: expect.stringMatching(message),
		}),
	);
});

const HEADERS = [
	"content-security-policy",
	"cross-origin-opener-policy",
	"referrer-policy",
	"x-content-type-options",
	"x-frame-options",
];

test("security headers go with every answer, HSTS with HTTPS only", async () => {
	await using plain = await startTestServer();
	await using secure = await startTestServer({
		config: { http: { https: {} } },
	});
	for (const target of [
		"/",
		"/signin",
		"/nothing",
		"/rest/v0/ping",
		"/rest/v0/vms",
	]) {
		const { headers } = await fetch(plain.url + target, { redirect: "manual" });
		const answer = await requestHttps(secure.url + target);
		for (const name of HEADERS) {
			expect(headers.get(name), `${target} ${name}`).toBe(answer.headers[name]);
			expect(headers.get(name), `${target} ${name}`).toBeTruthy();
		}
		expect(headers.get("strict-transport-security")).toBeNull();
		expect(answer.headers["strict-transport-security"]).toBe(
			"max-age=31536000",
		);
	}
});

test("on HTTPS the cookie is Secure, and the socket of the page works", async () => {
	await using server = await startTestServer({
		config: { http: { https: {} } },
	});
	const { status, headers } = await requestHttps(`${server.url}/signin/local`, {
		method: "POST",
		headers: {
			origin: server.url,
			"content-type": "application/x-www-form-urlencoded",
		},
		body: String(
			new URLSearchParams({
				username: TEST_ADMIN.email,
				password: TEST_ADMIN.password,
			}),
		),
	});
	expect(status).toBe(303);
	const [cookie = ""] = headers["set-cookie"] ?? [];
	expect(cookie).toMatch(/; HttpOnly; SameSite=Strict; Secure$/);
	const browser = new TestBrowser(server.url);
	browser.cookies.set("token", /^token=([^;]*)/.exec(cookie)?.[1] ?? "");
	const { result } = await browser.call("session.signIn", {});
	expect(result).toMatchObject({ email: TEST_ADMIN.email });
});

test("plain HTTP leads to HTTPS, and takes nothing else", async () => {
	const http = {
		https: {},
		hostNames: ["xo.example.org"],
		redirectFrom: "127.0.0.1:0",
	};
	await using server = await startEmptyServer({ http });
	const { url, redirectUrl = "" } = server;
	expect(redirectUrl).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
	const ask = (target: string, init?: RequestInit) =>
		fetch(`${redirectUrl}${target}`, { redirect: "manual", ...init });
	const page = await ask("/pools?filter=a%20b");
	expect([page.status, page.headers.get("location")]).toEqual([
		308,
		`${url}/pools?filter=a%20b`,
	]);
	expect((await ask("//evil.example/")).headers.get("location")).toBe(
		`${url}//evil.example/`,
	);
	const written = await ask("/rest/v0/users", { method: "POST", body: "{}" });
	expect([written.status, await written.json()]).toEqual([
		403,
		{ error: "this server is reached by HTTPS only" },
	]);
	const headers = { host: "evil.example" };
	const { hostname, port } = new URL(redirectUrl);
	const { promise, resolve } = Promise.withResolvers<number | undefined>();
	request({ hostname, port, headers }, (answer) => {
		answer.resume();
		resolve(answer.statusCode);
	}).end();
	expect(await promise).toBe(421);
});

test("redirects need HTTPS, and an address that is free", async () => {
	const http = { redirectFrom: "127.0.0.1:0" };
	await expect(startEmptyServer({ http })).rejects.toThrow(
		/http\.redirectFrom: needs http\.https/,
	);
	await using server = await startEmptyServer({ http: { https: {}, ...http } });
	const taken = new URL(server.redirectUrl ?? "").host;
	await expect(
		startEmptyServer({ http: { https: {}, redirectFrom: taken } }),
	).rejects.toThrow(/http\.redirectFrom: cannot listen on .*another program/);
});
