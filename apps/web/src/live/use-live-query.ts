import type { QueryParams } from "@xo/client";
import type { LiveQueryResult, LiveRow } from "@xo/contract";
import { useEffect, useRef, useState, useSyncExternalStore } from "react";
import { useLiveStore } from "./live-context.ts";
import type { LiveStatus } from "./live-entry.ts";
import { keyOf, shapeOf, withDefaults } from "./live-store.ts";

/** A live query as a component sees it. */
export interface LiveQueryState {
	/** `stale` while the connection is lost: do not show `result` as the truth
	 *  of this moment. */
	readonly status: LiveStatus;
	readonly result: LiveQueryResult | undefined;
	/** Why the server refused it. */
	readonly error: unknown;
	/** The rows are still those of the parameters before. */
	readonly isPending: boolean;
}

interface LiveQueryOptions {
	/** Shows the rows of the last filter, order or window until those of the new
	 *  one are there; default true. */
	readonly keepPrevious?: boolean;
	/** Default true; a query that is not enabled is not open. */
	readonly isEnabled?: boolean;
}

/** Texts match inside of longer ones; ids of the same length do not. */
const MAX_ALIKE = 10;

const NOTHING: LiveQueryState = {
	status: "loading",
	result: undefined,
	error: undefined,
	isPending: true,
};

/** Follows the objects that match. What is left out of `params` has the
 *  default of the contract: no filter, no fields, the first 50 rows. */
export function useLiveQuery(
	params: QueryParams,
	options: LiveQueryOptions = {},
): LiveQueryState {
	const { keepPrevious = true, isEnabled = true } = options;
	const store = useLiveStore();
	const [observer] = useState(() => store.createObserver());
	const full = withDefaults(params);
	const key = keyOf(full);
	const shape = keepPrevious ? shapeOf(full) : key;
	const lastShape = useRef<string>(undefined);
	// The server works on it while the rest of the page is drawn.
	if (isEnabled && lastShape.current !== shape) store.prepare(full);
	const snapshot = useSyncExternalStore(observer.subscribe, () =>
		isEnabled ? observer.read(key, shape) : undefined,
	);
	const current = useRef(full);
	current.current = full;

	// biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the parameters
	useEffect(() => {
		if (!isEnabled) {
			observer.stop();
			return;
		}
		observer.follow(current.current, shape);
		lastShape.current = shape;
	}, [observer, key, shape, isEnabled]);
	useEffect(() => () => observer.stop(), [observer]);

	return snapshot ?? NOTHING;
}

/** One object by its id. `row` is undefined while it is loading and when it
 *  does not exist, or may not be seen: `isMissing` tells which. */
export function useObject(
	type: string | readonly string[],
	id: string | undefined,
	fields: readonly string[],
): {
	readonly row: LiveRow | undefined;
	readonly isMissing: boolean;
	readonly status: LiveStatus;
	readonly error: unknown;
} {
	const { result, status, error } = useLiveQuery(
		objectQuery(type, id ?? "", fields),
		{ keepPrevious: false, isEnabled: id !== undefined },
	);
	const row = result?.rows.find((candidate) => candidate.id === id);
	return {
		row,
		status,
		error,
		isMissing: status === "live" && row === undefined,
	};
}

/** What `useObject` asks for. */
export function objectQuery(
	type: string | readonly string[],
	id: string,
	fields: readonly string[],
): QueryParams {
	return {
		types: typeof type === "string" ? [type] : type,
		filter: `id:${quote(id)}`,
		fields,
		window: { offset: 0, limit: MAX_ALIKE },
	};
}

function quote(text: string): string {
	return `"${text.replace(/["\\]/g, "\\$&")}"`;
}
