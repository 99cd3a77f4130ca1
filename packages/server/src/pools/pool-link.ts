import { ApiError, type XoObject, type XoPool } from "@xo/contract";
import {
	type InventoryChange,
	inventoryClasses,
	PoolInventory,
} from "@xo/inventory";
import type { ObjectCache } from "@xo/object-cache";
import { createDeferred, type Deferred } from "@xo/std";
import type { PoolConnectionRow } from "@xo/store";
import type { Xapi, XapiBatch } from "@xo/xapi";
import type { Logger } from "../http/logger.ts";

export type LinkStatus = "connected" | "connecting" | "disconnected";

export interface PoolLinkOptions {
	readonly row: PoolConnectionRow;
	readonly cache: ObjectCache;
	readonly logger: Logger;
	/** Extra certificate authorities, PEM. */
	readonly ca: string | undefined;
	/** Called once the pool is known, before its objects are published.
	 *  Throws to refuse the connection. */
	readonly onPool: (poolId: string) => void;
	readonly onStatus: (status: LinkStatus, error: unknown) => void;
	/** Certificates of members, learnt over the verified connection. */
	readonly onFingerprints: (
		byAddress: Readonly<Record<string, string>>,
	) => void;
}

/** What objects are made of, and where the pins of members come from. */
const MIRRORED = [...inventoryClasses, "Certificate"];

/** Longest stretch of derivation without giving way to other work. */
const SLICE_MS = 5;

/** The live connection to one pool: XAPI in, objects of the contract out. */
export class PoolLink implements AsyncDisposable {
	readonly #options: PoolLinkOptions;
	readonly #abort = new AbortController();
	/** Objects are in the cache. */
	readonly loaded: Deferred<void> = createDeferred();
	#xapi: Xapi | undefined;
	#inventory: PoolInventory | undefined;
	#poolId: string | undefined;
	#status: LinkStatus = "connecting";
	/** As it was derived last. */
	#pool: XoPool | undefined;
	/** Batches are applied one after the other. */
	#applying: Promise<void> = Promise.resolve();

	constructor(options: PoolLinkOptions) {
		this.#options = options;
		this.loaded.promise.catch(() => undefined);
	}

	get poolId(): string | undefined {
		return this.#poolId;
	}

	/** @throws ApiError `serverUnreachable` unless connected */
	get xapi(): Xapi {
		if (this.#xapi === undefined || this.#xapi.state !== "connected") {
			throw new ApiError("serverUnreachable", {
				message: `the pool connection ${this.#options.row.host} is not connected`,
				data: { objectId: this.#poolId },
			});
		}
		return this.#xapi;
	}

	/** Signs in and starts to follow; resolves once the session is open.
	 *  Objects arrive afterwards. */
	async open(): Promise<void> {
		const { row } = this.#options;
		this.#setStatus("connecting", undefined);
		try {
			// Loaded at the first connection: an empty daemon starts without it.
			const { Xapi } = await import("@xo/xapi");
			const xapi = await Xapi.connect({
				url: /^https?:\/\//.test(row.host) ? row.host : `https://${row.host}`,
				username: row.username,
				password: row.password,
				tls: {
					allowUnauthorized: row.allowUnauthorized,
					fingerprint: (address) => row.fingerprints[address],
					...(this.#options.ca === undefined ? {} : { ca: this.#options.ca }),
				},
				...(row.httpProxy === undefined ? {} : { httpProxy: row.httpProxy }),
				signal: this.#abort.signal,
			});
			this.#xapi = xapi;
			const pools = await xapi.call("pool.get_all_records");
			this.#claimPool(Object.values(pools)[0]?.uuid);
			this.#inventory = new PoolInventory(xapi.mirror);
			xapi.watch({
				classes: MIRRORED,
				onBatch: (batch) => this.#enqueue(batch),
				onState: (state, error) => this.#setStatus(state, error),
			});
			this.#setStatus("connected", undefined);
		} catch (error) {
			this.#setStatus("disconnected", error);
			this.loaded.reject(error);
			await this.#xapi?.[Symbol.asyncDispose]();
			throw error;
		}
	}

	async [Symbol.asyncDispose](): Promise<void> {
		this.#abort.abort(new Error("the pool connection was closed"));
		this.loaded.reject(new Error("the pool connection was closed"));
		await this.#xapi?.[Symbol.asyncDispose]();
		await this.#applying;
		this.#options.cache.removeSource(this.#options.row.id);
	}

	/** Settles when the batch is taken, so that the pool waits with the next. */
	#enqueue(batch: XapiBatch): Promise<void> {
		this.#applying = this.#applying
			.then(() => this.#apply(batch))
			.catch((error: unknown) => {
				this.#options.logger.error({ err: error }, "cannot apply changes");
				this.#setStatus("disconnected", error);
			});
		return this.#applying;
	}

	async #apply(batch: XapiBatch): Promise<void> {
		if (this.#inventory === undefined || this.#abort.signal.aborted) return;
		if (batch.changes.length < 500) {
			this.#publish(this.#inventory.update(batch.changes));
		} else {
			const slices = this.#inventory.updateSliced(batch.changes, {
				budgetMs: SLICE_MS,
			});
			for await (const slice of slices) {
				if (this.#abort.signal.aborted) return;
				this.#publish(slice);
			}
		}
		if (batch.isInitial) this.#noteLoaded();
		if (batch.changes.some(({ class: name }) => name === "Certificate")) {
			this.#options.onFingerprints(this.#xapi?.learnedFingerprints() ?? {});
		}
	}

	#publish({ upserts, removals, failures }: InventoryChange): void {
		for (const { class: className, ref, error } of failures) {
			this.#options.logger.error(
				{ err: error, className, ref },
				"no object could be made of a record",
			);
		}
		const source = this.#options.row.id;
		this.#options.cache.apply({
			source,
			upserts: upserts.map((object) => this.#withStatus(object)),
			removals,
		});
	}

	#withStatus(object: XoObject): XoObject {
		if (object.type !== "pool") return object;
		this.#pool = object;
		return { ...object, connectionStatus: this.#status };
	}

	/** Clients learn from the pool's object that what they see may be old. */
	#setStatus(status: LinkStatus, error: unknown): void {
		const isNews = status !== this.#status;
		this.#status = status;
		this.#options.onStatus(status, error);
		if (!isNews || this.#pool === undefined || this.#abort.signal.aborted) {
			return;
		}
		this.#options.cache.apply({
			source: this.#options.row.id,
			upserts: [this.#withStatus(this.#pool)],
			removals: [],
		});
	}

	/** @throws whatever `onPool` throws to refuse the pool */
	#claimPool(poolId: string | undefined): void {
		if (poolId === undefined) throw new Error("the pool has no pool record");
		this.#options.onPool(poolId);
		this.#poolId = poolId;
	}

	#noteLoaded(): void {
		this.loaded.resolve();
		this.#options.logger.info(
			{ poolId: this.#poolId, host: this.#options.row.host },
			"the objects of a pool are loaded",
		);
	}
}
