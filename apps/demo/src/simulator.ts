import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import path from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

/** A simulated pool, as the simulator announces it. */
export interface SimulatedPool {
	readonly url: string;
	readonly username: string;
	readonly password: string;
	readonly fingerprint: string;
	readonly name: string;
}

export interface Simulator extends AsyncDisposable {
	readonly pools: readonly SimulatedPool[];
	/** Settles when the process has ended. */
	readonly ended: Promise<unknown>;
}

/** Beside the bundle in a build, in the packages when run from source. */
function entry(): string {
	const here = path.dirname(fileURLToPath(import.meta.url));
	const built = path.join(here, "simulator.mjs");
	return existsSync(built)
		? built
		: path.resolve(here, "../../../packages/xapi-simulator/src/cli/main.ts");
}

/** Starts a simulator process that serves `count` pools; it ends with us. */
export async function startSimulator(
	args: readonly string[],
	count: number,
): Promise<Simulator> {
	const child = spawn(
		process.execPath,
		[entry(), ...args, "--exit-with-stdin"],
		{ stdio: ["pipe", "pipe", "inherit"] },
	);
	const ended = once(child, "exit");
	const pools: SimulatedPool[] = [];
	for await (const line of createInterface({ input: child.stdout })) {
		pools.push(JSON.parse(line) as SimulatedPool);
		if (pools.length === count) break;
	}
	if (pools.length < count) {
		throw new Error("the simulated pools did not start: see above");
	}
	return {
		pools,
		ended,
		[Symbol.asyncDispose]: async () => {
			child.kill("SIGTERM");
			await ended;
		},
	};
}
