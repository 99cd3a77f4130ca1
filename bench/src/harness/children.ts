import { type ChildProcess, fork, spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";

const STOP_TIMEOUT_MS = 10_000;
const KEPT_LOG_CHARACTERS = 20_000;
const PROCESSES = path.join(import.meta.dirname, "..", "processes");

const running = new Set<ChildProcess>();

/** A process of ours, with the end of what it wrote to its standard error. */
export interface Child extends AsyncDisposable {
	readonly process: ChildProcess;
	readonly pid: number;
	readonly ended: Promise<unknown>;
	log(): string;
}

/** Starts a program of Node.js that ends with us. */
export function startProgram(
	args: readonly string[],
	environment: Readonly<Record<string, string>> = {},
): Child {
	return track(
		spawn(process.execPath, [...args], {
			stdio: "pipe",
			env: { ...process.env, ...environment },
		}),
	);
}

/** Starts a file of `processes/` with a channel to it. */
export function startProcess(name: string): Child {
	const file = path.join(PROCESSES, `${name}.ts`);
	return track(fork(file, [], { stdio: ["ignore", "ignore", "pipe", "ipc"] }));
}

/** Asks all children to end, and waits until they have. */
export async function stopAll(): Promise<void> {
	await Promise.all([...running].map(stop));
}

/** For when there is no time to ask. */
export function killAll(): void {
	for (const child of running) child.kill("SIGKILL");
}

/** The next message of a child.
 *  @throws Error with its log when it ends instead */
export async function nextMessage<T>(child: Child): Promise<T> {
	const ended = new AbortController();
	const result = await Promise.race([
		once(child.process, "message", { signal: ended.signal }),
		once(child.process, "exit", { signal: ended.signal }).then(() => undefined),
	]);
	ended.abort();
	if (result === undefined) {
		throw new Error(`a process of the bench ended early:\n${child.log()}`);
	}
	return result[0] as T;
}

function track(child: ChildProcess): Child {
	let log = "";
	running.add(child);
	const ended = once(child, "exit").finally(() => running.delete(child));
	child.stderr?.setEncoding("utf8").on("data", (text: string) => {
		log = (log + text).slice(-KEPT_LOG_CHARACTERS);
	});
	return {
		process: child,
		pid: child.pid ?? 0,
		ended,
		log: () => log,
		[Symbol.asyncDispose]: () => stop(child),
	};
}

async function stop(child: ChildProcess): Promise<void> {
	if (child.exitCode !== null || child.signalCode !== null) return;
	const ended = once(child, "exit");
	child.kill("SIGTERM");
	const timer = setTimeout(() => child.kill("SIGKILL"), STOP_TIMEOUT_MS);
	await ended;
	clearTimeout(timer);
}
