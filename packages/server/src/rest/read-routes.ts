import { ApiError, noSuchObject } from "@xo/contract";
import type { FastifyReply } from "fastify";
import type { Caller } from "../api/caller.ts";
import {
	hrefOf,
	REST_BASE,
	type RestCollection,
	type RestItem,
	type SubCollection,
} from "./collection.ts";
import { filtered } from "./filtered.ts";
import { listChunks } from "./list-chunks.ts";
import { type ListQuery, parseListQuery } from "./list-query.ts";
import type { RouteDeclarations } from "./route-table.ts";
import { sendChunks } from "./send-chunks.ts";

export const CONTENT_TYPES = {
	json: "application/json; charset=utf-8",
	ndjson: "application/x-ndjson; charset=utf-8",
	markdown: "text/markdown; charset=utf-8",
} as const satisfies Record<ListQuery["format"], string>;

declare module "fastify" {
	interface FastifyRequest {
		/** Set by the authentication of each REST request. */
		caller: Caller;
	}
}

export interface MissingPrivilege {
	readonly resource: string;
	readonly action: string;
	readonly objectId?: string;
}

export function missingPrivileges(
	...privileges: readonly MissingPrivilege[]
): ApiError {
	return new ApiError("unauthorized", {
		message: "not enough privileges",
		data: { missingPrivileges: privileges },
	});
}

/** The item, which must exist and be readable by the caller: one answer for
 *  both, else anybody could find out what exists.
 *  @throws ApiError `noSuchObject` */
export function getReadable(
	collection: RestCollection,
	id: string,
	caller: Caller,
): RestItem {
	const item = collection.find(id);
	if (item === undefined || !collection.mayRead(item, caller)) {
		throw noSuchObject(id, collection.typeName);
	}
	return item;
}

async function answerList(
	reply: FastifyReply,
	collection: RestCollection,
	list: { readonly items: readonly RestItem[]; readonly query: ListQuery },
): Promise<void> {
	const { items, query } = list;
	await sendChunks(
		reply,
		CONTENT_TYPES[query.format],
		listChunks(collection, items, query),
	);
}

export function registerCollection(
	routes: RouteDeclarations,
	collection: RestCollection,
	/** Answers instead, when it gives true: `watch`. */
	special?: (options: {
		query: ListQuery;
		reply: FastifyReply;
		caller: Caller;
	}) => Promise<boolean>,
): void {
	routes.get(`/${collection.path}`, async (request, reply) => {
		const query = parseListQuery(request.query as Record<string, unknown>);
		const { caller } = request;
		if (await special?.({ query, reply, caller })) return reply;
		const items = collection.list(caller, query);
		await answerList(reply, collection, { items, query });
		return reply;
	});
}

export function registerItem(
	routes: RouteDeclarations,
	collection: RestCollection,
): void {
	routes.get<{ id: string }>(
		`/${collection.path}/:id`,
		async ({ params, caller }, reply) => {
			const item = getReadable(collection, params.id, caller);
			reply.type(CONTENT_TYPES.json);
			return collection.bytesOf?.(item) ?? JSON.stringify(item);
		},
	);
}

export function registerSubCollection(
	routes: RouteDeclarations,
	{ parent, name, target, select }: SubCollection,
): void {
	routes.get<{ id: string }>(
		`/${parent.path}/:id/${name}`,
		async (request, reply) => {
			const { caller } = request;
			const query = parseListQuery(request.query as Record<string, unknown>);
			const item = getReadable(parent, request.params.id, caller);
			const readable = Iterator.from(select(item, caller)).filter((other) =>
				target.mayRead(other, caller),
			);
			const items = filtered(readable, query);
			await answerList(reply, target, { items, query });
			return reply;
		},
	);
}

/** `/users/me` and anything below it is the caller's. */
export function registerMe(routes: RouteDeclarations): void {
	const redirect = (
		request: { url: string; caller: Caller },
		reply: FastifyReply,
	) => {
		const id = request.caller.user?.id ?? "";
		const target = request.url.replace(
			`${REST_BASE}/users/me`,
			hrefOf({ path: "users" }, id),
		);
		return reply.redirect(target, 307);
	};
	routes.all("/users/me", redirect);
	routes.all("/users/me/*", redirect);
}
