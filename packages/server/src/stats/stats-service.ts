import type {
	HostStats,
	SrStats,
	StatsGranularity,
	VmStats,
	XoHost,
	XoObjectOf,
	XoSr,
} from "@xo/contract";
import { ApiError } from "@xo/contract";
import type { Clock } from "@xo/std";
import type { RrdUpdates } from "@xo/xapi";
import { XapiError } from "@xo/xapi/common";
import type { LiveObjects } from "../objects/live-objects.ts";
import type { PoolConnectionService } from "../pools/pool-connection-service.ts";
import { combineSr } from "./combine-sr.ts";
import { digestHost, digestVm } from "./digest.ts";
import { FetchCache } from "./fetch-cache.ts";
import { granularities } from "./granularity.ts";
import { mapBounded } from "./map-bounded.ts";
import { hostIsOff, toStatsError } from "./read-error.ts";
import { type SeriesSet, seriesOfRrd, seriesOfUpdates } from "./series.ts";

export interface StatsDependencies {
	readonly pools: Pick<PoolConnectionService, "xapiForRead">;
	readonly objects: Pick<LiveObjects, "find" | "ofType">;
	readonly clock: Clock;
}

const FETCH_TIMEOUT_MS = 20_000;
/** Longest time that an answer is given again. */
const MAX_AGE_SECONDS = 60;
const PARALLEL_HOSTS = 8;
const LIVE_STATES: ReadonlySet<string> = new Set(["Running", "Paused"]);
/** No VM has it: asks a host for itself alone. */
const NO_VM = "none";

type Vm = XoObjectOf<"VM" | "VM-snapshot">;

/** The past of VMs, hosts and SRs, read from the hosts when asked for. Each
 *  method throws ApiError `hostOffline` where the host is off,
 *  `serverUnreachable` where it or its pool does not answer. */
export class StatsService {
	readonly #dependencies: StatsDependencies;
	readonly #cache: FetchCache;

	constructor(dependencies: StatsDependencies) {
		this.#dependencies = dependencies;
		this.#cache = new FetchCache(dependencies.clock);
	}

	/** Of a VM that does not run: until it stopped. */
	async ofVm(vm: Vm, granularity: StatsGranularity): Promise<VmStats> {
		const host = this.#hostOf(vm);
		const set =
			host === undefined
				? await this.#archived(vm, granularity)
				: seriesOfUpdates(await this.#updates(host, granularity, vm.uuid), {
						type: "vm",
						uuid: vm.uuid,
					});
		return digestVm(set, this.#dependencies.clock.now());
	}

	async ofHost(
		host: XoHost,
		granularity: StatsGranularity,
	): Promise<HostStats> {
		const updates = await this.#updates(host, granularity, NO_VM);
		const set = seriesOfUpdates(updates, { type: "host", uuid: host.uuid });
		return digestHost(set, this.#dependencies.clock.now());
	}

	/** Over the hosts that are plugged to it; those that do not answer are left
	 *  out, unless none does. */
	async ofSr(sr: XoSr, granularity: StatsGranularity): Promise<SrStats> {
		const answers = await mapBounded(
			this.#hostsWith(sr),
			PARALLEL_HOSTS,
			(host) => this.ofHost(host, granularity),
		);
		const stats = answers.flatMap((answer) =>
			answer.status === "fulfilled" ? [answer.value] : [],
		);
		const failed = answers.find(({ status }) => status === "rejected");
		if (failed?.status === "rejected" && stats.length === 0) {
			throw failed.reason;
		}
		return combineSr(stats, sr.uuid.slice(0, 8), {
			endTimestamp: Math.floor(this.#dependencies.clock.now() / 1_000),
			interval: granularities[granularity].stepSeconds,
		});
	}

	/** Of each host of a pool by its id: what it says, or why it does not. */
	async ofPool(
		poolId: string,
		granularity: StatsGranularity,
	): Promise<
		Record<string, HostStats | { error: { message: string; code: number } }>
	> {
		const hosts = [...this.#dependencies.objects.ofType("host")].filter(
			({ $pool }) => $pool === poolId,
		);
		const answers = await mapBounded(hosts, PARALLEL_HOSTS, (host) =>
			this.ofHost(host, granularity),
		);
		return Object.fromEntries(
			answers.map((answer, index) => [
				hosts[index]?.id ?? "",
				answer.status === "fulfilled"
					? answer.value
					: { error: describe(answer.reason) },
			]),
		);
	}

	#hostOf(vm: Vm): XoHost | undefined {
		if (vm.type !== "VM" || !LIVE_STATES.has(vm.power_state)) return undefined;
		const host = this.#dependencies.objects.find(vm.$container ?? "");
		return host?.type === "host" ? host : undefined;
	}

	#hostsWith(sr: XoSr): XoHost[] {
		const { objects } = this.#dependencies;
		return sr.$PBDs.flatMap((id) => {
			const pbd = objects.find(id ?? "");
			if (pbd?.type !== "PBD" || !pbd.attached) return [];
			const host = objects.find(pbd.host ?? "");
			return host?.type === "host" ? [host] : [];
		});
	}

	#updates(
		host: XoHost,
		granularity: StatsGranularity,
		vmUuid: string,
	): Promise<RrdUpdates> {
		if (host.power_state !== "Running") return Promise.reject(hostIsOff(host));
		const { stepSeconds, points } = granularities[granularity];
		const key = `${host.id}/${vmUuid}/${granularity}`;
		return this.#cache.get(key, ttlMs(stepSeconds), async () => {
			try {
				return await this.#dependencies.pools
					.xapiForRead(host)
					.fetchRrdUpdates({
						host: host._xapiRef,
						start: -stepSeconds * (points - 1),
						interval: stepSeconds,
						cf: "AVERAGE",
						includeHost: vmUuid === NO_VM,
						vmUuid,
						signal: AbortSignal.timeout(FETCH_TIMEOUT_MS),
					});
			} catch (error) {
				throw toStatsError(error, host);
			}
		});
	}

	/** What the pool kept of a VM that does not run: nothing, if it never ran. */
	#archived(vm: Vm, granularity: StatsGranularity): Promise<SeriesSet> {
		const { stepSeconds } = granularities[granularity];
		const key = `${vm.id}/${granularity}`;
		return this.#cache.get(key, ttlMs(stepSeconds), async () => {
			const xapi = this.#dependencies.pools.xapiForRead(vm);
			try {
				const signal = AbortSignal.timeout(FETCH_TIMEOUT_MS);
				return seriesOfRrd(await xapi.fetchVmRrd(vm.uuid, signal), stepSeconds);
			} catch (error) {
				const isUnknown =
					error instanceof XapiError &&
					error.code === "HTTP_ERROR" &&
					error.params[0] === "404";
				if (!isUnknown) throw error;
				return { stepSeconds, endTimestamp: undefined, series: new Map() };
			}
		});
	}
}

function ttlMs(stepSeconds: number): number {
	return Math.min(stepSeconds, MAX_AGE_SECONDS) * 1_000;
}

function describe(error: unknown): { message: string; code: number } {
	return error instanceof ApiError
		? { message: error.message, code: error.code }
		: { message: "internal error", code: -32_000 };
}
