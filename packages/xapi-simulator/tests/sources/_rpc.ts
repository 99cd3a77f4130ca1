import type { RunningPool } from "../../src/index.ts";

export type ApiRecord = Readonly<Record<string, unknown>>;
export type ApiRecords = Readonly<Record<string, ApiRecord>>;

/** Signs in and gives what sends calls of that session, as JSON-RPC 2.0. */
export async function signIn(
	pool: RunningPool,
): Promise<(method: string, ...params: unknown[]) => Promise<unknown>> {
	const call = async (method: string, ...params: unknown[]) => {
		const response = await fetch(`${pool.url}/jsonrpc`, {
			method: "POST",
			headers: { "content-type": "application/json" },
			body: JSON.stringify({ jsonrpc: "2.0", id: 1, method, params }),
		});
		const reply = (await response.json()) as {
			result?: unknown;
			error?: { message: string; data: unknown };
		};
		if (reply.error === undefined) return reply.result;
		throw new Error(
			`${method}: ${reply.error.message} ${JSON.stringify(reply.error.data)}`,
		);
	};
	const session = await call(
		"session.login_with_password",
		pool.username,
		pool.password,
	);
	return (method, ...params) => call(method, session, ...params);
}
