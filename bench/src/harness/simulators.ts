import path from "node:path";
import { createInterface } from "node:readline";
import type { SimulatedPoolAddress } from "@xo/testing";
import type { PoolSize } from "../workload.ts";
import { type Child, startProgram } from "./children.ts";

export interface Simulators extends AsyncDisposable {
	readonly pools: readonly SimulatedPoolAddress[];
	readonly pid: number;
	/** Changes a second of all pools together, from now on. */
	setActivity(changesPerSecond: number): void;
}

/** Starts a process that serves the pools, and waits until all listen.
 *  Changed VMs carry the time at which their event was sent. */
export async function startSimulators(
	build: string,
	{ pools: count, hosts, vms }: PoolSize,
): Promise<Simulators> {
	const child = startProgram([
		path.join(build, "simulator.mjs"),
		"--exit-with-stdin",
		"--stamp",
		...["--pools", String(count), "--hosts", String(hosts)],
		...["--vms", String(vms)],
	]);
	const pools = await readPools(child, count);
	return {
		pools,
		pid: child.pid,
		setActivity: (rate) => child.process.stdin?.write(`activity ${rate}\n`),
		[Symbol.asyncDispose]: () => child[Symbol.asyncDispose](),
	};
}

async function readPools(
	child: Child,
	count: number,
): Promise<SimulatedPoolAddress[]> {
	const { stdout } = child.process;
	if (stdout === null) throw new Error("the simulator has no standard output");
	const pools: SimulatedPoolAddress[] = [];
	for await (const line of createInterface({ input: stdout })) {
		pools.push(JSON.parse(line) as SimulatedPoolAddress);
		if (pools.length === count) return pools;
	}
	throw new Error(`the simulated pools did not start:\n${child.log()}`);
}
