import https from "node:https";
import type { SimulatedPoolAddress } from "@xo/testing";

/** A session with a pool, for what the bench itself wants to know. */
export interface PoolSession {
	call<T>(method: string, ...params: unknown[]): Promise<T>;
	/** Bytes of the answer, which is not parsed. */
	measure(method: string, ...params: unknown[]): Promise<number>;
}

const agent = new https.Agent({ keepAlive: true, rejectUnauthorized: false });

export async function openPoolSession(
	pool: SimulatedPoolAddress,
): Promise<PoolSession> {
	const login = [pool.username, pool.password, "2.0", "bench"];
	const session = await call<string>(
		pool.url,
		"session.login_with_password",
		login,
	);
	return {
		call: (method, ...params) => call(pool.url, method, [session, ...params]),
		measure: async (method, ...params) =>
			(await post(pool.url, method, [session, ...params])).length,
	};
}

async function call<T>(
	url: string,
	method: string,
	params: readonly unknown[],
): Promise<T> {
	const answer = JSON.parse(String(await post(url, method, params)));
	if (answer.error) {
		throw new Error(`${method}: ${JSON.stringify(answer.error)}`);
	}
	return answer.result;
}

function post(
	url: string,
	method: string,
	params: readonly unknown[],
): Promise<Buffer> {
	const body = JSON.stringify({ jsonrpc: "2.0", id: 1, method, params });
	return new Promise((resolve, reject) => {
		const request = https.request(
			`${url}/jsonrpc`,
			{
				agent,
				method: "POST",
				headers: { "content-type": "application/json" },
			},
			(response) => {
				const chunks: Buffer[] = [];
				response.on("data", (chunk: Buffer) => chunks.push(chunk));
				response.on("end", () => resolve(Buffer.concat(chunks)));
				response.on("error", reject);
			},
		);
		request.on("error", reject);
		request.end(body);
	});
}
