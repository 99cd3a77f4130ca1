import type { Measurement } from "./measurement.ts";

export interface PoolSize {
	readonly pools: number;
	readonly hosts: number;
	readonly vms: number;
}

/** How thoroughly to measure. */
export interface Effort {
	/** Of the workloads at full size; others keep to a share of it. */
	readonly size: PoolSize;
	/** How often something short is repeated. */
	readonly repetitions: number;
	/** How long something continuous is watched. */
	readonly seconds: number;
	readonly soakSeconds: number;
	/** Where CPU profiles of the daemon go; absent: none are taken. */
	readonly profileFolder?: string | undefined;
}

/** What a workload has at hand. */
export interface WorkloadContext extends Effort {
	/** The production build, in a folder of its own. */
	readonly build: string;
	/** Ends what it is given when the workload is over, last first. */
	readonly stack: AsyncDisposableStack;
	/** Tells a person what is going on. */
	say(text: string): void;
}

export interface Workload {
	readonly name: string;
	/** One line. */
	readonly description: string;
	run(context: WorkloadContext): Promise<readonly Measurement[]>;
}
