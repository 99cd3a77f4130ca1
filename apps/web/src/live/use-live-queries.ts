import type { LiveQueryParams } from "@xo/contract";
import { useEffect, useState, useSyncExternalStore } from "react";
import { useLiveStore } from "./live-context.ts";
import type { LiveSnapshot } from "./live-entry.ts";
import {
	keyOf,
	type LiveObserver,
	type LiveStore,
	shapeOf,
} from "./live-store.ts";

/** Live queries by a name of their own. */
export type NamedQueries = Readonly<Record<string, LiveQueryParams>>;
export type NamedSnapshots = ReadonlyMap<string, LiveSnapshot>;

/** Several live queries, of a number that changes. The rows of a query stay
 *  until those of its new parameters are there. */
export function useLiveQueries(queries: NamedQueries): NamedSnapshots {
	const store = useLiveStore();
	const [set] = useState(() => new ObserverSet(store));
	const wanted = Object.entries(queries).map(([name, params]) => ({
		name,
		params,
		key: keyOf(params),
		shape: shapeOf(params),
	}));
	const keys = wanted.map(({ name, key }) => `${name} ${key}`).join("\n");
	set.prepare(wanted);
	// biome-ignore lint/correctness/useExhaustiveDependencies: the keys stand for the queries
	useEffect(() => set.follow(wanted), [set, keys]);
	useEffect(() => () => set.stop(), [set]);
	return useSyncExternalStore(set.subscribe, () => set.read(wanted));
}

interface Wanted {
	readonly name: string;
	readonly params: LiveQueryParams;
	readonly key: string;
	readonly shape: string;
}

interface Followed {
	readonly observer: LiveObserver;
	readonly unsubscribe: () => void;
}

class ObserverSet {
	readonly #store: LiveStore;
	readonly #followed = new Map<string, Followed>();
	readonly #listeners = new Set<() => void>();
	/** Snapshots without a result, with the one that stands in its place. */
	readonly #filled = new WeakMap<LiveSnapshot, LiveSnapshot>();
	#snapshots: NamedSnapshots = new Map();

	constructor(store: LiveStore) {
		this.#store = store;
	}

	readonly subscribe = (listener: () => void): (() => void) => {
		this.#listeners.add(listener);
		return () => this.#listeners.delete(listener);
	};

	/** The same as before unless something changed. */
	read(queries: readonly Wanted[]): NamedSnapshots {
		const before = this.#snapshots;
		const next = new Map<string, LiveSnapshot>();
		for (const { name, key, shape } of queries) {
			const observer = this.#followed.get(name)?.observer;
			const seen = observer ? observer.read(key, shape) : this.#store.peek(key);
			if (seen !== undefined) next.set(name, this.#fill(name, seen));
		}
		const isSame =
			before.size === next.size &&
			[...next].every(([name, snapshot]) => before.get(name) === snapshot);
		if (!isSame) this.#snapshots = next;
		return this.#snapshots;
	}

	/** Opens what is new among them, for `follow` to come. */
	prepare(queries: readonly Wanted[]): void {
		for (const { name, params } of queries) {
			if (!this.#followed.has(name)) this.#store.prepare(params);
		}
	}

	follow(queries: readonly Wanted[]): void {
		const names = new Set(queries.map(({ name }) => name));
		for (const name of this.#followed.keys()) {
			if (!names.has(name)) this.#drop(name);
		}
		for (const { name, params, shape } of queries) {
			const { observer } = this.#followed.get(name) ?? this.#add(name);
			observer.follow(params, shape);
		}
	}

	stop(): void {
		for (const name of [...this.#followed.keys()]) this.#drop(name);
	}

	#fill(name: string, snapshot: LiveSnapshot): LiveSnapshot {
		const result = this.#snapshots.get(name)?.result;
		if (snapshot.result !== undefined || result === undefined) return snapshot;
		const known = this.#filled.get(snapshot);
		if (known?.result === result) return known;
		const filled = { ...snapshot, result };
		this.#filled.set(snapshot, filled);
		return filled;
	}

	#add(name: string): Followed {
		const observer = this.#store.createObserver();
		const unsubscribe = observer.subscribe(this.#notify);
		const followed = { observer, unsubscribe };
		this.#followed.set(name, followed);
		return followed;
	}

	#drop(name: string): void {
		const followed = this.#followed.get(name);
		followed?.unsubscribe();
		followed?.observer.stop();
		this.#followed.delete(name);
	}

	readonly #notify = (): void => {
		for (const listener of this.#listeners) listener();
	};
}
