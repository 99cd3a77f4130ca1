import { type ChildProcess, spawn } from "node:child_process";
import { EventEmitter } from "node:events";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { PassThrough, Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { runShell } from "../src/shell.ts";

const MAIN = fileURLToPath(new URL("../src/main.ts", import.meta.url));

export interface CliResult {
	readonly code: number | null;
	readonly stdout: string;
	readonly stderr: string;
}

interface RunOptions {
	readonly stdin?: string;
	readonly env?: Readonly<Record<string, string>>;
	/** A terminal of this width. */
	readonly columns?: number;
}

/** Runs the CLI with a home of its own. */
export class CliHome implements AsyncDisposable {
	readonly folder: string;

	static async create(): Promise<CliHome> {
		return new CliHome(await mkdtemp(path.join(tmpdir(), "xo-cli-")));
	}

	private constructor(folder: string) {
		this.folder = folder;
	}

	get configFile(): string {
		return this.path(".config/xo-cli/config.json");
	}

	path(name: string): string {
		return path.join(this.folder, name);
	}

	async readConfig(): Promise<Record<string, unknown>> {
		return JSON.parse(await readFile(this.configFile, "utf8"));
	}

	/** In this process, which is ten times faster. */
	async run(
		args: readonly string[],
		{ stdin = "", env = {}, columns }: RunOptions = {},
	): Promise<CliResult> {
		const isTTY = columns !== undefined;
		const stdout = Object.assign(new PassThrough(), { isTTY, columns });
		const stderr = Object.assign(new PassThrough(), { isTTY, columns });
		const fake = Object.assign(new EventEmitter(), {
			stdin: Readable.from([Buffer.from(stdin)], { objectMode: false }),
			stdout,
			stderr,
			env: { HOME: this.folder, ...env },
		}) as unknown as NodeJS.Process;
		const texts = Promise.all([text(stdout), text(stderr)]);
		const code = await runShell(args, fake);
		stdout.end();
		stderr.end();
		const [out, err] = await texts;
		return { code, stdout: out, stderr: err };
	}

	/** As a process of its own. */
	start(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
		const child = spawn(process.execPath, [MAIN, ...args], {
			cwd: this.folder,
			env: { PATH: process.env.PATH, HOME: this.folder, ...env },
		});
		return { child, result: collect(child) };
	}

	async [Symbol.asyncDispose](): Promise<void> {
		await rm(this.folder, { recursive: true, force: true });
	}
}

async function collect(child: ChildProcess): Promise<CliResult> {
	const { stdout, stderr } = child;
	if (stdout === null || stderr === null) throw new Error("no pipes");
	const ended = new Promise<number | null>((resolve) =>
		child.once("close", resolve),
	);
	const [out, err, code] = await Promise.all([
		text(stdout),
		text(stderr),
		ended,
	]);
	return { code, stdout: out, stderr: err };
}
