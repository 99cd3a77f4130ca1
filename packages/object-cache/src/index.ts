export { candidates } from "./candidates.ts";
export { ObjectCache } from "./object-cache.ts";
export type { IndexedProperty } from "./object-index.ts";
export type {
	BatchListener,
	CacheBatch,
	CacheChange,
	CachedObject,
	CacheRevision,
} from "./types.ts";
export { writeAll } from "./write-all.ts";
export {
	type CollectionFormat,
	type WriteSlicedOptions,
	writeSliced,
} from "./write-sliced.ts";
