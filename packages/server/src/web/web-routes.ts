import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Context } from "../context.ts";
import { toRestError } from "../rest/rest-error.ts";
import { registerSetup } from "../setup/setup-routes.ts";
import type { SetupService } from "../setup/setup-service.ts";
import { BrowserSessions } from "./browser-sessions.ts";
import { Pages } from "./pages.ts";
import { registerSignIn } from "./sign-in-routes.ts";
import { loadWebFiles, type WebFile } from "./web-files.ts";

/** Pages with an address of their own. */
const NOT_SERVED_AS_FILES = /^\/(index|signin|setup|not-found)\.html$/;

/** Everything that people see in a browser. */
export function createWebApp(context: Context, setup: SetupService) {
	const { store, clock, authentication, tokens } = context;
	const files = loadWebFiles();
	const pages = new Pages(files);
	const sessions = new BrowserSessions({
		store,
		clock,
		authentication,
		tokens,
	});
	return async (app: FastifyInstance): Promise<void> => {
		app.addContentTypeParser(
			"application/x-www-form-urlencoded",
			{ parseAs: "string" },
			(_, body, done) => done(null, body),
		);
		registerFiles(app, files);
		registerRoot(app, { files, sessions, setup });
		registerSignIn(app, { pages, sessions, authentication });
		registerSetup(app, { sessions, setup });
		app.get("/setup", (_, reply) =>
			setup.isNeeded ? pages.sendSetup(reply) : reply.redirect("/signin", 302),
		);
		for (const path of ["/v5", "/v6"]) {
			app.get(path, (_, reply) => reply.redirect("/", 302));
		}
		app.get("/api/", (_, reply) =>
			reply
				.code(426)
				.header("upgrade", "websocket")
				.send({ error: "JSON-RPC is spoken over a WebSocket here" }),
		);
		handleFailures(app, context, pages);
	};
}

function registerRoot(
	app: FastifyInstance,
	parts: {
		readonly files: ReadonlyMap<string, WebFile>;
		readonly sessions: BrowserSessions;
		readonly setup: SetupService;
	},
): void {
	const { files, sessions, setup } = parts;
	app.get("/", (request, reply) => {
		if (setup.isNeeded) return reply.redirect("/setup", 302);
		// Who follows a link from another site sends no strict cookie: the page
		// itself finds out whether somebody is signed in.
		const isForeign = request.headers["sec-fetch-site"] === "cross-site";
		if (!isForeign && sessions.find(request) === undefined) {
			return reply.redirect("/signin", 302);
		}
		return sendFile(request, reply, files.get("/index.html"));
	});
}

function registerFiles(
	app: FastifyInstance,
	files: ReadonlyMap<string, WebFile>,
): void {
	for (const [path, file] of files) {
		if (NOT_SERVED_AS_FILES.test(path)) continue;
		app.get(path, (request, reply) => sendFile(request, reply, file));
	}
}

function sendFile(
	request: FastifyRequest,
	reply: FastifyReply,
	file: WebFile | undefined,
): FastifyReply {
	if (file === undefined) return reply.callNotFound() as never;
	reply.header("etag", file.etag).header("cache-control", "no-cache");
	if (request.headers["if-none-match"] === file.etag) {
		return reply.code(304).send();
	}
	return reply.type(file.type).send(file.body);
}

function handleFailures(
	app: FastifyInstance,
	{ logger }: Context,
	pages: Pages,
): void {
	app.setErrorHandler((error, request, reply) => {
		const answer = toRestError(error);
		if (answer === undefined) {
			const path = request.url.split("?")[0];
			logger.error({ err: error, path }, "a request failed");
			return reply.code(500).send({ error: "internal error" });
		}
		return reply.code(answer.status).headers(answer.headers).send(answer.body);
	});
	app.setNotFoundHandler((request, reply) => {
		if (request.headers.accept?.includes("text/html")) {
			return pages.sendNotFound(reply);
		}
		const path = request.url.split("?")[0];
		return reply.code(404).send({ error: `no ${request.method} ${path} here` });
	});
}
