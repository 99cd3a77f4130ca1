import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";

const MAIN = fileURLToPath(new URL("../src/main.ts", import.meta.url));

export interface Ended {
	readonly code: number | null;
	readonly signal: NodeJS.Signals | null;
	readonly stdout: string;
	readonly stderr: string;
}

/** A folder for one test, with the environment that keeps a daemon in it. */
export class Sandbox implements Disposable {
	readonly folder = mkdtempSync(path.join(tmpdir(), "xo-daemon-"));

	path(name: string): string {
		return path.join(this.folder, name);
	}

	/** Starts `xo-server`; it is killed with the sandbox's test. */
	start(args: readonly string[], environment: NodeJS.ProcessEnv = {}): Daemon {
		return new Daemon(args, {
			PATH: process.env.PATH,
			HOME: this.folder,
			XO_SERVER_DATA_DIR: this.path("data"),
			XO_SERVER_LISTEN: "127.0.0.1:0",
			...environment,
		});
	}

	/** Runs `xo-server` to its end. */
	async run(
		args: readonly string[],
		options: { environment?: NodeJS.ProcessEnv; input?: string } = {},
	): Promise<Ended> {
		await using daemon = this.start(args, options.environment);
		daemon.child.stdin?.end(options.input);
		return await daemon.ended;
	}

	[Symbol.dispose](): void {
		rmSync(this.folder, { recursive: true, force: true });
	}
}

export class Daemon implements AsyncDisposable {
	readonly child: ChildProcess;
	readonly ended: Promise<Ended>;
	#stdout = "";
	#stderr = "";

	constructor(args: readonly string[], env: NodeJS.ProcessEnv) {
		this.child = spawn(process.execPath, [MAIN, ...args], { env });
		this.child.stdout?.on("data", (chunk) => {
			this.#stdout += chunk;
		});
		this.child.stderr?.on("data", (chunk) => {
			this.#stderr += chunk;
		});
		this.ended = once(this.child, "close").then(([code, signal]) => ({
			code,
			signal,
			stdout: this.#stdout,
			stderr: this.#stderr,
		}));
	}

	/** Waits for text on standard error; gives what the first group found. */
	async find(pattern: RegExp): Promise<string> {
		for (;;) {
			const match = pattern.exec(this.#stderr);
			if (match !== null) return match[1] ?? match[0];
			const { exitCode, signalCode, stderr } = this.child;
			if (exitCode !== null || signalCode !== null || stderr === null) {
				throw new Error(`the daemon ended: ${this.#stderr}`);
			}
			await Promise.race([once(stderr, "data"), this.ended]);
		}
	}

	/** The address, once it listens. */
	listening(): Promise<string> {
		return this.find(/"url":"(https?:[^"#]*)","msg":"listening"/);
	}

	async [Symbol.asyncDispose](): Promise<void> {
		this.child.kill("SIGKILL");
		await this.ended;
	}
}
