import {
	ApiError,
	type Operation,
	operations,
	type RestRoute,
} from "@xo/contract";
import { isPlainObject } from "@xo/std";
import type { FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import type { Dispatcher, PreparedCall } from "../api/dispatcher.ts";
import { parseParams } from "../api/validation.ts";
import type { LiveObjects } from "../objects/live-objects.ts";
import type { TaskService } from "../tasks/task-service.ts";
import { REST_BASE, type RestCollection } from "./collection.ts";
import { parseBoolean } from "./list-query.ts";
import {
	getReadable,
	type MissingPrivilege,
	missingPrivileges,
} from "./read-routes.ts";
import type { RouteDeclarations } from "./route-table.ts";

export interface OperationRouteDependencies {
	readonly dispatcher: Dispatcher;
	readonly tasks: TaskService;
	/** Aborted when the daemon stops; work started by REST outlives its
	 *  request. */
	readonly signal: AbortSignal;
	readonly collections: ReadonlyMap<string, RestCollection>;
	readonly objects: Pick<LiveObjects, "find">;
}

type Params = Record<string, string>;

const NO_BODY = z.strictObject({});

/** Every route that the contract declares. */
export function registerOperations(
	routes: RouteDeclarations,
	dependencies: OperationRouteDependencies,
): void {
	for (const [name, operation] of Object.entries(operations)) {
		const { rest = [] } = operation as Operation;
		for (const route of rest) {
			routes.route({
				method: route.method,
				path: route.path.replaceAll(/\{(\w+)\}/g, ":$1"),
				handler: (request, reply) =>
					answer({ name, operation, route }, { request, reply }, dependencies),
			});
		}
	}
}

interface Declared {
	readonly name: string;
	readonly operation: Operation;
	readonly route: RestRoute;
}

async function answer(
	declared: Declared,
	{ request, reply }: { request: FastifyRequest; reply: FastifyReply },
	dependencies: OperationRouteDependencies,
): Promise<FastifyReply> {
	const { route } = declared;
	const isSync =
		route.kind === "action" &&
		parseBoolean(request.query as Record<string, unknown>, "sync");
	const prepared = await namingPrivilege(declared, request, () =>
		prepare(declared, request, dependencies),
	);
	const work = dependencies.dispatcher;
	if (route.kind === "direct") {
		const { signal } = dependencies;
		const result = await namingPrivilege(declared, request, () =>
			work.run(prepared, { signal }),
		);
		return answerResult(reply, route, result);
	}
	const [objectId, objectType] = targetOf(prepared, request);
	const task = await dependencies.tasks.start(
		{
			name: `REST API: ${labelOf(route)}`,
			type: "xo:rest-api:action",
			userId: request.caller.user?.id,
			method: declared.name,
			objectId,
			objectType,
			params: work.redactedParams(prepared),
			signal: dependencies.signal,
		},
		(handle) => work.run(prepared, { signal: handle.signal, task: handle }),
	);
	if (isSync) {
		const result = await namingPrivilege(declared, request, () => task.ended);
		return answerResult(reply, route, result);
	}
	reply.code(202).header("location", `${REST_BASE}/tasks/${task.id}`);
	return reply.send({ taskId: task.id });
}

function prepare(
	{ name, operation, route }: Declared,
	request: FastifyRequest,
	{ dispatcher, collections, objects }: OperationRouteDependencies,
): PreparedCall {
	const { caller } = request;
	if (operation.access === "admin" && !caller.isAdmin) {
		throw missingPrivileges(...privilegesOf(route, request));
	}
	const path = request.params as Params;
	checkOwnFields(route, request);
	checkOwnItem(operation, request, collections);
	const body = bodyOf(route, request.body);
	const query = queryOf(route, request.query);
	const params = route.toParams?.({
		path,
		body,
		query,
		userId: caller.user?.id ?? "",
		objectName: nameOf(path.id, objects),
	}) ?? { ...query, ...body, ...path };
	const prepared = dispatcher.prepare(name, params, caller);
	checkType(prepared, route);
	return prepared;
}

/** REST names the privilege that is missing, not the permission. */
async function namingPrivilege<T>(
	{ route }: Declared,
	request: FastifyRequest,
	work: () => T | Promise<T>,
): Promise<T> {
	try {
		return await work();
	} catch (error) {
		if (error instanceof ApiError && error.kind === "unauthorized") {
			throw missingPrivileges(...privilegesOf(route, request));
		}
		throw error;
	}
}

/** Changing an item needs a privilege for each property. */
function privilegesOf(
	{ method, privilege }: RestRoute,
	request: FastifyRequest,
	fields: readonly string[] = method === "PATCH" ? fieldsOf(request.body) : [],
): MissingPrivilege[] {
	const { id } = request.params as Params;
	const target = id === undefined ? {} : { objectId: id };
	if (fields.length === 0) return [{ ...privilege, ...target }];
	return fields.map((field) => ({
		...privilege,
		action: `${privilege.action}:${field}`,
		...target,
	}));
}

function fieldsOf(body: unknown): string[] {
	return isPlainObject(body) ? Object.keys(body) : [];
}

function checkOwnFields(route: RestRoute, request: FastifyRequest): void {
	const { ownFields } = route;
	const { caller, body, params } = request;
	if (ownFields === undefined || caller.isAdmin) return;
	const isOwn = (params as Params).id === caller.user?.id;
	const fields = fieldsOf(body);
	const refused = fields.filter(
		(field) => !isOwn || !ownFields.includes(field),
	);
	if (refused.length > 0 || !isOwn) {
		throw missingPrivileges(...privilegesOf(route, request, refused));
	}
}

function nameOf(
	id: string | undefined,
	objects: OperationRouteDependencies["objects"],
): string | undefined {
	const object = id === undefined ? undefined : objects.find(id);
	return object !== undefined && "name_label" in object
		? object.name_label
		: undefined;
}

/** What is ours (users, tasks, ...) is not among the objects that the
 *  dispatcher resolves: it is looked up here, before a task is made. */
function checkOwnItem(
	{ objects }: Operation,
	request: FastifyRequest,
	collections: OperationRouteDependencies["collections"],
): void {
	const { id } = request.params as Params;
	if (id === undefined || Object.keys(objects).length > 0) return;
	const collection = collections.get(collectionOf(request));
	if (collection !== undefined) getReadable(collection, id, request.caller);
}

function collectionOf({ url }: FastifyRequest): string {
	return url.slice(REST_BASE.length + 1).split("/")[0] ?? "";
}

function bodyOf(route: RestRoute, body: unknown): Record<string, unknown> {
	const parsed = parseParams(route.body?.() ?? NO_BODY, body ?? {});
	return isPlainObject(parsed) ? parsed : {};
}

function queryOf(route: RestRoute, query: unknown): Record<string, unknown> {
	if (route.query === undefined) return {};
	const parsed = parseParams(route.query(), query ?? {});
	return isPlainObject(parsed) ? parsed : {};
}

/** The path names one type: `/vms/<id of a template>` is not there. */
function checkType({ objects }: PreparedCall, route: RestRoute): void {
	if (route.objectType === undefined) return;
	const [object] = Object.values(objects);
	if (object !== undefined && object.type !== route.objectType) {
		throw new ApiError("noSuchObject", {
			message: `no such ${route.objectType} ${object.id}`,
			data: { id: object.id, type: route.objectType },
		});
	}
}

function targetOf(
	{ objects }: PreparedCall,
	request: FastifyRequest,
): [string | undefined, string | undefined] {
	const [object] = Object.values(objects);
	if (object !== undefined) return [object.id, object.type];
	const { id } = request.params as Params;
	return [id, collectionOf(request).replace(/s$/, "")];
}

/** `clean shutdown VM` of `/vms/{id}/actions/clean_shutdown`. */
function labelOf(route: RestRoute): string {
	const verb = route.path.split("/").at(-1)?.replaceAll("_", " ") ?? "";
	return `${verb} ${route.objectType ?? route.privilege.resource}`;
}

function answerResult(
	reply: FastifyReply,
	route: RestRoute,
	result: unknown,
): FastifyReply {
	reply.code(route.status);
	if (route.status === 204) return reply.send();
	const body =
		route.toBody?.(result) ?? (route.status === 201 ? { id: result } : result);
	if (
		route.status === 201 &&
		route.kind === "direct" &&
		typeof result === "string"
	) {
		reply.header("location", `${REST_BASE}${route.path}/${result}`);
	}
	return reply.send(body);
}
