import type { FastifyInstance } from "fastify";
import type { Context } from "../context.ts";
import { authenticate } from "./authenticate.ts";
import type { RestCollection } from "./collection.ts";
import { registerDocs } from "./docs.ts";
import { EventStreams } from "./event-streams.ts";
import { acceptJsonOnly } from "./json-body.ts";
import { createLiveCollections } from "./live-collections.ts";
import { registerOperations } from "./operation-routes.ts";
import { collectMethods } from "./options-routes.ts";
import { createOwnCollections } from "./own-collections.ts";
import {
	registerCollection,
	registerItem,
	registerMe,
	registerSubCollection,
} from "./read-routes.ts";
import { toRestError } from "./rest-error.ts";
import { createSubCollections } from "./sub-collections.ts";
import { registerTaskItem } from "./task-item.ts";
import { registerTokenList } from "./token-list.ts";
import { watchTasks } from "./watch-tasks.ts";

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
		const answerOptions = collectMethods(app);
		acceptJsonOnly(app);
		handleErrors(app, context);
		registerPublic(app, context);
		registerDocs(app, {
			collections,
			subCollections,
			version: context.version,
		});
		await app.register((authenticated, _options, done) => {
			authenticated.decorateRequest("caller");
			authenticated.addHook("onRequest", async (request) => {
				request.caller = await authenticate(request, context.authentication);
			});
			registerAuthenticated(authenticated, context, collections);
			for (const subCollection of subCollections) {
				registerSubCollection(authenticated, subCollection);
			}
			done();
		});
		answerOptions();
	};
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

function registerPublic(app: FastifyInstance, context: Context): void {
	app.get("/", (_, reply) => reply.redirect("/rest/v0/docs", 302));
	app.get("/ping", () => ({
		result: "pong",
		timestamp: context.clock.now(),
	}));
	app.get("/gui-routes", () => ({ xo5: "/", xo6: "/" }));
}

function registerAuthenticated(
	app: FastifyInstance,
	context: Context,
	collections: ReadonlyMap<string, RestCollection>,
): void {
	const { tasks } = context;
	for (const collection of collections.values()) {
		if (collection.path === "tasks") {
			registerCollection(app, collection, async ({ query, reply, caller }) => {
				if (!query.watch) return false;
				await watchTasks({ query, reply, caller, services: context });
				return true;
			});
			registerTaskItem(app, collection, tasks);
		} else {
			registerCollection(app, collection);
			registerItem(app, collection);
		}
	}
	registerMe(app);
	registerTokenList(app, context.store);
	registerOperations(app, { ...context, collections });
	const streams = new EventStreams(context);
	streams.register(app);
	app.addHook("onClose", () => streams[Symbol.dispose]());
}
