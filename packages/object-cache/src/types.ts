/** What every object of the inventory has; the rest is up to its type.
 *  Objects are immutable: a change is a new object with the same id. */
export interface CachedObject {
	readonly id: string;
	readonly type: string;
	readonly $pool?: string;
	readonly $container?: string;
	readonly tags?: readonly string[];
	readonly [key: string]: unknown;
}

/** What one pool connection says changed. Removals come before upserts, so an
 *  id in both is present afterwards. */
export interface CacheBatch {
	/** The pool connection that the objects come from. */
	readonly source: string;
	readonly upserts: Iterable<CachedObject>;
	readonly removals: Iterable<string>;
}

/** One object that is not what it was: no `previous` when it is new, no
 *  `current` when it is gone. */
export interface CacheChange {
	readonly id: string;
	readonly previous: CachedObject | undefined;
	readonly current: CachedObject | undefined;
}

/** All that one batch changed, at the revision that it made. */
export interface CacheRevision {
	readonly revision: number;
	readonly changes: readonly CacheChange[];
}

export type BatchListener = (batch: CacheRevision) => void;
