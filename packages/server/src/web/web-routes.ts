import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Context } from "../context.ts";
import { toRestError } from "../rest/rest-error.ts";
import { registerSetup } from "../setup/setup-routes.ts";
import type { SetupService } from "../setup/setup-service.ts";
import { BrowserSessions } from "./browser-sessions.ts";
import { Pages } from "./pages.ts";
import { sendFile } from "./send-file.ts";
import { registerSignIn } from "./sign-in-routes.ts";
import { WebFiles } from "./web-files.ts";

/** What a page of the interface may be called; names with a dot are files. */
const PAGE_PATH = /^(\/[^./\\][^./\\]*)*\/?$/;

/** Everything that people see in a browser. */
export function createWebApp(context: Context, setup: SetupService) {
	const { store, clock, authentication, tokens } = context;
	const files = new WebFiles();
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
		app.get("/", (request, reply) =>
			setup.isNeeded
				? reply.redirect("/setup", 302)
				: pages.send(request, reply),
		);
		registerSignIn(app, { pages, sessions, authentication });
		registerSetup(app, { sessions, setup });
		app.get("/setup", (request, reply) =>
			setup.isNeeded
				? pages.send(request, reply)
				: reply.redirect("/signin", 302),
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

function registerFiles(app: FastifyInstance, files: WebFiles): void {
	const send = (
		url: string,
		request: FastifyRequest,
		reply: FastifyReply,
	): FastifyReply => {
		const file = files.get(url);
		if (file !== undefined) return sendFile(request, reply, file);
		reply.callNotFound();
		return reply;
	};
	app.get<{ Params: { "*": string } }>("/assets/*", (request, reply) =>
		send(`/assets/${request.params["*"]}`, request, reply),
	);
	for (const url of files.fixedUrls) {
		app.get(url, (request, reply) => send(url, request, reply));
	}
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
		const path = request.url.split("?")[0] ?? "";
		const isPage = request.method === "GET" && PAGE_PATH.test(path);
		if (isPage && request.headers.accept?.includes("text/html")) {
			return pages.send(request, reply);
		}
		return reply.code(404).send({ error: `no ${request.method} ${path} here` });
	});
}
