/** A promise with its two ends outside. */
export interface Deferred<T> {
	readonly promise: Promise<T>;
	resolve(value: T): void;
	reject(reason: unknown): void;
}

export function createDeferred<T = void>(): Deferred<T> {
	return Promise.withResolvers<T>();
}
