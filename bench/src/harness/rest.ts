import http from "node:http";
import { basicCredential } from "./administrator.ts";

const agent = new http.Agent({ keepAlive: true });
const authorization = basicCredential();

export interface RestAnswer {
	readonly bytes: Buffer;
	readonly ms: number;
}

/** A request as the administrator, timed until the last byte is here.
 *  @throws Error with the answer when it is not a success */
export function request(
	url: string,
	{ method = "GET", body }: { method?: string; body?: object } = {},
): Promise<RestAnswer> {
	const startedAt = performance.now();
	return new Promise((resolve, reject) => {
		const headers = {
			authorization,
			...(body === undefined ? {} : { "content-type": "application/json" }),
		};
		const outgoing = http.request(url, { agent, method, headers });
		outgoing.on("error", reject);
		outgoing.on("response", (response) => {
			const chunks: Buffer[] = [];
			response.on("data", (chunk: Buffer) => chunks.push(chunk));
			response.on("error", reject);
			response.on("end", () => {
				const ms = performance.now() - startedAt;
				const bytes = Buffer.concat(chunks);
				const { statusCode = 0 } = response;
				if (statusCode < 300) resolve({ bytes, ms });
				else {
					reject(new Error(`${method} ${url}: ${statusCode} ${bytes}`));
				}
			});
		});
		outgoing.end(body && JSON.stringify(body));
	});
}

/** The same as parsed JSON. */
export async function get<T>(url: string): Promise<T> {
	return JSON.parse(String((await request(url)).bytes)) as T;
}
