import { readFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import type { ServerConfig } from "./config/config-schema.ts";
import { ConfigError } from "./config/load-config.ts";
import type { Context } from "./context.ts";
import { type ContextOptions, createContext } from "./create-context.ts";
import { createHttpServer, registerOneShotPaths } from "./http/http-server.ts";
import { WebSocketFront } from "./json-rpc/web-socket-front.ts";
import { REST_BASE } from "./rest/collection.ts";
import { createRestApp } from "./rest/rest-app.ts";

/** A daemon that serves. */
export interface RunningServer extends AsyncDisposable {
	/** `http://127.0.0.1:8080` */
	readonly url: string;
	readonly context: Context;
}

/** Longest wait for what is under way when the daemon stops. */
const CLOSE_TIMEOUT_MS = 4_000;

function readTls(https: NonNullable<ServerConfig["http"]["https"]>) {
	const { cert, key } = https;
	if (cert === undefined || key === undefined) {
		throw new ConfigError("http.https: cert and key are needed");
	}
	return { cert: readFileSync(cert, "utf8"), key: readFileSync(key, "utf8") };
}

/** Starts the daemon: state, then fronts, then pools. */
export async function startServer(
	options: ContextOptions,
): Promise<RunningServer> {
	const { config, logger } = options;
	const { https } = config.http;
	const tls = https === undefined ? undefined : readTls(https);
	const owned = await createContext(options);
	const { context } = owned;
	const app = createHttpServer({ config: config.http, logger, tls });
	const webSockets = new WebSocketFront(context, config.http);
	owned.onRightsChanged(() => webSockets.refreshAudiences());
	try {
		registerOneShotPaths(app, context.oneShotPaths);
		await app.register(createRestApp(context), { prefix: REST_BASE });
		// Both ways in before the port: whoever connects is answered.
		webSockets.attach(app.server);
		const { host, port } = splitListen(config.http.listen);
		await app.listen({ host, port });
	} catch (error) {
		await owned.close();
		throw error;
	}
	context.pools.start();
	const { address, port, family } = app.server.address() as AddressInfo;
	const name = family === "IPv6" ? `[${address}]` : address;
	const url = `${tls === undefined ? "http" : "https"}://${name}:${port}`;
	logger.info({ url }, "listening");
	return {
		url,
		context,
		[Symbol.asyncDispose]: async () => {
			const timeout = setTimeout(() => {
				logger.warn("some work did not end in time");
				process.exitCode ||= 1;
			}, CLOSE_TIMEOUT_MS);
			await webSockets[Symbol.asyncDispose]();
			await app.close();
			await owned.close();
			clearTimeout(timeout);
		},
	};
}

function splitListen(listen: string): { host: string; port: number } {
	const colon = listen.lastIndexOf(":");
	const host = listen.slice(0, colon).replace(/^\[|\]$/g, "");
	return { host, port: Number(listen.slice(colon + 1)) };
}
