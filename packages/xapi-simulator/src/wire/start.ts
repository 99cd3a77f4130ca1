import { type Clock, systemClock } from "@xo/std";
import type { SubjectAccount } from "../core/accounts.ts";
import { createRandom } from "../core/random.ts";
import { SimulatedPool } from "../core/simulated-pool.ts";
import type { Database, Pool } from "../core/types.ts";
import { domainHandlers } from "../domains/index.ts";
import { recomputeAll } from "../domains/recompute.ts";
import type { Faults } from "./faults.ts";
import { PoolNetwork } from "./network.ts";

const DEFAULT_EVENT_DELAY_MS = 50;

/** What a pool is made of and how it is reached. */
export interface SimulatedPoolOptions {
	/** Fills the database. */
	readonly source: (pool: Pool) => void;
	/** Clear text instead of HTTPS; default false. */
	readonly http?: boolean;
	/** Port of all hosts; 0 (default) takes a free one. */
	readonly port?: number;
	/** Default `root`. */
	readonly username?: string;
	/** Default `password`. */
	readonly password?: string;
	/** Users of the pool's directory service; default none. */
	readonly subjects?: readonly SubjectAccount[];
	/** Clock of operations, tasks and sessions; default the machine's. */
	readonly clock?: Clock;
	/** Multiplies the duration of operations; default 0, immediate. */
	readonly timeScale?: number;
	/** Seed of uuids and of all that is random; default random. */
	readonly randomSeed?: number;
	/** Renames the pool. */
	readonly name?: string;
	/** How long event.from gathers changes; default 50, as XAPI. */
	readonly eventDelayMs?: number;
	/** Whether stamped VMs carry, in events, the time of sending; default no. */
	readonly stampEvents?: boolean;
}

/** A pool that listens. Disposing stops it and cuts its connections. */
export interface RunningPool extends AsyncDisposable {
	/** `https://127.20.0.1:41234` of the current master. */
	readonly url: string;
	readonly name: string;
	readonly address: string;
	readonly port: number;
	readonly username: string;
	readonly password: string;
	/** SHA-256 of the master's certificate: upper-case hex pairs, colons. */
	readonly fingerprint: string;
	readonly db: Database;
	readonly pool: Pool;
	readonly faults: Faults;
}

/** Starts a pool: fills its database and lets its hosts listen, each on a
 *  loopback address of its own.
 *  @throws Error when the port is taken, or the source leaves no host */
export async function startSimulatedPool(
	options: SimulatedPoolOptions,
): Promise<RunningPool> {
	const { username = "root", password = "password" } = options;
	const accounts = { username, password, subjects: options.subjects ?? [] };
	const seed = options.randomSeed ?? Math.floor(Math.random() * 2 ** 32);
	const pool = new SimulatedPool({
		accounts,
		clock: options.clock ?? systemClock,
		timeScale: options.timeScale ?? 0,
		random: createRandom(seed),
		eventDelayMs: options.eventDelayMs ?? DEFAULT_EVENT_DELAY_MS,
		stampEvents: options.stampEvents ?? false,
		handlers: domainHandlers,
	});
	const isTls = options.http !== true;
	const network = new PoolNetwork(pool, { isTls });
	try {
		options.source(pool);
		pool.complete();
		recomputeAll(pool);
		if (options.name !== undefined) {
			pool.db.update("pool", pool.poolRef(), { name_label: options.name });
		}
		await network.start(options.port ?? 0);
	} catch (error) {
		pool.stop();
		throw error;
	}
	return {
		get url() {
			const { address, port } = network.master;
			return `${isTls ? "https" : "http"}://${address}:${port}`;
		},
		get name() {
			return String(pool.db.get("pool", pool.poolRef()).name_label);
		},
		get address() {
			return network.master.address;
		},
		get port() {
			return network.master.port;
		},
		get password() {
			return accounts.password;
		},
		get fingerprint() {
			return network.master.certificate.fingerprint;
		},
		username,
		db: pool.db,
		pool,
		faults: network.faults,
		async [Symbol.asyncDispose]() {
			pool.stop();
			await network[Symbol.asyncDispose]();
		},
	};
}
