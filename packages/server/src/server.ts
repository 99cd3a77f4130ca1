import type { AddressInfo } from "node:net";
import { sleep } from "@xo/std";
import type { FastifyInstance } from "fastify";
import { TokenSweeper } from "./auth/token-sweeper.ts";
import type { ServerConfig } from "./config/config-schema.ts";
import { prepareDataDir } from "./config/prepare-data-dir.ts";
import { ConsoleFront } from "./console/console-front.ts";
import type { Context } from "./context.ts";
import {
	type ContextOptions,
	createContext,
	type OwnedContext,
} from "./create-context.ts";
import { registerDownloads } from "./downloads/download-routes.ts";
import { createHttpServer } from "./http/http-server.ts";
import { listenAt, publicUrlOf, urlOf } from "./http/listen.ts";
import type { Logger } from "./http/logger.ts";
import { type RedirectServer, startRedirects } from "./http/redirect-server.ts";
import { loadTls } from "./http/tls.ts";
import { attachUpgrades } from "./http/upgrades.ts";
import { WebSocketFront } from "./json-rpc/web-socket-front.ts";
import { REST_BASE } from "./rest/collection.ts";
import { createRestApp } from "./rest/rest-app.ts";
import { SetupService } from "./setup/setup-service.ts";
import { createWebApp } from "./web/web-routes.ts";

/** A daemon that serves. */
export interface RunningServer extends AsyncDisposable {
	/** `http://127.0.0.1:8080` */
	readonly url: string;
	/** Where plain HTTP is sent on to `url`, when that is configured. */
	readonly redirectUrl: string | undefined;
	readonly context: Context;
	/** A page to make the first administrator, good for an hour and only the
	 *  last one given; `undefined` once there is a user. */
	createSetupLink(): Promise<string | undefined>;
}

/** Longest wait for what is under way when the daemon stops. */
const CLOSE_TIMEOUT_MS = 4_000;

/** Starts the daemon: state, then fronts, then pools.
 *  @throws ConfigError, StoreError */
export async function startServer(
	options: ContextOptions,
): Promise<RunningServer> {
	const { config, logger } = options;
	prepareDataDir(config);
	const tls = loadTls(config, logger);
	const opening = createContext(options);
	// Meanwhile: the database is opened by another thread.
	const app = createHttpServer({ config: config.http, logger, tls });
	const owned = await opening;
	const { context } = owned;
	const setup = new SetupService(context);
	const webSockets = new AsyncDisposableStack();
	let redirects: RedirectServer | undefined;
	const fronts = [
		webSockets.use(new WebSocketFront(context)),
		webSockets.use(new ConsoleFront(context)),
	];
	try {
		registerDownloads(app, context);
		await app.register(createRestApp(context), { prefix: REST_BASE });
		await app.register(createWebApp(context, setup));
		// Both ways in before the port: whoever connects is answered.
		const { hostNames } = config.http;
		attachUpgrades(app.server, { fronts, hostNames });
		await listenAt("http.listen", config.http.listen, (at) => app.listen(at));
		redirects = await listenForRedirects(config.http, app);
		if (redirects !== undefined) webSockets.use(redirects);
	} catch (error) {
		await webSockets[Symbol.asyncDispose]();
		await app.close();
		await owned.close();
		throw error;
	}
	context.pools.start();
	const sweeper = new TokenSweeper(context);
	const url = urlOf(app, tls === undefined ? "http" : "https");
	logger.info({ url, redirectFrom: redirects?.url }, "listening");
	return {
		url,
		redirectUrl: redirects?.url,
		context,
		createSetupLink: async () => {
			const secret = await setup.renewSecret();
			if (secret === undefined) return undefined;
			return `${publicUrlOf(url, config.http)}/setup#${secret}`;
		},
		[Symbol.asyncDispose]: () => {
			sweeper[Symbol.dispose]();
			return closeInTime({ logger, app, owned, webSockets });
		},
	};
}

async function listenForRedirects(
	{ redirectFrom, hostNames }: ServerConfig["http"],
	app: FastifyInstance,
): Promise<RedirectServer | undefined> {
	if (redirectFrom === undefined) return undefined;
	const { port: httpsPort } = app.server.address() as AddressInfo;
	return await listenAt("http.redirectFrom", redirectFrom, (at) =>
		startRedirects({ ...at, httpsPort, hostNames }),
	);
}

/** What does not end in time is left behind: whatever was acknowledged is in
 *  the database. */
async function closeInTime(parts: {
	readonly logger: Logger;
	readonly app: AsyncDisposable;
	readonly owned: OwnedContext;
	readonly webSockets: AsyncDisposable;
}): Promise<void> {
	const { logger, app, owned, webSockets } = parts;
	const isInTime = new AbortController();
	const close = async () => {
		try {
			await webSockets[Symbol.asyncDispose]();
			await app[Symbol.asyncDispose]();
			await owned.close();
		} finally {
			isInTime.abort();
		}
	};
	const giveUp = async () => {
		await sleep(CLOSE_TIMEOUT_MS, { signal: isInTime.signal });
		logger.warn("some work did not end in time");
		process.exitCode ||= 1;
	};
	await Promise.race([close(), giveUp().catch(() => undefined)]);
}
