import { spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { DATA_DIR, describeWithData, startSimulatorProcess } from "@xo/testing";
import { describe, expect, it } from "vitest";

const MAIN = path.resolve(import.meta.dirname, "../../src/cli/main.ts");

async function run(...args: string[]) {
	const child = spawn(process.execPath, [MAIN, ...args], {
		stdio: ["ignore", "pipe", "pipe"],
	});
	let [out, errors] = ["", ""];
	child.stdout.on("data", (chunk) => (out += chunk));
	child.stderr.on("data", (chunk) => (errors += chunk));
	const [code] = await once(child, "close");
	return { code, out, errors };
}

async function signIn(pool: {
	url: string;
	username: string;
	password: string;
}) {
	const response = await fetch(`${pool.url}/jsonrpc`, {
		method: "POST",
		body: JSON.stringify({
			jsonrpc: "2.0",
			id: 1,
			method: "session.login_with_password",
			params: [pool.username, pool.password],
		}),
	});
	return (await response.json()) as { result: string };
}

describe("the simulator's command line", () => {
	it("prints a line for each pool that listens, and stops cleanly", async () => {
		await using simulator = await startSimulatorProcess({
			args: [
				"--hosts",
				"3",
				"--vms",
				"9",
				"--http",
				"--activity",
				"50/s",
				"--stamp",
			],
			pools: 2,
		});
		expect(simulator.pools).toHaveLength(2);
		expect(simulator.pools[0]).toMatchObject({
			username: "root",
			name: "Paris",
		});
		for (const pool of simulator.pools) {
			expect(Object.keys(pool)).toEqual([
				"url",
				"username",
				"password",
				"fingerprint",
				"name",
			]);
			expect((await signIn(pool)).result).toMatch(/^OpaqueRef:/);
		}
		expect(simulator.log()).toBe("");
	});

	it("stops when its standard input closes, if told so", async () => {
		const child = spawn(
			process.execPath,
			[MAIN, "--hosts", "1", "--vms", "0", "--exit-with-stdin"],
			{ stdio: "pipe" },
		);
		await once(child.stdout, "data");
		child.stdin.end();
		const [code] = await once(child, "exit");
		expect(code).toBe(0);
	});

	it("ends with 0 on SIGTERM", async () => {
		const child = spawn(
			process.execPath,
			[MAIN, "--hosts", "1", "--vms", "0"],
			{ stdio: ["ignore", "pipe", "inherit"] },
		);
		await once(child.stdout, "data");
		child.kill("SIGTERM");
		const [code] = await once(child, "exit");
		expect(code).toBe(0);
	});

	it("explains itself, and what is wrong", async () => {
		expect((await run("--help")).out).toContain("--time-scale X");
		expect(await run("--ports", "1")).toMatchObject({
			code: 2,
			out: "",
			errors: expect.stringContaining("Unknown option '--ports'"),
		});
		expect(await run("--dump", "/nowhere.xml")).toMatchObject({
			code: 1,
			errors:
				"simulator: cannot load the dump /nowhere.xml: there is no such file\n",
		});
	});
});

describeWithData("the simulator's command line, on a dump", () => {
	it("serves the pool of the dump", async () => {
		const dump = path.join(
			DATA_DIR,
			"data/xapi-db/tampa-db_inc_snapshots.xml.gz",
		);
		await using simulator = await startSimulatorProcess({
			args: ["--dump", dump, "--http"],
		});
		expect((await signIn(simulator.pools[0]!)).result).toMatch(/^OpaqueRef:/);
	});
});
