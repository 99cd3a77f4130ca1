import {
	basicOf,
	type RunningPool,
	startTestPool,
	startTestServer,
	TEST_ADMIN,
	type TestServer,
} from "@xo/testing";

export interface Answer {
	readonly status: number;
	readonly headers: Headers;
	readonly text: string;
	/** The parsed body; undefined when it is no JSON. */
	// biome-ignore lint/suspicious/noExplicitAny: tests look into answers
	readonly body: any;
}

/** Sends requests below `/rest/v0` with one credential. */
export type Rest = (
	method: string,
	path: string,
	options?: {
		readonly body?: unknown;
		readonly headers?: Readonly<Record<string, string>>;
	},
) => Promise<Answer>;

export interface RestStack extends AsyncDisposable {
	readonly server: TestServer;
	readonly pool: RunningPool;
	readonly admin: Rest;
	readonly anonymous: Rest;
	/** Makes a user without rights, and requests in that name. */
	addUser(
		email?: string,
	): Promise<{ readonly id: string; readonly rest: Rest }>;
	/** Gives a user the role `viewer` on an object, or takes it. */
	setRole(
		verb: "add" | "remove",
		userId: string,
		objectId: string,
	): Promise<void>;
}

function parse(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

/** Requests to `url` with these headers. */
export function restOf(
	url: string,
	credentials: Readonly<Record<string, string>>,
): Rest {
	return async (method, path, { body, headers } = {}) => {
		const isText = typeof body === "string";
		const response = await fetch(`${url}/rest/v0${path}`, {
			method,
			redirect: "manual",
			headers: {
				...credentials,
				...(body === undefined ? {} : { "content-type": "application/json" }),
				...headers,
			},
			...(body === undefined
				? {}
				: { body: isText ? body : JSON.stringify(body) }),
		});
		const text = await response.text();
		const { status } = response;
		return { status, headers: response.headers, text, body: parse(text) };
	};
}

/** A daemon with one connected pool. */
export async function startRestStack(
	options: { readonly hosts?: number; readonly vms?: number } = {},
): Promise<RestStack> {
	const pool = await startTestPool(options);
	const server = await startTestServer();
	await server.connect(pool);
	let count = 0;
	return {
		server,
		pool,
		admin: restOf(server.url, { authorization: basicOf(TEST_ADMIN) }),
		anonymous: restOf(server.url, {}),
		addUser: async (email = `user${++count}@example.org`) => {
			const password = "pass:word with a colon";
			const id = await server.context.users.create({ email, password });
			const authorization = basicOf({ email, password });
			return { id, rest: restOf(server.url, { authorization }) };
		},
		setRole: async (verb, subject, object) => {
			const { dispatcher, signal, store } = server.context;
			const call = dispatcher.prepare(
				`acl.${verb}`,
				{ subject, object, action: "viewer" },
				{
					user: store.users.find(server.adminId),
					isAdmin: true,
					address: "127.0.0.1",
				},
			);
			await dispatcher.run(call, { signal });
		},
		[Symbol.asyncDispose]: async () => {
			await server[Symbol.asyncDispose]();
			await pool[Symbol.asyncDispose]();
		},
	};
}
