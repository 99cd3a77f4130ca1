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
	const key = Object.entries(queries)
		.map(([name, params]) => `${name} ${keyOf(params)}`)
		.join("\n");
	set.prepare(queries);
	// biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the queries
	useEffect(() => set.follow(queries), [set, key]);
	useEffect(() => () => set.stop(), [set]);
	return useSyncExternalStore(set.subscribe, set.getSnapshots);
}

interface Followed {
	readonly observer: LiveObserver;
	readonly unsubscribe: () => void;
	shape: string;
}

class ObserverSet {
	readonly #store: LiveStore;
	readonly #followed = new Map<string, Followed>();
	readonly #listeners = new Set<() => void>();
	#snapshots: NamedSnapshots = new Map();

	constructor(store: LiveStore) {
		this.#store = store;
	}

	readonly getSnapshots = (): NamedSnapshots => this.#snapshots;

	readonly subscribe = (listener: () => void): (() => void) => {
		this.#listeners.add(listener);
		return () => this.#listeners.delete(listener);
	};

	/** Opens what is new among them, for `follow` to come. */
	prepare(queries: NamedQueries): void {
		for (const [name, params] of Object.entries(queries)) {
			if (!this.#followed.has(name)) this.#store.prepare(params);
		}
	}

	follow(queries: NamedQueries): void {
		for (const name of this.#followed.keys()) {
			if (!Object.hasOwn(queries, name)) this.#drop(name);
		}
		for (const [name, params] of Object.entries(queries)) {
			const shape = shapeOf(params);
			const known = this.#followed.get(name);
			const followed = known ?? this.#add(name);
			const isSame = known !== undefined && known.shape === shape;
			followed.shape = shape;
			followed.observer.follow(params, isSame);
		}
		this.#update();
	}

	stop(): void {
		for (const name of [...this.#followed.keys()]) this.#drop(name);
	}

	#add(name: string): Followed {
		const observer = this.#store.createObserver();
		const unsubscribe = observer.subscribe(() => this.#update());
		const followed = { observer, unsubscribe, shape: "" };
		this.#followed.set(name, followed);
		return followed;
	}

	#drop(name: string): void {
		const followed = this.#followed.get(name);
		followed?.unsubscribe();
		followed?.observer.stop();
		this.#followed.delete(name);
	}

	#update(): void {
		const before = this.#snapshots;
		const next = new Map<string, LiveSnapshot>();
		for (const [name, { observer }] of this.#followed) {
			const snapshot = observer.getSnapshot();
			if (snapshot === undefined) continue;
			const result = snapshot.result ?? before.get(name)?.result;
			next.set(
				name,
				result === snapshot.result ? snapshot : { ...snapshot, result },
			);
		}
		this.#snapshots = next;
		for (const listener of this.#listeners) listener();
	}
}
