import type { CorePool } from "../core/core-handler.ts";
import { type Ref, XapiFailure } from "../core/types.ts";
import { recomputeAllowedOperations } from "../domains/recompute.ts";

/** What the network side of a pool can be made to do. */
export interface FaultTargets {
	dropConnections(): void;
	/** Stops answering on that host's address. */
	stopHost(host: Ref): Promise<void>;
	/** Lets a host that was stopped answer again, where it did before. */
	restartHost(host: Ref): Promise<void>;
	/** New keys for all hosts; gives the master's new fingerprint. */
	swapCertificates(): string;
}

interface CallFault {
	readonly method: string;
	remaining: number;
	/** Gives false when the connection is to be dropped. */
	apply(): boolean | Promise<boolean>;
}

/** Faults on demand. All begin at once and last as long as they say. */
export class Faults {
	readonly #pool: CorePool;
	readonly #targets: FaultTargets;
	readonly #calls: CallFault[] = [];

	constructor(pool: CorePool, targets: FaultTargets) {
		this.#pool = pool;
		this.#targets = targets;
	}

	/** Cuts every open connection. */
	dropConnections(): void {
		this.#targets.dropConnections();
	}

	/** The next `times` calls of `method` (`*` for any) fail with this error,
	 *  code first. */
	failCalls(method: string, error: readonly string[], times = 1): void {
		const [code = "INTERNAL_ERROR", ...params] = error;
		this.#add(method, times, () => {
			throw new XapiFailure(code, params);
		});
	}

	/** The next `times` calls of `method` (`*` for any) lose their connection
	 *  before they are run. */
	dropCalls(method: string, times = 1): void {
		this.#add(method, times, () => false);
	}

	/** The next `times` calls of `method` (`*` for any) wait for `until`. */
	delayCalls(method: string, until: Promise<unknown>, times = 1): void {
		this.#add(method, times, async () => {
			await until;
			return true;
		});
	}

	/** Forgets what was deleted. As with real pools a token that is older is
	 *  still accepted: only `valid_ref_counts` shows the loss. Callers of
	 *  `event.next` get EVENTS_LOST. */
	loseEvents(): void {
		for (const table of this.#pool.db.tables.values()) table.forgetDeletions();
		this.#pool.legacyEvents.loseAll();
	}

	/** Every session becomes invalid. */
	expireSessions(): void {
		this.#pool.sessions.closeAll();
	}

	/** Stops the master and makes another host the master. Sessions and tasks
	 *  are lost, as they are not persisted. Gives the new master.
	 *  @throws Error when the pool has one host only */
	async killMaster(successor?: Ref): Promise<Ref> {
		const { db } = this.#pool;
		const old = this.#pool.masterRef();
		const next = successor ?? db.refs("host").find((host) => host !== old);
		if (next === undefined || next === old) {
			throw new Error("killMaster: the pool has no other host");
		}
		await this.#targets.stopHost(old);
		this.#pool.sessions.closeAll();
		for (const task of db.refs("task")) db.destroy("task", task);
		db.update("pool", this.#pool.poolRef(), { master: next });
		this.#setLive(old, false);
		return next;
	}

	/** Lets a host that was killed listen again, on its old address, as an
	 *  ordinary member of the pool.
	 *  @throws Error when the host was not killed */
	async reviveHost(host: Ref): Promise<void> {
		await this.#targets.restartHost(host);
		this.#setLive(host, true);
	}

	/** New keys and certificates on all hosts, and all connections cut. Gives
	 *  the master's new fingerprint. */
	swapCertificate(): string {
		return this.#targets.swapCertificates();
	}

	/** For the wire: what is to happen to this call. False means that its
	 *  connection is dropped.
	 *  @throws XapiFailure */
	async beforeCall(method: string): Promise<boolean> {
		const name = method.replace(/^Async\./, "");
		const index = this.#calls.findIndex(
			(fault) => fault.method === "*" || fault.method === name,
		);
		const fault = this.#calls[index];
		if (fault === undefined) return true;
		if (--fault.remaining <= 0) this.#calls.splice(index, 1);
		return fault.apply();
	}

	get hasCallFaults(): boolean {
		return this.#calls.length > 0;
	}

	#setLive(host: Ref, live: boolean): void {
		const { db } = this.#pool;
		const metrics = String(db.get("host", host).metrics);
		if (db.find("host_metrics", metrics) === undefined) return;
		const last_updated = this.#pool.nowIso();
		db.update("host_metrics", metrics, { live, last_updated });
		recomputeAllowedOperations(this.#pool, "host", host);
	}

	#add(method: string, remaining: number, apply: CallFault["apply"]): void {
		this.#calls.push({ method, remaining, apply });
	}
}
