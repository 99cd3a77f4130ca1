import os from "node:os";

/** Where the figures come from. */
export interface Machine {
	readonly cpu: string;
	readonly cores: number;
	readonly memoryMb: number;
	readonly platform: string;
	readonly node: string;
	/** Processes that wanted a core in the last minute, at the start: above 0,
	 *  others disturbed the measurements. */
	readonly load: number;
}

export function describeMachine(): Machine {
	const [first] = os.cpus();
	const [load = 0] = os.loadavg();
	return {
		cpu: first?.model ?? "unknown",
		cores: os.availableParallelism(),
		memoryMb: Math.round(os.totalmem() / 2 ** 20),
		platform: `${os.platform()} ${os.release()} ${os.arch()}`,
		node: process.version,
		load: Number(load.toFixed(2)),
	};
}
