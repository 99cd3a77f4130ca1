import { type ChildProcessByStdio, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import path from "node:path";
import { createInterface } from "node:readline";
import type { Readable, Writable } from "node:stream";
import { fileURLToPath } from "node:url";

/** One that still reads a large dump hears nothing. */
const PATIENCE_MS = 2_000;

/** A simulated pool, as the simulator announces it. */
export interface SimulatedPool {
	readonly url: string;
	readonly username: string;
	readonly password: string;
	readonly fingerprint: string;
	readonly name: string;
}

/** Beside the bundle in a build, in the packages when run from source. */
function entry(): string {
	const here = path.dirname(fileURLToPath(import.meta.url));
	const built = path.join(here, "simulator.mjs");
	return existsSync(built)
		? built
		: path.resolve(here, "../../../packages/xapi-simulator/src/cli/main.ts");
}

/** A simulator process; it ends with us, or when disposed of. */
export class Simulator implements AsyncDisposable {
	/** Settles when the process has ended. */
	readonly ended: Promise<unknown>;
	readonly #child: ChildProcessByStdio<Writable, Readable, null>;
	readonly #count: number;

	/** @param count of the pools that it serves with these arguments */
	constructor(args: readonly string[], count: number) {
		this.#count = count;
		this.#child = spawn(
			process.execPath,
			[entry(), ...args, "--exit-with-stdin"],
			// Ctrl-C on the terminal is for us alone, who stop it in order.
			{ stdio: ["pipe", "pipe", "inherit"], detached: true },
		);
		this.ended = once(this.#child, "exit");
	}

	/** Its pools, once they listen. */
	async pools(): Promise<SimulatedPool[]> {
		const pools: SimulatedPool[] = [];
		for await (const line of createInterface({ input: this.#child.stdout })) {
			pools.push(JSON.parse(line) as SimulatedPool);
			if (pools.length === this.#count) return pools;
		}
		throw new Error("the simulated pools did not start: see above");
	}

	async [Symbol.asyncDispose](): Promise<void> {
		this.#child.kill("SIGTERM");
		const patience = setTimeout(() => this.#child.kill("SIGKILL"), PATIENCE_MS);
		await this.ended;
		clearTimeout(patience);
	}
}
