import { readdirSync } from "node:fs";
import { join } from "node:path";
import { ManualClock } from "@xo/std";
import { DATA_DIR, describeWithData } from "@xo/testing";
import { expect, test } from "vitest";
import { createRandom } from "../../src/core/random.ts";
import { SimulatedPool } from "../../src/core/simulated-pool.ts";
import { XapiFailure } from "../../src/core/types.ts";
import { domainHandlers } from "../../src/domains/index.ts";
import { recomputeAll } from "../../src/domains/recompute.ts";
import { dumpSource, readDump } from "../../src/index.ts";

const FOLDER = join(DATA_DIR, "data/xapi-db");

/** Each with the arguments after the VM. */
const CALLS: readonly (readonly [string, readonly unknown[]])[] = [
	["VM.get_possible_hosts", []],
	["VM.start", [false, false]],
	["VM.snapshot", ["s", []]],
	["VM.suspend", []],
	["VM.resume", [false, false]],
	["VM.checkpoint", ["c"]],
	["VM.hard_reboot", []],
	["VM.set_memory", [2 ** 28]],
	["VM.hard_shutdown", []],
	["VM.clone", ["copy"]],
	["VM.destroy", []],
];

describeWithData("pools from real dumps", () => {
	const files = () =>
		readdirSync(FOLDER).filter((name) => /\.(?:xml|db)\.gz$/.test(name));

	test("carry out operations or refuse them as XAPI does", async () => {
		const succeeded = new Set<string>();
		for (const file of files()) {
			const pool = new SimulatedPool({
				accounts: { username: "root", password: "password", subjects: [] },
				clock: new ManualClock(Date.UTC(2026, 0, 1)),
				timeScale: 0,
				random: createRandom(1),
				eventDelayMs: 0,
				handlers: domainHandlers,
			});
			dumpSource(await readDump(join(FOLDER, file)))(pool);
			recomputeAll(pool);
			const context = {
				pool,
				db: pool.db,
				session: "",
				task: undefined,
				host: pool.masterRef(),
				signal: pool.stopSignal,
			};
			const attempt = async (method: string, args: unknown[]) => {
				try {
					await pool.invoke(context, method, args);
					succeeded.add(method);
				} catch (error) {
					if (error instanceof XapiFailure) return;
					throw new Error(`${file}: ${method}`, { cause: error });
				}
			};
			for (const vm of pool.db.refs("VM")) {
				for (const [method, rest] of CALLS)
					await attempt(method, [vm, ...rest]);
			}
			for (const sr of pool.db.refs("SR")) await attempt("SR.scan", [sr]);
			for (const host of pool.db.refs("host")) {
				await attempt("host.evacuate", [host]);
				await attempt("host.compute_free_memory", [host]);
			}
			pool.stop();
		}
		expect([...succeeded]).toEqual(
			expect.arrayContaining(CALLS.map(([method]) => method)),
		);
	});
});
