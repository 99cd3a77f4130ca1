/** Bounds of what one pool connection may take. */
export interface XapiLimits {
	/** Connections to one host for calls, besides the one for events. */
	readonly connections: number;
	readonly connectTimeoutMs: number;
	/** Longest wait for the answer to a synchronous call. */
	readonly callTimeoutMs: number;
	/** Longest silence within an answer. */
	readonly idleTimeoutMs: number;
	readonly maxAnswerBytes: number;
	/** Classes fetched at the same time. */
	readonly parallelLoads: number;
	/** Seconds that `event.from` waits for an event. */
	readonly eventTimeoutSeconds: number;
	/** How much longer a pool may take to say that there was none. */
	readonly eventGraceMs: number;
}

export const DEFAULT_LIMITS: XapiLimits = {
	connections: 8,
	connectTimeoutMs: 10_000,
	callTimeoutMs: 300_000,
	idleTimeoutMs: 60_000,
	maxAnswerBytes: 1024 ** 3,
	parallelLoads: 2,
	eventTimeoutSeconds: 60,
	eventGraceMs: 15_000,
};
