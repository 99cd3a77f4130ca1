import path from "node:path";
import { createInterface } from "node:readline";
import {
	DAEMON_ENVIRONMENT,
	DAEMON_FLAGS,
} from "../../../tools/daemon-flags.ts";
import type { WorkloadContext } from "../workload.ts";
import { ADMINISTRATOR } from "./administrator.ts";
import { ROOT } from "./build.ts";
import { startProgram } from "./children.ts";
import { makeScratch } from "./scratch.ts";

const SOURCE = path.join(ROOT, "apps/server/src/main.ts");

export interface Daemon extends AsyncDisposable {
	/** `http://127.0.0.1:41234` */
	readonly url: string;
	readonly pid: number;
	/** From the start of the process to the moment it listens. */
	readonly startMs: number;
	log(): string;
}

/** A data folder that has an administrator and nothing else. */
export async function prepareData({
	build,
	stack,
}: Pick<WorkloadContext, "build" | "stack">): Promise<string> {
	const { folder } = stack.use(makeScratch("data"));
	const { email, password } = ADMINISTRATOR;
	await using child = startProgram(
		[
			path.join(build, "server.mjs"),
			...["setup", "--email", email, "--data", path.join(folder, "data")],
		],
		environmentOf(folder),
	);
	child.process.stdin?.end(password);
	await child.ended;
	if (child.process.exitCode !== 0) {
		throw new Error(`xo-server setup failed:\n${child.log()}`);
	}
	return folder;
}

function environmentOf(folder: string): Record<string, string> {
	return { XO_SERVER_KEY_FILE: path.join(folder, "config", "xo-server.key") };
}

/** Starts the daemon on a prepared folder and waits until it listens.
 *  @throws Error with its log when it ends instead */
export async function startDaemon(
	context: Pick<WorkloadContext, "build" | "profileFolder">,
	folder: string,
	{ isFromSource = false } = {},
): Promise<Daemon> {
	const program = isFromSource
		? [SOURCE]
		: [path.join(context.build, "server.mjs")];
	const profile =
		context.profileFolder === undefined
			? []
			: ["--cpu-prof", "--cpu-prof-dir", path.resolve(context.profileFolder)];
	const startedAt = performance.now();
	const child = startProgram(
		[
			...DAEMON_FLAGS,
			...profile,
			...program,
			"--data",
			path.join(folder, "data"),
			"--listen",
			"127.0.0.1:0",
		],
		{ ...DAEMON_ENVIRONMENT, ...environmentOf(folder) },
	);
	const { stderr } = child.process;
	if (stderr === null) throw new Error("the daemon has no standard error");
	for await (const line of createInterface({ input: stderr })) {
		const url = listeningUrl(line);
		if (url === undefined) continue;
		const startMs = performance.now() - startedAt;
		stderr.resume();
		return {
			url,
			pid: child.pid,
			startMs,
			log: child.log,
			[Symbol.asyncDispose]: () => child[Symbol.asyncDispose](),
		};
	}
	throw new Error(`the daemon did not start:\n${child.log()}`);
}

function listeningUrl(line: string): string | undefined {
	return /"url":"(http[^"]+)".*"msg":"listening"/.exec(line)?.[1];
}
