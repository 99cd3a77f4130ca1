type Json = Record<string, unknown>;

const text = { type: "string" };
const boolean = { type: "boolean" };

function json(schema: unknown): Json {
	return { "application/json": { schema } };
}

function inPath(name: string): Json {
	return { name, in: "path", required: true, schema: text };
}

function object(properties: Json): Json {
	return { type: "object", properties, required: Object.keys(properties) };
}

function answers(status: number, description: string, content?: Json): Json {
	return { [status]: { description, ...(content && { content }) } };
}

const PUBLIC = { security: [], tags: ["server"] };

/** A route that is neither a collection nor an operation of the contract. */
interface ExtraRoute {
	readonly method: "get" | "post" | "delete";
	readonly path: string;
	readonly operation: Json & { readonly responses: Json };
	/** Statuses of its errors. */
	readonly errors?: readonly number[];
}

/** The body of a subscription and the collections are given by the stream. */
export function extraRoutes(subscriptionBody: Json): readonly ExtraRoute[] {
	return [
		{
			method: "get",
			path: "/ping",
			operation: {
				...PUBLIC,
				operationId: "ping",
				summary: "Whether requests are served",
				responses: answers(
					200,
					"Yes; the time in milliseconds",
					json(object({ result: text, timestamp: { type: "number" } })),
				),
			},
		},
		{
			method: "get",
			path: "/gui-routes",
			operation: {
				...PUBLIC,
				operationId: "gui_routes",
				summary: "Where the web interfaces are",
				responses: answers(
					200,
					"Paths",
					json(object({ xo5: text, xo6: text })),
				),
			},
		},
		{
			method: "get",
			path: "/users/{id}/authentication_tokens",
			operation: {
				operationId: "list_users_authentication_tokens",
				summary: "The caller's own tokens, without their secrets",
				tags: ["users"],
				parameters: [
					inPath("id"),
					{ name: "filter", in: "query", schema: text },
					{ name: "limit", in: "query", schema: { type: "number" } },
				],
				responses: answers(
					200,
					"Tokens",
					json({
						type: "array",
						items: { $ref: "#/components/schemas/Token" },
					}),
				),
			},
			errors: [400, 401, 403, 404, 422],
		},
		...eventRoutes(subscriptionBody),
	];
}

function eventRoutes(subscriptionBody: Json): readonly ExtraRoute[] {
	const tags = ["events"];
	return [
		{
			method: "get",
			path: "/events",
			operation: {
				operationId: "open_events",
				summary: "A stream of changes, of what is subscribed to",
				description:
					"The first event, init, gives the id of the stream; ping comes every 30 s; add, update and remove tell what happened to an item.",
				tags,
				responses: answers(200, "Server-sent events", {
					"text/event-stream": { schema: text },
				}),
			},
			errors: [401, 429],
		},
		{
			method: "post",
			path: "/events/{id}/subscriptions",
			operation: {
				operationId: "subscribe",
				summary: "Follow a collection in an open stream",
				tags,
				parameters: [inPath("id")],
				requestBody: { required: true, content: json(subscriptionBody) },
				responses: answers(201, "Subscribed", json(object({ id: text }))),
			},
			errors: [400, 401, 404, 422],
		},
		{
			method: "delete",
			path: "/events/{id}/subscriptions/{collection}",
			operation: {
				operationId: "unsubscribe",
				summary: "Stop to follow a collection",
				tags,
				parameters: [inPath("id"), inPath("collection")],
				responses: answers(204, "Done"),
			},
			errors: [401, 404],
		},
	];
}

/** Query parameters that tasks alone have. */
export const TASK_PARAMETERS = {
	list: {
		name: "watch",
		in: "query",
		required: false,
		description: "Changes as they happen; needs ndjson=true",
		schema: boolean,
	},
	item: {
		name: "wait",
		in: "query",
		required: false,
		description: "Answer once the task has ended",
		schema: boolean,
	},
} as const;
