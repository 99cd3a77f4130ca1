import {
	type Operation,
	operations,
	type RestRoute,
	tokenSchema,
} from "@xo/contract";
import type { RestCollection, SubCollection } from "./collection.ts";
import { subscriptionBody } from "./event-collections.ts";
import { extraRoutes, TASK_PARAMETERS } from "./open-api-extra.ts";
import { hoistDefinitions, toSchema } from "./open-api-schema.ts";

type Json = Record<string, unknown>;

export interface OpenApiSource {
	readonly collections: ReadonlyMap<string, RestCollection>;
	readonly subCollections: readonly SubCollection[];
	readonly version: string;
}

const LIST_PARAMETERS = [
	["fields", "Names of properties, comma separated, or * for all", "string"],
	["filter", "Only what matches, in the filter language", "string"],
	["limit", "At most so many", "number"],
	["ndjson", "One JSON value a line", "boolean"],
	["markdown", "A table, for people", "boolean"],
].map(([name, description, type]) => ({
	name,
	in: "query",
	description,
	required: false,
	schema: { type },
}));

function pathParameters(path: string): Json[] {
	return [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
		name,
		in: "path",
		required: true,
		schema: { type: "string" },
	}));
}

function queryParameters({ query }: RestRoute): Json[] {
	return Object.entries(query?.().shape ?? {}).map(([name, schema]) => ({
		name,
		in: "query",
		required: !schema.safeParse(undefined).success,
		schema: toSchema(schema),
	}));
}

function errorResponses(codes: readonly number[]): Json {
	return Object.fromEntries(
		codes.map((code) => [
			code,
			{
				description: STATUS_TEXT[code] ?? "Error",
				content: {
					"application/json": {
						schema: { $ref: "#/components/schemas/Error" },
					},
				},
			},
		]),
	);
}

const STATUS_TEXT: Readonly<Record<number, string>> = {
	400: "Bad request",
	401: "Bad or missing credentials",
	403: "Missing privilege",
	404: "No such object",
	409: "In conflict with the present state",
	422: "Invalid parameters",
	429: "Too many requests",
	500: "Failure of the pool or of this server",
};

function schemaNameOf(collection: RestCollection): string {
	const { id } = collection.schema().meta() ?? {};
	return typeof id === "string" ? id : collection.typeName;
}

function jsonContent(schema: unknown): Json {
	return { "application/json": { schema } };
}

function listOf(target: RestCollection): Json {
	return {
		description: `Hrefs, or items of ${schemaNameOf(target)} with fields`,
		content: jsonContent({
			type: "array",
			items: {
				anyOf: [
					{ type: "string" },
					{ $ref: `#/components/schemas/${schemaNameOf(target)}` },
				],
			},
		}),
	};
}

function collectionPaths(collection: RestCollection): [string, Json][] {
	const { path, typeName } = collection;
	const item = { $ref: `#/components/schemas/${schemaNameOf(collection)}` };
	return [
		[
			`/${path}`,
			{
				get: {
					operationId: `list_${path}`,
					summary: `List every ${typeName} that the caller may read`,
					tags: [path],
					parameters:
						path === "tasks"
							? [...LIST_PARAMETERS, TASK_PARAMETERS.list]
							: LIST_PARAMETERS,
					responses: {
						200: listOf(collection),
						...errorResponses([400, 401, 422]),
					},
				},
			},
		],
		[
			`/${path}/{id}`,
			{
				get: {
					operationId: `get_${path}`,
					summary: `Read one ${typeName}`,
					tags: [path],
					parameters:
						path === "tasks"
							? [...pathParameters("{id}"), TASK_PARAMETERS.item]
							: pathParameters("{id}"),
					responses: {
						200: { description: typeName, content: jsonContent(item) },
						...errorResponses([401, 403, 404]),
					},
				},
			},
		],
	];
}

function subCollectionPath({
	parent,
	name,
	target,
}: SubCollection): [string, Json] {
	return [
		`/${parent.path}/{id}/${name}`,
		{
			get: {
				operationId: `list_${parent.path}_${name}`,
				summary: `For one ${parent.typeName}: its ${name}`,
				tags: [parent.path],
				parameters: [...pathParameters("{id}"), ...LIST_PARAMETERS],
				responses: {
					200: listOf(target),
					...errorResponses([400, 401, 403, 404, 422]),
				},
			},
		},
	];
}

function successOf(operation: Operation, route: RestRoute): Json {
	const responses: Json = {};
	if (route.kind === "action") {
		responses[202] = {
			description: "Started; follow the task",
			content: jsonContent({
				type: "object",
				properties: { taskId: { type: "string" } },
				required: ["taskId"],
			}),
		};
	}
	responses[route.status] =
		route.status === 204
			? { description: "Done" }
			: {
					description: "Result",
					content: jsonContent(
						route.status === 201 && route.toBody === undefined
							? {
									type: "object",
									properties: { id: { type: "string" } },
									required: ["id"],
								}
							: toSchema(operation.result()),
					),
				};
	return responses;
}

function operationMethod(operation: Operation, route: RestRoute): Json {
	const { method, path, kind, body, privilege } = route;
	const name = path.replaceAll(/[{}]/g, "").replaceAll("/", "_");
	return {
		operationId: `${method.toLowerCase()}${name}`,
		summary: operation.description,
		tags: [path.split("/")[1]],
		"x-privilege": `${privilege.resource}:${privilege.action}`,
		parameters: [
			...pathParameters(path),
			...queryParameters(route),
			...(kind === "action"
				? [
						{
							name: "sync",
							in: "query",
							required: false,
							description: "Wait for the end",
							schema: { type: "boolean" },
						},
					]
				: []),
		],
		...(body === undefined
			? {}
			: {
					requestBody: {
						required: !body().safeParse({}).success,
						content: jsonContent(toSchema(body())),
					},
				}),
		responses: {
			...successOf(operation, route),
			...errorResponses([401, 403, 404, 409, 422, 500]),
		},
	};
}

const ERROR_SCHEMA = {
	type: "object",
	properties: {
		error: { description: "Text, or a message for each bad parameter" },
		data: {},
		info: { type: "string" },
	},
	required: ["error"],
};

/** The OpenAPI 3.1 document of everything that REST serves. */
export function createOpenApi(source: OpenApiSource): Json {
	const paths: Record<string, Json> = {};
	const add = ([path, methods]: [string, Json]) => {
		paths[path] = { ...paths[path], ...methods };
	};
	for (const collection of source.collections.values()) {
		collectionPaths(collection).forEach(add);
	}
	source.subCollections.map(subCollectionPath).forEach(add);
	for (const operation of Object.values(operations) as Operation[]) {
		for (const route of operation.rest ?? []) {
			const method = route.method.toLowerCase();
			add([route.path, { [method]: operationMethod(operation, route) }]);
		}
	}
	for (const extra of extraRoutes(toSchema(subscriptionBody))) {
		const { method, path, operation, errors = [] } = extra;
		const responses = { ...operation.responses, ...errorResponses(errors) };
		add([path, { [method]: { ...operation, responses } }]);
	}
	const schemas = Object.fromEntries(
		[...source.collections.values()].map((collection) => [
			schemaNameOf(collection),
			toSchema(collection.schema()),
		]),
	);
	return hoistDefinitions({
		openapi: "3.1.0",
		info: {
			title: "Xen Orchestra REST API",
			version: source.version,
			license: { name: "Apache-2.0", identifier: "Apache-2.0" },
		},
		servers: [{ url: "/rest/v0" }],
		security: [{ token: [] }, { basic: [] }],
		paths,
		components: {
			schemas: {
				...schemas,
				Token: toSchema(tokenSchema()),
				Error: ERROR_SCHEMA,
			},
			securitySchemes: {
				token: { type: "apiKey", in: "cookie", name: "authenticationToken" },
				basic: { type: "http", scheme: "basic" },
			},
		},
	});
}
