import type { FastifyInstance } from "fastify";
import type { Context } from "../context.ts";
import { authenticate } from "./authenticate.ts";
import { REST_BASE, type RestCollection } from "./collection.ts";
import { registerDocs } from "./docs.ts";
import { EventStreams } from "./event-streams.ts";
import { acceptJsonOnly } from "./json-body.ts";
import { createLiveCollections } from "./live-collections.ts";
import { registerOperations } from "./operation-routes.ts";
import { createOwnCollections } from "./own-collections.ts";
import {
	registerCollection,
	registerItem,
	registerMe,
	registerSubCollection,
} from "./read-routes.ts";
import { toRestError } from "./rest-error.ts";
import {
	type RestHandler,
	type RouteDeclarations,
	RouteTable,
} from "./route-table.ts";
import { createSubCollections } from "./sub-collections.ts";
import { registerTaskItem } from "./task-item.ts";
import { registerTokenList } from "./token-list.ts";
import { watchTasks } from "./watch-tasks.ts";

declare module "fastify" {
	interface FastifyRequest {
		/** Answers it, once it is authenticated. */
		handle: RestHandler;
	}
}

/** Everything below `/rest/v0`. */
export function createRestApp(context: Context) {
	return async (app: FastifyInstance): Promise<void> => {
		const collections = new Map([
			...createLiveCollections(context),
			...createOwnCollections(context),
		]);
		const subCollections = createSubCollections({
			collections,
			objects: context.objects,
			tasks: context.tasks,
		});
		const streams = new EventStreams(context);
		app.addHook("onClose", () => streams[Symbol.dispose]());
		acceptJsonOnly(app);
		handleErrors(app, context);
		const table = new RouteTable();
		const open = table.declare({ isPublic: true });
		registerPublic(open, context);
		registerDocs(open, {
			collections,
			subCollections,
			version: context.version,
		});
		const routes = table.declare({ isPublic: false });
		registerAuthenticated(routes, context, collections);
		streams.register(routes);
		for (const subCollection of subCollections) {
			registerSubCollection(routes, subCollection);
		}
		serve(app, table, context);
	};
}

/** Fastify knows one route, which is for all: its own cost too much to make. */
function serve(
	app: FastifyInstance,
	table: RouteTable,
	{ authentication }: Context,
): void {
	app.decorateRequest("caller");
	app.decorateRequest("handle");
	for (const url of ["/", "/*"]) {
		app.route({
			method: ["GET", "POST", "PUT", "PATCH", "DELETE"],
			url,
			// Before the body is read.
			onRequest: async (request, reply) => {
				const match = table.find(request.method, pathOf(request));
				if (match === undefined) return reply.callNotFound();
				request.params = match.params;
				request.handle = match.handler;
				if (match.isPublic) return;
				request.caller = await authenticate(request, authentication);
			},
			handler: (request, reply) => request.handle(request, reply),
		});
		app.options(url, (request, reply) => {
			const allow = table.methodsAt(pathOf(request)).join(",");
			if (allow === "") return reply.callNotFound();
			return reply.header("allow", allow).type("text/plain").send(allow);
		});
	}
}

/** Below `/rest/v0`. */
function pathOf({ url }: { readonly url: string }): string {
	return (url.split(/[?#]/)[0] ?? "").slice(REST_BASE.length);
}

function handleErrors(app: FastifyInstance, { logger }: Context): void {
	app.setErrorHandler((error, request, reply) => {
		const answer = toRestError(error);
		if (answer === undefined) {
			logger.error({ err: error, url: request.url }, "a request failed");
			return reply.code(500).send({ error: "internal error" });
		}
		return reply.code(answer.status).headers(answer.headers).send(answer.body);
	});
	app.setNotFoundHandler((request, reply) =>
		reply.code(404).send({
			error: `Cannot ${request.method} ${request.url.split("?")[0]}`,
		}),
	);
}

function registerPublic(routes: RouteDeclarations, context: Context): void {
	routes.get("/", (_, reply) => reply.redirect("/rest/v0/docs", 302));
	routes.get("/ping", () => ({
		result: "pong",
		timestamp: context.clock.now(),
	}));
	routes.get("/gui-routes", () => ({ xo5: "/", xo6: "/" }));
}

function registerAuthenticated(
	routes: RouteDeclarations,
	context: Context,
	collections: ReadonlyMap<string, RestCollection>,
): void {
	const { tasks } = context;
	for (const collection of collections.values()) {
		if (collection.path === "tasks") {
			registerCollection(
				routes,
				collection,
				async ({ query, reply, caller }) => {
					if (!query.watch) return false;
					await watchTasks({ query, reply, caller, services: context });
					return true;
				},
			);
			registerTaskItem(routes, collection, tasks);
		} else {
			registerCollection(routes, collection);
			registerItem(routes, collection);
		}
	}
	registerMe(routes);
	registerTokenList(routes, context.store);
	registerOperations(routes, { ...context, collections });
}
