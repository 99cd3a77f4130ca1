import { openPoolSession, type PoolSession } from "./pool-rpc.ts";
import { get, request } from "./rest.ts";
import type { Simulators } from "./simulators.ts";
import { until } from "./until.ts";

/** XAPI class -> the collections that its objects are spread over. */
const COLLECTIONS: Readonly<Record<string, readonly string[]>> = {
	pool: ["pools"],
	host: ["hosts"],
	SR: ["srs"],
	network: ["networks"],
	VM: ["vms", "vm-templates", "vm-snapshots", "vm-controllers"],
	VDI: ["vdis", "vdi-snapshots"],
	VIF: ["vifs"],
	PIF: ["pifs"],
	PBD: ["pbds"],
	VBD: ["vbds"],
};

/** Sessions with all pools, and how many objects they have. */
export interface PoolsTruth {
	readonly sessions: readonly PoolSession[];
	/** By XAPI class. */
	readonly counts: ReadonlyMap<string, number>;
}

export async function countPools({ pools }: Simulators): Promise<PoolsTruth> {
	const sessions = await Promise.all(pools.map(openPoolSession));
	const counts = new Map<string, number>();
	for (const name of Object.keys(COLLECTIONS)) {
		const perPool = await Promise.all(
			sessions.map((session) => countOf(session, name)),
		);
		counts.set(
			name,
			perPool.reduce((sum, count) => sum + count, 0),
		);
	}
	return { sessions, counts };
}

async function countOf(session: PoolSession, name: string): Promise<number> {
	if (name !== "VDI") {
		const refs = await session.call<string[]>(`${name}.get_all`);
		return refs.length;
	}
	// Unmanaged VDIs have no collection.
	const records = await session.call<object>(
		"VDI.get_all_records_where",
		'field "managed" = "true"',
	);
	return Object.keys(records).length;
}

/** Adds all pools through REST, as no WebSocket client is to be connected, and
 *  waits until every object is served. Gives the time from the first request,
 *  in milliseconds. */
export async function connectPools(
	url: string,
	simulators: Simulators,
	{ counts }: PoolsTruth,
): Promise<number> {
	const startedAt = performance.now();
	await Promise.all(
		simulators.pools.map(async (pool) => {
			const { bytes } = await request(`${url}/rest/v0/servers`, {
				method: "POST",
				body: {
					host: new URL(pool.url).host,
					username: pool.username,
					password: pool.password,
					fingerprint: pool.fingerprint,
				},
			});
			const { id } = JSON.parse(String(bytes)) as { id: string };
			const action = `${url}/rest/v0/servers/${id}/actions/connect?sync=true`;
			await request(action, { method: "POST" });
		}),
	);
	await untilComplete(url, counts);
	return performance.now() - startedAt;
}

/** A class is asked for again until it is whole, then the next one: what is
 *  asked for meanwhile costs the daemon little. */
async function untilComplete(
	url: string,
	counts: ReadonlyMap<string, number>,
): Promise<void> {
	for (const [name, expected] of counts) {
		let served = 0;
		await until(`all objects of ${name}`, async () => {
			const lists = await Promise.all(
				(COLLECTIONS[name] ?? []).map((collection) =>
					get<unknown[]>(`${url}/rest/v0/${collection}`),
				),
			);
			served = lists.reduce((sum, list) => sum + list.length, 0);
			return served >= expected;
		}).catch((error: Error) => {
			throw new Error(`${error.message}: ${served} of ${expected} served`);
		});
	}
}
