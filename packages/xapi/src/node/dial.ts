import net from "node:net";
import tls, { type SecureContext, type TLSSocket } from "node:tls";
import { XapiError } from "../common/xapi-error.ts";
import { sendConnect } from "./http-connect.ts";
import { abortedError } from "./network-error.ts";
import { findDistrust, type Trust } from "./trust.ts";

export interface DialOptions {
	readonly trust: Trust;
	/** `http://[user:password@]host:port` to tunnel through. */
	readonly httpProxy: string | undefined;
	readonly timeoutMs: number;
	readonly signal?: AbortSignal | undefined;
}

export interface DialTarget {
	readonly isTls: boolean;
	/** What pins are kept under. */
	readonly address: string;
	/** Name or bare IP address. */
	readonly host: string;
	readonly port: number;
}

/** Opens a connection to a host, over the proxy and with TLS where asked. A
 *  TLS connection is handed out only once its certificate is trusted. */
export async function dial(
	target: DialTarget,
	options: DialOptions,
): Promise<net.Socket | TLSSocket> {
	const { timeoutMs } = options;
	const timeout = AbortSignal.timeout(timeoutMs);
	const signal = options.signal
		? AbortSignal.any([options.signal, timeout])
		: timeout;
	if (options.signal?.aborted) throw abortedError(options.signal);
	let socket: net.Socket | undefined;
	const onAbort = () =>
		socket?.destroy(
			options.signal?.aborted
				? abortedError(options.signal)
				: new XapiError("TIMEOUT", { params: ["connect"] }),
		);
	signal.addEventListener("abort", onAbort);
	try {
		socket = openTcp(target, options.httpProxy);
		// A second error, after the one that rejects, has nobody to tell.
		socket.on("error", () => {});
		await settled(socket, "connect");
		if (options.httpProxy !== undefined) {
			await openTunnel(socket, target, options.httpProxy);
		}
		if (!target.isTls) return socket;
		const secure = startTls(socket, target, options.trust);
		socket = secure;
		secure.on("error", () => {});
		await settled(secure, "secureConnect");
		const distrust = findDistrust(secure, target.address, options.trust);
		if (distrust !== undefined) throw distrust;
		return secure;
	} catch (error) {
		socket?.destroy();
		throw error;
	} finally {
		signal.removeEventListener("abort", onAbort);
	}
}

function openTcp(
	target: DialTarget,
	httpProxy: string | undefined,
): net.Socket {
	const { host, port } =
		httpProxy === undefined
			? { host: target.host, port: target.port }
			: proxyAddress(httpProxy);
	return net.connect({ host, port, noDelay: true, keepAlive: true });
}

function proxyAddress(httpProxy: string): { host: string; port: number } {
	const url = new URL(httpProxy);
	return {
		host: url.hostname.replace(/^\[(.*)\]$/, "$1"),
		port: Number(url.port || 80),
	};
}

async function openTunnel(
	socket: net.Socket,
	{ host, port }: DialTarget,
	httpProxy: string,
): Promise<void> {
	const { username, password } = new URL(httpProxy);
	const target = `${net.isIPv6(host) ? `[${host}]` : host}:${port}`;
	const headers: Record<string, string> = { Host: target };
	if (username !== "") {
		const login = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
		headers["Proxy-Authorization"] =
			`Basic ${Buffer.from(login).toString("base64")}`;
	}
	const status = await sendConnect(socket, { target, headers, version: "1.1" });
	if (status !== 200) {
		throw new XapiError("PROXY_ERROR", {
			params: [`CONNECT answered ${status}`],
		});
	}
}

/** By CA bundle. Making a context costs as much as the rest of a connection. */
const secureContexts = new Map<string | undefined, SecureContext>();

function secureContextFor(ca: string | undefined): SecureContext {
	let context = secureContexts.get(ca);
	if (context === undefined) {
		context = tls.createSecureContext(ca === undefined ? {} : { ca });
		secureContexts.set(ca, context);
	}
	return context;
}

function startTls(
	socket: net.Socket,
	{ host }: DialTarget,
	trust: Trust,
): TLSSocket {
	return tls.connect({
		socket,
		host,
		...(net.isIP(host) === 0 && { servername: host }),
		secureContext: secureContextFor(trust.ca),
		// Judged in `findDistrust`, where pins are known.
		rejectUnauthorized: false,
		ALPNProtocols: ["http/1.1"],
	});
}

function settled(socket: net.Socket, event: string): Promise<void> {
	return new Promise((resolve, reject) => {
		const done = () => {
			socket.off(event, succeed).off("error", fail).off("close", closed);
		};
		const succeed = () => {
			done();
			resolve();
		};
		const fail = (error: Error) => {
			done();
			reject(error);
		};
		const closed = () => fail(new XapiError("ECONNRESET"));
		socket.once(event, succeed).once("error", fail).once("close", closed);
	});
}
