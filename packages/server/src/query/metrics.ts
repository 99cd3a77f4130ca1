import type { LiveMetrics, LiveQueryParams } from "@xo/contract";
import type { CachedObject } from "@xo/object-cache";
import { isLinkedName, type LinkedNames } from "./linked-names.ts";
import { pathReader } from "./sort-key.ts";

/** What a query wants metrics of. */
export interface MetricsDemand {
	readonly types: readonly string[];
	/** Ids of objects, as of now; undefined for all of the types. */
	ids(): Iterable<string> | undefined;
}

/** Where the metrics beside the objects come from. */
export interface MetricsSource {
	/** The same value as long as nothing changed. */
	find(id: string): LiveMetrics | undefined;
	/** Gathers metrics until the demand is disposed of. */
	watch(demand: MetricsDemand): Disposable;
	/** Says which ids have other metrics, at most twice a second. */
	onChange(listener: (ids: readonly string[]) => void): Disposable;
}

/** Where there are none. */
export const noMetrics: MetricsSource = {
	find: () => undefined,
	watch: () => ({ [Symbol.dispose]: () => {} }),
	onChange: () => ({ [Symbol.dispose]: () => {} }),
};

const PREFIX = "metrics.";

export function isMetric(path: string): boolean {
	return path.startsWith(PREFIX);
}

/** Which parts of a query need metrics. */
export function metricsUse({ fields, sort, aggregates }: LiveQueryParams): {
	readonly inFields: boolean;
	/** Then every matching object matters, not only those that are shown. */
	readonly inOrder: boolean;
} {
	return {
		inFields: fields.some(isMetric),
		inOrder:
			sort.some(({ key }) => isMetric(key)) ||
			aggregates.some(({ key = "" }) => isMetric(key)),
	};
}

/** What an index knows an object by that the object does not hold itself. */
export interface Beside {
	readonly metrics: LiveMetrics | undefined;
	/** Names of what its links lead to, by path. */
	readonly names: LinkedNames;
}

/** An object with what stands beside it. Indexes that need none never see
 *  this. */
export interface MeasuredObject extends CachedObject, Beside {
	readonly object: CachedObject;
}

export function measure(object: CachedObject, beside: Beside): MeasuredObject {
	const { id, type, name_label } = object;
	return { id, type, name_label, object, ...beside };
}

export type ReaderFactory = (path: string) => (object: object) => unknown;

/** As `pathReader`, for measured objects. */
export const measuredReader: ReaderFactory = (path) => {
	if (isMetric(path)) {
		const name = path.slice(PREFIX.length) as keyof LiveMetrics;
		return (measured) => (measured as MeasuredObject).metrics?.[name];
	}
	if (isLinkedName(path)) {
		return (measured) => (measured as MeasuredObject).names.get(path);
	}
	const read = pathReader(path);
	return (measured) => read((measured as MeasuredObject).object);
};
