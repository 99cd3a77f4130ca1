import { roleDatabase } from "../../src/core/role-table.ts";
import {
	type RunningPool,
	type SimulatedPoolOptions,
	startSimulatedPool,
} from "../../src/index.ts";

/** A pool of two hosts and two VMs. */
export function startTestPool(
	options: Partial<SimulatedPoolOptions> = {},
): Promise<RunningPool> {
	return startSimulatedPool({
		http: true,
		randomSeed: 1,
		eventDelayMs: 1,
		source({ db }) {
			const master = db.create("host", { name_label: "h1" });
			db.create("host", { name_label: "h2" });
			db.create("pool", { name_label: "test", master });
			for (const name_label of ["a", "b"]) {
				db.create("VM", { name_label, other_config: { folder: "/x" } });
			}
		},
		...options,
	});
}

/** How many rows of a class the API lists. */
export function countOf({ db }: RunningPool, className: string): number {
	return (className === "role" ? roleDatabase() : db).refs(className).length;
}

/** `code` first, then the parameters. */
export type Answer =
	| { readonly result: unknown; readonly error?: undefined }
	| { readonly error: readonly string[]; readonly result?: undefined };

/** Sends one call as JSON-RPC 2.0. */
export async function send(
	url: string,
	method: string,
	params: readonly unknown[],
): Promise<Answer> {
	const response = await fetch(`${url}/jsonrpc`, {
		method: "POST",
		body: JSON.stringify({ jsonrpc: "2.0", id: 1, method, params }),
	});
	const { result, error } = (await response.json()) as {
		result?: unknown;
		error?: { message: string; data: string[] };
	};
	return error === undefined
		? { result }
		: { error: [error.message, ...error.data] };
}

export interface TestClient {
	readonly session: string;
	/** The answer, whatever it is. */
	ask(method: string, ...args: unknown[]): Promise<Answer>;
	/** The result; throws when the call fails. */
	// biome-ignore lint/suspicious/noExplicitAny: tests know what they asked for
	call(method: string, ...args: unknown[]): Promise<any>;
}

export async function signIn(
	pool: RunningPool,
	[username, password]: readonly [string, string] = ["root", "password"],
): Promise<TestClient> {
	const { url } = pool;
	const params = [username, password, "", ""];
	const login = await send(url, "session.login_with_password", params);
	if (login.error) throw new Error(login.error.join(" "));
	const session = String(login.result);
	const ask = (method: string, ...args: unknown[]) =>
		send(url, method, [session, ...args]);
	return {
		session,
		ask,
		async call(method, ...args) {
			const { result, error } = await ask(method, ...args);
			if (error) throw new Error(error.join(" "));
			return result;
		},
	};
}
