import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { ambiguityOf } from "./ambiguity.ts";
import { isKnownHost, UNKNOWN_HOST } from "./same-origin.ts";
import { securityHeaders } from "./security-headers.ts";

export interface RedirectServer extends AsyncDisposable {
	/** `http://127.0.0.1:80` */
	readonly url: string;
}

interface Answer {
	readonly status: number;
	readonly location?: string;
	readonly error?: string;
}

const TIMEOUT_MS = 10_000;

/** Listens for plain HTTP and sends browsers to HTTPS. What is not only read
 *  is refused: it has been sent in the clear, and its sender must notice. */
export async function startRedirects(options: {
	readonly host: string;
	readonly port: number;
	readonly httpsPort: number;
	readonly hostNames: readonly string[];
}): Promise<RedirectServer> {
	const headers = securityHeaders({ isHttps: false });
	const server = createServer(
		{
			headersTimeout: TIMEOUT_MS,
			requestTimeout: TIMEOUT_MS,
			keepAlive: false,
		},
		(request, response) => {
			const { status, location, error } = answerOf(request, options);
			response.writeHead(status, {
				...headers,
				connection: "close",
				...(location === undefined ? {} : { location }),
				"content-type": "application/json; charset=utf-8",
			});
			response.end(error === undefined ? "" : JSON.stringify({ error }));
		},
	);
	server.on("upgrade", (_, socket) => socket.destroy());
	server.listen(options.port, options.host);
	await once(server, "listening");
	const { address, port, family } = server.address() as AddressInfo;
	return {
		url: `http://${family === "IPv6" ? `[${address}]` : address}:${port}`,
		[Symbol.asyncDispose]: async () => {
			const closed = once(server, "close");
			server.close();
			server.closeAllConnections();
			await closed;
		},
	};
}

function answerOf(
	request: IncomingMessage,
	{
		hostNames,
		httpsPort,
	}: { readonly hostNames: readonly string[]; readonly httpsPort: number },
): Answer {
	const ambiguity = ambiguityOf(request);
	if (ambiguity !== undefined) return { status: 400, error: ambiguity };
	const { host } = request.headers;
	if (!isKnownHost(host, hostNames)) {
		return { status: 421, error: UNKNOWN_HOST };
	}
	if (request.method !== "GET" && request.method !== "HEAD") {
		return { status: 403, error: "this server is reached by HTTPS only" };
	}
	const target = new URL(`https://${host}`);
	target.port = String(httpsPort);
	return { status: 308, location: `${target.origin}${request.url}` };
}
