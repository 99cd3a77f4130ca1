import type { LiveMetrics, XoHost } from "@xo/contract";
import { type Clock, messageOf } from "@xo/std";
import type { Logger } from "../http/logger.ts";
import type { LiveObjects } from "../objects/live-objects.ts";
import type { PoolConnectionService } from "../pools/pool-connection-service.ts";
import { MetricsStore } from "./metrics-store.ts";
import { readSamples } from "./samples.ts";
import { type Demand, wantedHosts } from "./wanted-hosts.ts";

export interface MetricsDependencies {
	readonly pools: Pick<PoolConnectionService, "xapiForRead">;
	readonly objects: Pick<LiveObjects, "find" | "ofType">;
	readonly clock: Clock;
	readonly logger: Logger;
}

interface HostState {
	dueAt: number;
	failures: number;
	isBusy: boolean;
	/** Unix seconds of the newest sample, by the host's clock. */
	newest: number | undefined;
}

const TICK_MS = 1_000;
/** Somebody who types or scrolls shows other objects with each step: what is
 *  asked for is what they stay with. */
const SETTLE_MS = 400;
/** Who never stays is told something too. */
const LATEST_MS = 3_000;
const REFRESH_MS = 5_000;
const MAX_DELAY_MS = 60_000;
/** Pages change: who leaves one often opens another. */
const LINGER_MS = 10_000;
const TIMEOUT_MS = 10_000;
const PARALLEL_HOSTS = 16;
/** So that 500 hosts take their turns in about 6 s. */
const STARTS_PER_TICK = 80;
const FIRST_SECONDS = 60;

/** Metrics of the last minute, asked of each host once for all who watch, and
 *  of no host while nobody does. */
export class MetricsService implements Disposable {
	readonly #dependencies: MetricsDependencies;
	readonly #store: MetricsStore;
	readonly #demands = new Set<Demand>();
	readonly #states = new Map<string, HostState>();
	readonly #stop = new AbortController();
	#queue: XoHost[] = [];
	#busyCount = 0;
	#tick: Disposable | undefined;
	/** When the demand began to change; undefined while it rests. */
	#changingSince: number | undefined;
	#unwatchedSince: number | undefined;

	constructor(dependencies: MetricsDependencies) {
		this.#dependencies = dependencies;
		this.#store = new MetricsStore(dependencies.clock);
	}

	find(id: string): LiveMetrics | undefined {
		return this.#store.find(id);
	}

	onChange(listener: (ids: readonly string[]) => void): Disposable {
		return this.#store.onChange(listener);
	}

	watch(demand: Demand): Disposable {
		this.#demands.add(demand);
		this.#scheduleSettled();
		return { [Symbol.dispose]: () => this.#demands.delete(demand) };
	}

	/** Whether hosts are being asked. */
	get isRunning(): boolean {
		return this.#tick !== undefined;
	}

	[Symbol.dispose](): void {
		this.#stop.abort(new Error("metrics are no longer gathered"));
		this.#demands.clear();
		this.#end();
	}

	#schedule(delayMs: number): void {
		if (this.#stop.signal.aborted) return;
		this.#tick?.[Symbol.dispose]();
		this.#tick = this.#dependencies.clock.after(delayMs, () => this.#onTick());
	}

	#scheduleSettled(): void {
		const now = this.#dependencies.clock.now();
		this.#changingSince ??= now;
		const latest = Math.max(0, this.#changingSince + LATEST_MS - now);
		this.#schedule(Math.min(SETTLE_MS, latest));
	}

	#onTick(): void {
		const { clock, objects } = this.#dependencies;
		const now = clock.now();
		this.#changingSince = undefined;
		if (this.#demands.size > 0) this.#unwatchedSince = undefined;
		else {
			this.#unwatchedSince ??= now;
			if (now - this.#unwatchedSince >= LINGER_MS) {
				this.#end();
				return;
			}
		}
		this.#store.forgetSilent();
		const wanted = wantedHosts(this.#demands, objects);
		for (const [id, { isBusy }] of this.#states) {
			if (!isBusy && !wanted.has(id)) this.#states.delete(id);
		}
		this.#enqueue(wanted, now);
		this.#schedule(TICK_MS);
	}

	#enqueue(wanted: ReadonlyMap<string, XoHost>, now: number): void {
		const due = [...wanted.values()]
			.map((host) => ({ host, state: this.#stateOf(host.id) }))
			.filter(({ state }) => !state.isBusy && state.dueAt <= now)
			.sort((a, b) => a.state.dueAt - b.state.dueAt)
			.slice(0, STARTS_PER_TICK);
		for (const { host, state } of due) {
			state.isBusy = true;
			this.#queue.push(host);
		}
		this.#pump();
	}

	#stateOf(hostId: string): HostState {
		let state = this.#states.get(hostId);
		if (state === undefined) {
			state = { dueAt: 0, failures: 0, isBusy: false, newest: undefined };
			this.#states.set(hostId, state);
		}
		return state;
	}

	#pump(): void {
		while (this.#busyCount < PARALLEL_HOSTS) {
			const host = this.#queue.shift();
			if (host === undefined) return;
			this.#busyCount++;
			void this.#refresh(host).finally(() => {
				this.#busyCount--;
				this.#pump();
			});
		}
	}

	async #refresh(host: XoHost): Promise<void> {
		const { clock, logger } = this.#dependencies;
		const state = this.#stateOf(host.id);
		state.dueAt = clock.now() + REFRESH_MS;
		try {
			await this.#fetch(host, state);
			state.failures = 0;
		} catch (error) {
			state.failures++;
			state.newest = undefined;
			const delay = Math.min(REFRESH_MS * 2 ** state.failures, MAX_DELAY_MS);
			state.dueAt = clock.now() + delay;
			logger.debug(
				{ host: host.id, failures: state.failures },
				`no metrics of host ${host.name_label}: ${messageOf(error)}`,
			);
		} finally {
			state.isBusy = false;
		}
	}

	async #fetch(host: XoHost, state: HostState): Promise<void> {
		const updates = await this.#dependencies.pools
			.xapiForRead(host)
			.fetchRrdUpdates({
				host: host._xapiRef,
				start: state.newest ?? -FIRST_SECONDS,
				cf: "AVERAGE",
				includeHost: true,
				signal: AbortSignal.any([
					this.#stop.signal,
					AbortSignal.timeout(TIMEOUT_MS),
				]),
			});
		if (!this.isRunning) return;
		const after = state.newest ?? Number.NEGATIVE_INFINITY;
		state.newest = updates.timestamps.at(-1) ?? state.newest;
		this.#store.record(
			{
				id: host.id,
				poolId: host.$pool,
				cpus: host.cpus.cores ?? 1,
				srs: this.#srsOf(host),
			},
			readSamples(updates, after),
		);
	}

	#srsOf({ $PBDs }: XoHost): Map<string, string> {
		const srs = new Map<string, string>();
		for (const id of $PBDs) {
			const pbd = this.#dependencies.objects.find(id ?? "");
			if (pbd?.type !== "PBD" || pbd.SR === undefined) continue;
			srs.set(pbd.SR.slice(0, 8), pbd.SR);
		}
		return srs;
	}

	#end(): void {
		this.#tick?.[Symbol.dispose]();
		this.#tick = undefined;
		this.#unwatchedSince = undefined;
		this.#queue = [];
		this.#states.clear();
		this.#store[Symbol.dispose]();
	}
}
