import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import { TEST_ADMIN } from "@xo/testing";
import { afterEach, expect, test } from "vitest";
import { signInRpc } from "./_rpc-client.ts";

const MAIN = path.resolve(
	import.meta.dirname,
	"../../../apps/server/src/main.ts",
);
const CLIENT = path.join(import.meta.dirname, "fixtures/many-connections.ts");
const CLIENTS = 4;
/** What the daemon needs besides, and what a connection may cost it. */
const SPARE_DESCRIPTORS = 500;
const BYTES_PER_CONNECTION = 40 * 1024;

/** 10,000, or what this machine lets one process have. */
const hardLimit = execFileSync("bash", ["-c", "ulimit -Hn"], {
	encoding: "utf8",
}).trim();
const connections = Math.min(
	10_000,
	hardLimit === "unlimited" ? 10_000 : Number(hardLimit) - SPARE_DESCRIPTORS,
);

const children: ChildProcess[] = [];
const folder = mkdtempSync(path.join(tmpdir(), "xo-many-"));

afterEach(async () => {
	for (const child of children.splice(0)) {
		if (child.exitCode !== null || child.signalCode !== null) continue;
		const exit = once(child, "exit");
		child.kill("SIGKILL");
		await exit;
	}
	rmSync(folder, { recursive: true, force: true });
});

/** A program with as many descriptors as it may have. */
function start(args: readonly string[], input?: string) {
	const child = spawn(
		"bash",
		[
			"-c",
			'ulimit -n "$(ulimit -Hn)"; exec "$0" "$@"',
			process.execPath,
			...args,
		],
		{
			stdio: ["pipe", "pipe", "pipe"],
			env: { ...process.env, XO_SERVER_KEY_FILE: path.join(folder, "key") },
		},
	);
	children.push(child);
	if (input !== undefined) child.stdin.end(input);
	return child;
}

function residentBytesOf({ pid }: ChildProcess): number {
	const status = readFileSync(`/proc/${pid}/status`, "utf8");
	return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1]) * 1024;
}

test(`${connections} idle and hostile connections cost little, and nobody else their turn`, async () => {
	const data = ["--data", path.join(folder, "data")];
	const setup = start(
		[MAIN, ...data, "setup", "--email", TEST_ADMIN.email],
		TEST_ADMIN.password,
	);
	expect((await once(setup, "exit"))[0]).toBe(0);
	const daemon = start([MAIN, ...data, "--listen", "127.0.0.1:0"]);
	let url = "";
	for await (const line of createInterface({ input: daemon.stderr })) {
		url = JSON.parse(line).url ?? url;
		if (url !== "") break;
	}
	daemon.stderr.resume();
	await using before = await signInRpc({ url });
	const base = residentBytesOf(daemon);

	const opened = Array.from({ length: CLIENTS }, async (_, index) => {
		const client = start([
			CLIENT,
			new URL(url).port,
			String(Math.floor(connections / CLIENTS)),
			`127.0.1.${index + 1}`,
		]);
		client.stderr.resume();
		await once(client.stdout, "data");
	});
	await Promise.all(opened);

	expect(residentBytesOf(daemon) - base).toBeLessThan(
		connections * BYTES_PER_CONNECTION,
	);
	expect(await before.call("system.getVersion")).toBe("0.1");
	await using client = await signInRpc({ url });
	expect(await client.call("user.getAll")).toHaveLength(1);
	const answers = await Promise.all(
		Array.from({ length: 50 }, () => fetch(`${url}/rest/v0/ping`)),
	);
	expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
	const listed = await client.call("api.getConnections");
	expect(listed.length).toBeGreaterThan(connections * 0.5);
	const exit = once(daemon, "exit");
	daemon.kill("SIGTERM");
	const [, signal] = await exit;
	expect(signal).toBeNull();
}, 120_000);
