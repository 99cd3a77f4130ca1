import {
	ApiError,
	noSuchObject,
	type XoObject,
	type XoServer,
} from "@xo/contract";
import type { ObjectCache } from "@xo/object-cache";
import { type Clock, messageOf } from "@xo/std";
import type { PoolConnectionRow, Store } from "@xo/store";
import type { Xapi } from "@xo/xapi";
import type { Logger } from "../http/logger.ts";
import type { LiveObjects } from "../objects/live-objects.ts";
import { serialiseError } from "../tasks/serialise-error.ts";
import { type LinkStatus, PoolLink } from "./pool-link.ts";
import { retryDelay } from "./retry-delay.ts";

export interface PoolConnectionDependencies {
	readonly store: Store;
	readonly cache: ObjectCache;
	readonly objects: LiveObjects;
	readonly clock: Clock;
	readonly logger: Logger;
	readonly ca?: string | undefined;
}

interface Live {
	link: PoolLink;
	status: LinkStatus;
	error: Readonly<Record<string, unknown>> | undefined;
	/** Milliseconds. */
	connectedAt?: number;
	attempt: number;
	retry: Disposable | undefined;
}

/** Pool connections: what is configured, what is connected, who to ask. */
export class PoolConnectionService implements AsyncDisposable {
	readonly #dependencies: PoolConnectionDependencies;
	readonly #live = new Map<string, Live>();
	/** Pool id -> connection id. */
	readonly #byPool = new Map<string, string>();
	#isClosing = false;

	constructor(dependencies: PoolConnectionDependencies) {
		this.#dependencies = dependencies;
	}

	/** Starts every enabled connection, without waiting for any. */
	start(): void {
		for (const row of this.#dependencies.store.poolConnections.list()) {
			if (row.enabled) this.#connectInBackground(row);
		}
	}

	list(): XoServer[] {
		return this.#dependencies.store.poolConnections
			.list()
			.map((row) => this.#describe(row));
	}

	find(id: string): XoServer | undefined {
		const row = this.#dependencies.store.poolConnections.find(id);
		return row && this.#describe(row);
	}

	get(id: string): PoolConnectionRow {
		const row = this.#dependencies.store.poolConnections.find(id);
		if (row === undefined) throw noSuchObject(id, "xenServer");
		return row;
	}

	/** The connection that an object comes from, for calls that only read.
	 *  @throws ApiError `serverUnreachable` */
	xapiForRead(object: XoObject): Xapi {
		return this.#connectionOf(object).live.link.xapi;
	}

	/** The same, for calls that change something.
	 *  @throws ApiError `forbiddenOperation` on a read-only connection */
	xapiForWrite(object: XoObject): Xapi {
		const { row, live } = this.#connectionOf(object);
		if (row.readOnly) {
			throw new ApiError("forbiddenOperation", {
				message: `the pool connection ${row.label ?? row.host} is read-only`,
				data: {
					operation: "write",
					reason: "the pool connection is read-only",
				},
			});
		}
		return live.link.xapi;
	}

	/** Connects now and stays connected.
	 *  @throws ApiError `incorrectState` when connected, or the failure of this
	 *  attempt (later ones follow by themselves) */
	async enable(id: string): Promise<void> {
		const row = this.get(id);
		const live = this.#live.get(id);
		if (live?.status === "connected") {
			throw new ApiError("incorrectState", {
				data: {
					actual: "connected",
					expected: "disconnected",
					object: id,
					property: "status",
				},
			});
		}
		if (live !== undefined) await this.#drop(id);
		const enabled = await this.#dependencies.store.poolConnections.update(id, {
			enabled: true,
		});
		await this.#connect(enabled ?? row, 0);
	}

	/** The same, and waits until the objects of the pool are there. */
	async enableAndLoad(id: string): Promise<void> {
		await this.enable(id);
		await this.#live.get(id)?.link.loaded.promise;
	}

	async disable(id: string): Promise<void> {
		this.get(id);
		await this.#dependencies.store.poolConnections.update(id, {
			enabled: false,
		});
		await this.#drop(id);
	}

	async remove(id: string): Promise<void> {
		this.get(id);
		await this.#drop(id);
		await this.#dependencies.store.poolConnections.delete(id);
	}

	/** Takes new settings into use. */
	async restart(id: string): Promise<void> {
		if (!this.#live.has(id)) return;
		await this.#drop(id);
		const row = this.get(id);
		if (row.enabled) this.#connectInBackground(row);
	}

	connectInBackground(id: string): void {
		this.#connectInBackground(this.get(id));
	}

	async [Symbol.asyncDispose](): Promise<void> {
		this.#isClosing = true;
		await Promise.all([...this.#live.keys()].map((id) => this.#drop(id)));
	}

	#connectionOf(object: XoObject): { row: PoolConnectionRow; live: Live } {
		const id = this.#byPool.get(object.$pool);
		const live = id === undefined ? undefined : this.#live.get(id);
		if (id === undefined || live === undefined) {
			throw new ApiError("serverUnreachable", {
				message: `the pool of this ${object.type} is not connected`,
				data: { objectId: object.$pool },
			});
		}
		return { row: this.get(id), live };
	}

	#connectInBackground(row: PoolConnectionRow): void {
		this.#connect(row, 0).catch(() => undefined);
	}

	async #connect(row: PoolConnectionRow, attempt: number): Promise<void> {
		const logger = this.#dependencies.logger.child({ connection: row.id });
		const link = new PoolLink({
			row,
			cache: this.#dependencies.cache,
			logger,
			ca: this.#dependencies.ca,
			onPool: (poolId) => this.#claimPool(row.id, poolId),
			onStatus: (status, error) => this.#setStatus(row.id, link, status, error),
			onFingerprints: (learnt) => this.#pin(row.id, learnt),
		});
		this.#live.set(row.id, {
			link,
			status: "connecting",
			error: this.#live.get(row.id)?.error ?? row.error,
			attempt,
			retry: undefined,
		});
		try {
			await link.open();
		} catch (error) {
			logger.warn({ err: serialiseError(error) }, "cannot connect to the pool");
			this.#scheduleRetry(row.id, link, { attempt, error });
			throw error;
		}
	}

	#scheduleRetry(
		id: string,
		link: PoolLink,
		{ attempt, error }: { attempt: number; error: unknown },
	): void {
		const live = this.#live.get(id);
		if (live?.link !== link || this.#isClosing) return;
		live.retry = this.#dependencies.clock.after(
			retryDelay({ error, attempt, random: Math.random() }),
			() => {
				const row = this.#dependencies.store.poolConnections.find(id);
				if (row?.enabled && this.#live.get(id)?.link === link) {
					this.#connect(row, attempt + 1).catch(() => undefined);
				}
			},
		);
	}

	#claimPool(id: string, poolId: string): void {
		const other = this.#byPool.get(poolId);
		if (other !== undefined && other !== id) {
			throw new ApiError("generic", {
				message: "this pool is already connected",
				data: {
					name: "PoolAlreadyConnected",
					message: "this pool is already connected",
					poolId,
					connectedServerId: other,
					connectingServerId: id,
				},
			});
		}
		this.#byPool.set(poolId, id);
	}

	#setStatus(
		...[id, link, status, error]: [string, PoolLink, LinkStatus, unknown]
	): void {
		const live = this.#live.get(id);
		if (live?.link !== link) return;
		live.status = status;
		const { poolConnections } = this.#dependencies.store;
		if (error !== undefined) live.error = serialiseError(error);
		else if (status === "connected") {
			live.error = undefined;
			live.connectedAt = this.#dependencies.clock.now();
		} else return;
		poolConnections
			.update(id, {
				error: live.error,
				...(status === "connected"
					? { lastConnectedAt: live.connectedAt }
					: {}),
			})
			.catch((cause: unknown) => {
				this.#dependencies.logger.warn(
					{ err: cause },
					`cannot note the state of a pool connection: ${messageOf(cause)}`,
				);
			});
	}

	#pin(id: string, learnt: Readonly<Record<string, string>>): void {
		const { poolConnections } = this.#dependencies.store;
		const row = poolConnections.find(id);
		// Only a connection that was verified itself may teach other pins.
		if (row === undefined || row.allowUnauthorized) return;
		if (Object.keys(row.fingerprints).length === 0) return;
		poolConnections
			.update(id, { fingerprints: { ...learnt, ...row.fingerprints } })
			.catch((cause: unknown) => {
				this.#dependencies.logger.warn({ err: cause }, "cannot save pins");
			});
	}

	async #drop(id: string): Promise<void> {
		const live = this.#live.get(id);
		if (live === undefined) return;
		this.#live.delete(id);
		live.retry?.[Symbol.dispose]();
		const { poolId } = live.link;
		if (poolId !== undefined && this.#byPool.get(poolId) === id) {
			this.#byPool.delete(poolId);
		}
		await live.link[Symbol.asyncDispose]();
	}

	#describe(row: PoolConnectionRow): XoServer {
		const live = this.#live.get(row.id);
		const status = live?.status ?? "disconnected";
		const error = live === undefined ? row.error : live.error;
		// The row is written after the status shows.
		const lastConnectedAt = live?.connectedAt ?? row.lastConnectedAt;
		return {
			id: row.id,
			host: row.host,
			...(row.label === undefined ? {} : { label: row.label }),
			username: row.username,
			allowUnauthorized: row.allowUnauthorized,
			enabled: row.enabled,
			readOnly: row.readOnly,
			...(row.httpProxy === undefined
				? {}
				: { httpProxy: withoutCredentials(row.httpProxy) }),
			status,
			...(error === undefined ? {} : { error: { ...error } }),
			...(lastConnectedAt === undefined ? {} : { lastConnectedAt }),
			...this.#describePool(row, live),
		};
	}

	#describePool(
		row: PoolConnectionRow,
		live: Live | undefined,
	): Partial<XoServer> {
		const poolId = live?.status === "connected" ? live.link.poolId : undefined;
		const { objects } = this.#dependencies;
		const pool = poolId === undefined ? undefined : objects.find(poolId);
		if (pool?.type !== "pool") return {};
		const addresses = [...objects.ofType("host")]
			.filter((host) => host.$pool === pool.id)
			.map((host) => host.address);
		return {
			poolId: pool.id,
			master: pool.master,
			poolNameLabel: pool.name_label,
			poolNameDescription: pool.name_description,
			poolMembersAddresses: [
				...new Set([row.host.replace(/:\d+$/, ""), ...addresses]),
			],
		};
	}
}

/** The address of a proxy as clients see it. */
export function withoutCredentials(proxy: string): string {
	return proxy.replace(/^([a-z]+:\/\/)?.*@/is, "$1* obfuscated *@");
}
