import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import { text } from "node:stream/consumers";
import { startTestPool, TEST_ADMIN } from "@xo/testing";
import { afterEach, beforeEach, expect, test } from "vitest";
import { signInRpc } from "./_rpc-client.ts";

const MAIN = path.resolve(
	import.meta.dirname,
	"../../../apps/server/src/main.ts",
);
/** Root writes where it may not, unless it drops that right. */
const UNPRIVILEGED =
	process.getuid?.() === 0 ? "setpriv --bounding-set=-all" : "";

let folder: string;

beforeEach(() => {
	folder = mkdtempSync(path.join(tmpdir(), "xo-disk-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

interface Start {
	readonly args: readonly string[];
	/** Largest file that it may write, in kibibytes. */
	readonly fileLimitKib?: number;
	readonly input?: string;
}

/** The daemon as a program of its own. */
function startProgram({ args, fileLimitKib, input }: Start) {
	const limit = fileLimitKib === undefined ? "unlimited" : fileLimitKib;
	const command = `ulimit -f ${limit}; exec ${UNPRIVILEGED} "$0" "$@"`;
	const child = spawn(
		"bash",
		["-c", command, process.execPath, MAIN, ...args],
		{
			stdio: ["pipe", "ignore", "pipe"],
			env: {
				...process.env,
				XO_SERVER_KEY_FILE: path.join(folder, "config", "key"),
			},
		},
	);
	child.stdin.end(input);
	return child;
}

async function setUp(dataDir: string): Promise<void> {
	const child = startProgram({
		args: ["--data", dataDir, "setup", "--email", TEST_ADMIN.email],
		input: TEST_ADMIN.password,
	});
	const [code] = await once(child, "exit");
	expect(code).toBe(0);
}

test("a full disk stops writes, never power actions and reads", async () => {
	const dataDir = path.join(folder, "data");
	await setUp(dataDir);
	await using pool = await startTestPool();
	const child = startProgram({
		args: ["--data", dataDir, "--listen", "127.0.0.1:0"],
		fileLimitKib: 2_048,
	});
	const exit = once(child, "exit");
	try {
		let url = "";
		for await (const line of createInterface({ input: child.stderr })) {
			const { msg, url: where } = JSON.parse(line);
			if (msg !== "listening") continue;
			url = where;
			break;
		}
		child.stderr.resume();
		await using client = await signInRpc({ url });
		await client.call("server.add", {
			host: new URL(pool.url).host,
			username: pool.username,
			password: pool.password,
			allowUnauthorized: true,
		});
		const vmsOf = async (power_state: string): Promise<string[]> =>
			Object.keys(
				await client.call("xo.getAllObjects", {
					filter: { type: "VM", power_state },
				}),
			);
		await expect
			.poll(() => vmsOf("Running"), { timeout: 15_000 })
			.not.toHaveLength(0);
		const write = (name: string) =>
			client.call("group.create", { name: name.padEnd(4_000, "x") }).then(
				() => undefined,
				(error: { wire: unknown }) => error.wire,
			);
		let failure: unknown;
		for (let batch = 0; batch < 40 && failure === undefined; batch++) {
			const names = Array.from({ length: 50 }, (_, index) => index);
			const results = await Promise.all(
				names.map((index) => write(`${batch} ${index} `)),
			);
			failure = results.find((result) => result !== undefined);
		}
		expect(failure).toMatchObject({
			code: 28,
			message: expect.stringMatching(/^nothing was changed: /),
		});
		const [vm = ""] = await vmsOf("Running");
		await client.call("vm.stop", { id: vm, force: true });
		await expect.poll(() => vmsOf("Halted")).toContain(vm);
		await client.call("vm.start", { id: vm });
		await expect.poll(() => vmsOf("Running")).toContain(vm);
		expect(await client.call("user.getAll")).toHaveLength(1);
	} finally {
		child.kill();
		await exit;
	}
}, 60_000);

test("a read-only folder is named when the daemon starts", async () => {
	const dataDir = path.join(folder, "data");
	await setUp(dataDir);
	chmodSync(dataDir, 0o555);
	const child = startProgram({
		args: ["--data", dataDir, "--listen", "127.0.0.1:0"],
	});
	const exit = once(child, "exit");
	const said = await text(child.stderr);
	expect((await exit)[0]).toBe(1);
	expect(said).toContain(dataDir);
	expect(said).toMatch(/cannot be made or written/);
	expect(said.trim().split("\n")).toHaveLength(1);
}, 30_000);
