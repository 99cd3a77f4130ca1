import type { Server } from "node:http";
import fastify, {
	type FastifyInstance,
	type FastifyReply,
	type FastifyServerOptions,
} from "fastify";
import type { ServerConfig } from "../config/config-schema.ts";
import { ambiguityOf } from "./ambiguity.ts";
import { proxyCheck } from "./client-address.ts";
import { createClientErrorHandler } from "./client-error.ts";
import { routeHeadAsGet } from "./head-requests.ts";
import type { Logger } from "./logger.ts";
import { isKnownHost, UNKNOWN_HOST } from "./same-origin.ts";
import { securityHeaders } from "./security-headers.ts";
import type { TlsFiles } from "./tls.ts";

export interface HttpServerOptions {
	readonly config: ServerConfig["http"];
	readonly logger: Logger;
	readonly tls: TlsFiles | undefined;
	/** Time for the headers of a request to arrive. */
	readonly headersTimeoutMs?: number;
}

const HEADERS_TIMEOUT_MS = 20_000;
/** For a whole request. */
const REQUEST_TIMEOUT_MS = 60_000;
/** How often Node looks for connections that are late. */
const LATENESS_CHECKS = 4;
const BODY_LIMIT_BYTES = 4 * 1024 * 1024;

/** The HTTP server with what holds for every answer. */
export function createHttpServer(options: HttpServerOptions): FastifyInstance {
	const { config, logger, tls } = options;
	const { headersTimeoutMs = HEADERS_TIMEOUT_MS } = options;
	const nodeOptions = {
		headersTimeout: headersTimeoutMs,
		connectionsCheckingInterval: headersTimeoutMs / LATENESS_CHECKS,
	};
	const headers = securityHeaders({ isHttps: tls !== undefined });
	const app = fastify({
		bodyLimit: BODY_LIMIT_BYTES,
		trustProxy: config.trustProxy && proxyCheck(config.trustProxy),
		requestTimeout: REQUEST_TIMEOUT_MS,
		connectionTimeout: 0,
		routerOptions: { ignoreTrailingSlash: true, maxParamLength: 512 },
		forceCloseConnections: true,
		exposeHeadRoutes: false,
		rewriteUrl: routeHeadAsGet,
		// No route has a schema for it: the contract checks. To load what
		// compiles them takes a tenth of the start.
		schemaController: {
			compilersFactory: {
				buildValidator: refuseSchemas,
				buildSerializer: refuseSchemas,
			},
		},
		clientErrorHandler: createClientErrorHandler(headers),
		// Such requests reach no hook.
		frameworkErrors: (
			_error: unknown,
			_request: unknown,
			reply: FastifyReply,
		) => refuse(reply.headers(headers), "malformed request target"),
		...(tls === undefined
			? { http: nodeOptions }
			: { https: { ...nodeOptions, ...tls, minVersion: "TLSv1.2" } }),
	} as FastifyServerOptions) as unknown as FastifyInstance;
	(app.server as Server).maxHeadersCount = 100;
	app.addHook("onRequest", async (request, reply) => {
		reply.headers(headers);
		const ambiguity = ambiguityOf(request.raw);
		if (ambiguity !== undefined) return refuse(reply, ambiguity);
		if (isKnownHost(request.headers.host, config.hostNames)) return;
		logger.warn({ host: request.headers.host }, "request with a foreign Host");
		await reply.code(421).send({ error: UNKNOWN_HOST });
	});
	// Uploads are read by whoever handles them.
	app.addContentTypeParser("application/octet-stream", (_, __, done) => {
		done(null, undefined);
	});
	return app;
}

function refuseSchemas(): never {
	throw new Error("routes have no schemas: declare them in the contract");
}

function refuse(reply: FastifyReply, error: string): FastifyReply {
	return reply.code(400).header("connection", "close").send({ error });
}
