import { ApiError, noSuchObject } from "@xo/contract";
import type { FastifyInstance } from "fastify";
import type { Context } from "../context.ts";
import { toPublicToken } from "../token/token-service.ts";
import { authenticate } from "./authenticate.ts";
import type { RestCollection } from "./collection.ts";
import { registerDocs } from "./docs.ts";
import { EventStreams } from "./event-streams.ts";
import { filtered } from "./filtered.ts";
import { parseBoolean, parseListQuery } from "./list-query.ts";
import { createLiveCollections } from "./live-collections.ts";
import { registerOperations } from "./operation-routes.ts";
import { createOwnCollections } from "./own-collections.ts";
import {
	getReadable,
	registerCollection,
	registerItem,
	registerMe,
	registerSubCollection,
} from "./read-routes.ts";
import { toRestError } from "./rest-error.ts";
import { createSubCollections } from "./sub-collections.ts";
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
				await watchTasks({ query, reply, caller, tasks });
				return true;
			});
		} else {
			registerCollection(app, collection);
			registerItem(app, collection);
		}
	}
	registerMe(app);
	registerTaskItem(app, context, collections);
	registerTokens(app, context);
	registerOperations(app, context);
	const streams = new EventStreams(context);
	streams.register(app);
	app.addHook("onClose", () => streams[Symbol.dispose]());
}

/** A task can be waited for. */
function registerTaskItem(
	app: FastifyInstance,
	{ tasks }: Context,
	collections: ReadonlyMap<string, RestCollection>,
): void {
	const collection = collections.get("tasks");
	if (collection === undefined) throw new TypeError("no tasks");
	app.get<{ Params: { id: string } }>(
		"/tasks/:id",
		async ({ params, query, caller, raw }) => {
			const isWaiting = parseBoolean(query as Record<string, unknown>, "wait");
			getReadable(collection, params.id, caller);
			if (!isWaiting) return tasks.get(params.id);
			const gone = new AbortController();
			raw.on("close", () => gone.abort(new Error("the client went away")));
			return await tasks.waitUntilEnded(params.id, gone.signal);
		},
	);
}

function registerTokens(app: FastifyInstance, { store }: Context): void {
	app.get<{ Params: { id: string } }>(
		"/users/:id/authentication_tokens",
		async ({ params, query, caller }) => {
			const list = parseListQuery(query as Record<string, unknown>);
			if (store.users.find(params.id) === undefined) {
				throw noSuchObject(params.id, "user");
			}
			if (params.id !== caller.user?.id) {
				throw new ApiError("forbiddenOperation", {
					message: "forbidden operation: get authentication tokens",
					data: {
						operation: "get authentication tokens",
						reason: "can only see own authentication tokens",
					},
				});
			}
			const tokens = store.tokens.listOfUser(params.id).map(toPublicToken);
			return filtered(tokens, list);
		},
	);
}
