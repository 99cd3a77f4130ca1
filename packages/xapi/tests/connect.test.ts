import { once } from "node:events";
import http from "node:http";
import net, { type AddressInfo } from "node:net";
import tls from "node:tls";
import { inspect } from "node:util";
import { startTestPool } from "@xo/testing";
import type { WireValue } from "@xo/xapi-wire";
import { describe, expect, it } from "vitest";
import { HostDirectory } from "../src/common/host-directory.ts";
import { Xapi, XapiError } from "../src/index.ts";
import { CertificateLearner } from "../src/node/certificate-learner.ts";
import { connectTo, eventually, Follower } from "./_util.ts";

async function failureOf(work: Promise<unknown>): Promise<XapiError> {
	const error = await work.then(
		() => undefined,
		(reason: unknown) => reason,
	);
	if (error instanceof XapiError) return error;
	throw new Error(`not a XapiError: ${inspect(error)}`);
}

async function certificateOf(url: string): Promise<string> {
	const { hostname, port } = new URL(url);
	const socket = tls.connect({
		host: hostname,
		port: Number(port),
		rejectUnauthorized: false,
	});
	await once(socket, "secureConnect");
	const { raw } = socket.getPeerCertificate();
	socket.destroy();
	return `-----BEGIN CERTIFICATE-----\n${raw.toString("base64")}\n-----END CERTIFICATE-----\n`;
}

describe("certificates", () => {
	it("without anything that vouches: refused, with the fingerprint", async () => {
		await using pool = await startTestPool({ hosts: 1 });
		const error = await failureOf(connectTo(pool, { tls: {} }));
		expect(error.code).toBe("CERTIFICATE_UNTRUSTED");
		expect(error.params.slice(0, 2)).toEqual([pool.address, pool.fingerprint]);
		expect(pool.db.refs("session")).toEqual([]);
	});

	it("are accepted when an authority or the user says so", async () => {
		await using pool = await startTestPool({ hosts: 1 });
		const ca = await certificateOf(pool.url);
		for (const trust of [
			{ ca },
			{ allowUnauthorized: true },
			{ fingerprint: () => pool.fingerprint.toLowerCase().replaceAll(":", "") },
			{ ca, fingerprint: () => "AB:".repeat(32).slice(0, -1) },
		]) {
			await using xapi = await connectTo(pool, { tls: trust });
			expect(xapi.state).toBe("connected");
		}
	});

	it("that changed are refused with both fingerprints", async () => {
		await using pool = await startTestPool({ hosts: 1 });
		const expected = pool.fingerprint;
		const actual = pool.faults.swapCertificate();
		const error = await failureOf(
			connectTo(pool, { tls: { fingerprint: () => expected } }),
		);
		expect(error.code).toBe("CERTIFICATE_CHANGED");
		expect(error.params).toEqual([pool.address, expected, actual]);
	});

	it("are judged before a byte is sent", async () => {
		await using pool = await startTestPool({ hosts: 1 });
		const { hostname, port } = new URL(pool.url);
		const fromClient: Buffer[] = [];
		const relay = net.createServer((client) => {
			const upstream = net.connect(Number(port), hostname);
			client.on("data", (chunk) => fromClient.push(chunk));
			client.on("error", () => {}).pipe(upstream);
			upstream.on("error", () => {}).pipe(client);
		});
		relay.listen(0, "127.0.0.1");
		await once(relay, "listening");
		const url = `https://127.0.0.1:${(relay.address() as AddressInfo).port}`;
		await failureOf(connectTo(pool, { url, tls: {} }));
		relay.close();
		// Type 23 is application data; in TLS 1.3 the client's Finished too.
		const records = recordTypes(Buffer.concat(fromClient));
		expect(records.filter((type) => type === 23).length).toBeLessThanOrEqual(1);
		expect(pool.db.refs("session")).toEqual([]);
	});

	it("of all members are learnt over the verified connection", async () => {
		await using pool = await startTestPool({ hosts: 3 });
		await using xapi = await connectTo(pool);
		await new Follower(xapi, ["host", "Certificate"]).loaded();
		const learned = xapi.learnedFingerprints();
		expect(Object.keys(learned)).toHaveLength(3);
		expect(learned[pool.address]).toBe(pool.fingerprint);
	});

	it("are asked for where no records tell them, once", async () => {
		await using pool = await startTestPool({ hosts: 1 });
		const pem = await certificateOf(pool.url);
		const asked: string[] = [];
		const directory = new HostDirectory();
		directory.learnHosts(
			new Map([
				["r1", { address: pool.address }],
				["r2", { address: "127.0.0.99" }],
			]),
		);
		const invoke = async (method: string, [host]: readonly WireValue[]) => {
			asked.push(`${method} ${String(host)}`);
			return host === "r1" ? pem : "not a certificate";
		};
		const learner = new CertificateLearner({ invoke }, directory);
		await learner.askAll();
		await learner.askAll();
		expect(directory.learnedFingerprints()).toEqual({
			[pool.address]: pool.fingerprint,
		});
		expect(asked).toEqual([
			"host.get_server_certificate r1",
			"host.get_server_certificate r2",
		]);
	});
});

/** Types of the TLS records in what a client sent. */
function recordTypes(bytes: Buffer): number[] {
	const types: number[] = [];
	for (let i = 0; i + 5 <= bytes.length; i += 5 + bytes.readUInt16BE(i + 3)) {
		types.push(bytes[i]!);
	}
	return types;
}

describe("signing in", () => {
	it("fails for a wrong password without telling it", async () => {
		await using pool = await startTestPool({ hosts: 1, http: true });
		const password = "wrong-p4ssword";
		const error = await failureOf(connectTo(pool, { password }));
		expect(error.code).toBe("SESSION_AUTHENTICATION_FAILED");
		expect(error.call?.method).toBe("session.login_with_password");
		expect(inspect(error, { depth: 9 })).not.toContain(password);
	});

	it("tells when nobody listens", async () => {
		const options = { url: "http://127.0.0.1:1", username: "a", password: "b" };
		const error = await failureOf(Xapi.connect(options));
		expect(error.code).toBe("ECONNREFUSED");
		expect(error.message).toBe("connect ECONNREFUSED 127.0.0.1:1");
	});

	it("tells when somebody listens who does not answer", async () => {
		const server = net.createServer().listen(0, "127.0.0.1");
		await once(server, "listening");
		const { port } = server.address() as AddressInfo;
		const error = await failureOf(
			Xapi.connect({
				url: `https://127.0.0.1:${port}`,
				username: "a",
				password: "b",
				limits: { connectTimeoutMs: 50 },
			}),
		);
		expect([error.code, ...error.params]).toEqual(["TIMEOUT", "connect"]);
		server.close();
	});

	it("tells when it is no pool", async () => {
		const server = http.createServer((_request, response) => {
			response.end("hello");
		});
		server.listen(0, "127.0.0.1");
		await once(server, "listening");
		const { port } = server.address() as AddressInfo;
		const url = `http://127.0.0.1:${port}`;
		const error = await failureOf(
			Xapi.connect({ url, username: "a", password: "b" }),
		);
		expect(error.code).toBe("PROTOCOL_ERROR");
		server.close();
	});

	it("is undone by its signal", async () => {
		await using pool = await startTestPool({ hosts: 1, http: true });
		const stop = new AbortController();
		const xapi = await connectTo(pool, { signal: stop.signal });
		const follower = new Follower(xapi);
		await follower.loaded();
		stop.abort();
		const error = await failureOf(xapi.call("pool.get_all"));
		expect(error.code).toBe("CLOSED");
		await eventually(() => expect(pool.db.refs("session")).toEqual([]));
	});

	it("follows a member to the master, trusting the member's word", async () => {
		await using pool = await startTestPool({ hosts: 2 });
		const member = memberOf(pool);
		await using xapi = await connectTo(pool, {
			url: pool.url.replace(pool.address, member.address),
			tls: {
				fingerprint: (address) =>
					address === member.address ? member.fingerprint : undefined,
			},
		});
		expect(xapi.masterAddress).toBe(pool.address);
	});
});

function memberOf(pool: Awaited<ReturnType<typeof startTestPool>>) {
	const refs = pool.db.refs("host");
	const master = pool.db.get("pool", pool.db.refs("pool")[0]!).master;
	const host = refs.find((ref) => ref !== master)!;
	const certificate = pool.db
		.refs("Certificate")
		.map((ref) => pool.db.get("Certificate", ref))
		.find((record) => record.host === host && record.type === "host")!;
	return {
		address: String(pool.db.get("host", host).address),
		fingerprint: String(certificate.fingerprint),
	};
}

describe("HTTP proxy", () => {
	it("carries everything through CONNECT", async () => {
		await using pool = await startTestPool({ hosts: 1 });
		const targets: string[] = [];
		const logins: (string | undefined)[] = [];
		const sockets = new Set<net.Socket>();
		const proxy = http.createServer();
		proxy.on("connect", (request, client) => {
			targets.push(request.url ?? "");
			logins.push(request.headers["proxy-authorization"]);
			const { hostname, port } = new URL(`http://${request.url}`);
			const upstream = net.connect(Number(port), hostname, () => {
				client.write("HTTP/1.1 200 Connection established\r\n\r\n");
				client.pipe(upstream).pipe(client);
			});
			sockets.add(upstream);
		});
		proxy.listen(0, "127.0.0.1");
		await once(proxy, "listening");
		const { port } = proxy.address() as AddressInfo;
		{
			await using xapi = await connectTo(pool, {
				httpProxy: `http://user:p%40ss@127.0.0.1:${port}`,
			});
			expect(await xapi.call("pool.get_all")).toHaveLength(1);
		}
		expect(new Set(targets)).toEqual(new Set([new URL(pool.url).host]));
		const login = Buffer.from("user:p@ss").toString("base64");
		expect(new Set(logins)).toEqual(new Set([`Basic ${login}`]));
		for (const socket of sockets) socket.destroy();
		proxy.close();
	});

	it("that refuses is named", async () => {
		await using pool = await startTestPool({ hosts: 1 });
		const proxy = http.createServer();
		proxy.on("connect", (_request, client) => {
			client.end("HTTP/1.1 407 Proxy Authentication Required\r\n\r\n");
		});
		proxy.listen(0, "127.0.0.1");
		await once(proxy, "listening");
		const { port } = proxy.address() as AddressInfo;
		const error = await failureOf(
			connectTo(pool, { httpProxy: `http://127.0.0.1:${port}` }),
		);
		expect([error.code, ...error.params]).toEqual([
			"PROXY_ERROR",
			"CONNECT answered 407",
		]);
		proxy.close();
	});
});
