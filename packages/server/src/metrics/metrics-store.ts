import type { LiveMetrics } from "@xo/contract";
import type { Clock } from "@xo/std";
import { LastMinute } from "./last-minute.ts";
import type { HostSamples, Sample } from "./samples.ts";
import {
	poolMetrics,
	sameMetrics,
	srMetrics,
	toMetrics,
} from "./to-metrics.ts";

/** What the store needs to know of a host that answered. */
export interface MeasuredHost {
	readonly id: string;
	readonly poolId: string;
	readonly cpus: number;
	/** Ids of its SRs by the beginning of their uuid. */
	readonly srs: ReadonlyMap<string, string>;
}

interface HostEntry {
	readonly host: MeasuredHost;
	/** Of its newest sample, by our clock. */
	seenAt: number;
	owners: ReadonlySet<string>;
}

/** Gathers changes, so that each query is patched at most twice a second. */
const ANNOUNCE_MS = 500;
const MAX_SILENCE_MS = 60_000;

/** The last minute of VMs, hosts, pools and SRs. */
export class MetricsStore implements Disposable {
	readonly #clock: Clock;
	readonly #metrics = new Map<string, LiveMetrics>();
	readonly #minutes = new Map<
		string,
		{ readonly minute: LastMinute; hostId: string }
	>();
	/** By SR, then by host. */
	readonly #srs = new Map<string, Map<string, LastMinute>>();
	readonly #hosts = new Map<string, HostEntry>();
	readonly #listeners = new Set<(ids: readonly string[]) => void>();
	#changed = new Set<string>();
	#timer: Disposable | undefined;

	constructor(clock: Clock) {
		this.#clock = clock;
	}

	find(id: string): LiveMetrics | undefined {
		return this.#metrics.get(id);
	}

	onChange(listener: (ids: readonly string[]) => void): Disposable {
		this.#listeners.add(listener);
		return { [Symbol.dispose]: () => this.#listeners.delete(listener) };
	}

	/** Takes an answer of a host: what it no longer speaks of is gone. */
	record(host: MeasuredHost, { owners, srs }: HostSamples): void {
		const before = this.#hosts.get(host.id);
		const isNews = [...owners.values()].some(({ length }) => length > 0);
		const seenAt = isNews ? this.#clock.now() : before?.seenAt;
		this.#hosts.set(host.id, {
			host,
			seenAt: seenAt ?? this.#clock.now(),
			owners: new Set(owners.keys()),
		});
		for (const [id, samples] of owners) this.#measure(id, host.id, samples);
		for (const id of before?.owners ?? []) {
			if (!owners.has(id)) this.#forget(id, host.id);
		}
		for (const [short, samples] of srs) {
			const id = host.srs.get(short);
			if (id !== undefined) this.#measureSr(id, host.id, samples);
		}
		this.#publishPool(host.poolId);
	}

	/** Makes gaps of what was not heard of for a minute. */
	forgetSilent(): void {
		const oldest = this.#clock.now() - MAX_SILENCE_MS;
		for (const { host, seenAt, owners } of this.#hosts.values()) {
			if (seenAt > oldest) continue;
			this.#hosts.delete(host.id);
			for (const id of owners) this.#forget(id, host.id);
			for (const id of host.srs.values()) {
				if (this.#srs.get(id)?.delete(host.id)) this.#publishSr(id);
			}
			this.#publishPool(host.poolId);
		}
	}

	/** Forgets all, when nobody looks any more, and says so: an order that was
	 *  kept for who comes back must not be of old metrics. */
	[Symbol.dispose](): void {
		this.#timer?.[Symbol.dispose]();
		for (const id of this.#metrics.keys()) this.#changed.add(id);
		this.#metrics.clear();
		this.#minutes.clear();
		this.#srs.clear();
		this.#hosts.clear();
		this.#announce();
	}

	#measure(id: string, hostId: string, samples: readonly Sample[]): void {
		let entry = this.#minutes.get(id);
		if (entry === undefined) {
			entry = { minute: new LastMinute(), hostId };
			this.#minutes.set(id, entry);
		}
		entry.hostId = hostId;
		for (const sample of samples) entry.minute.add(sample);
		this.#publish(id, toMetrics(entry.minute));
	}

	#measureSr(id: string, hostId: string, samples: readonly Sample[]): void {
		let hosts = this.#srs.get(id);
		if (hosts === undefined) {
			hosts = new Map();
			this.#srs.set(id, hosts);
		}
		let minute = hosts.get(hostId);
		if (minute === undefined) {
			minute = new LastMinute();
			hosts.set(hostId, minute);
		}
		for (const sample of samples) minute.add(sample);
		this.#publishSr(id);
	}

	/** Unless another host speaks of it by now, as after a migration. */
	#forget(id: string, hostId: string): void {
		if (this.#minutes.get(id)?.hostId !== hostId) return;
		this.#minutes.delete(id);
		this.#publish(id, undefined);
	}

	#publishSr(id: string): void {
		const minutes = [...(this.#srs.get(id)?.values() ?? [])];
		this.#publish(id, minutes.length === 0 ? undefined : srMetrics(minutes));
	}

	#publishPool(poolId: string): void {
		const members = [...this.#hosts.values()].flatMap(({ host }) => {
			const metrics = this.#metrics.get(host.id);
			return host.poolId === poolId && metrics !== undefined
				? [{ metrics, cpus: host.cpus }]
				: [];
		});
		this.#publish(
			poolId,
			members.length === 0 ? undefined : poolMetrics(members),
		);
	}

	#publish(id: string, metrics: LiveMetrics | undefined): void {
		if (sameMetrics(this.#metrics.get(id), metrics)) return;
		if (metrics === undefined) this.#metrics.delete(id);
		else this.#metrics.set(id, metrics);
		this.#changed.add(id);
		this.#timer ??= this.#clock.after(ANNOUNCE_MS, () => this.#announce());
	}

	#announce(): void {
		this.#timer = undefined;
		const ids = [...this.#changed];
		this.#changed = new Set();
		if (ids.length === 0) return;
		for (const listener of this.#listeners) listener(ids);
	}
}
