import { setTimeout as wait } from "node:timers/promises";
import type { CDPSession, Page } from "playwright-core";
import type { PoolsTruth } from "../harness/inventory.ts";
import { until } from "../harness/until.ts";
import { probe, startWebEnvironment } from "../web/browser.ts";
import type { Workload } from "../workload.ts";

const RATE = 500;
/** A minute, when it lasts ten. */
const PARTS = 10;
/** For what is on its way when the changes end. */
const SETTLE_MS = 5_000;

export const webBusy: Workload = {
	name: "web-busy",
	description: "A list of VMs open for 10 minutes at 500 changes/s",
	async run(context) {
		const { open, simulators, truth } = await startWebEnvironment(context);
		const page = await open("/vms", "listReady");
		const devtools = await page.context().newCDPSession(page);
		await devtools.send("Performance.enable");
		simulators.setActivity(RATE);
		const partMs = (context.soakSeconds * 1000) / PARTS;
		const heaps: number[] = [];
		const before = await readMetrics(devtools);
		for (let part = 0; part < PARTS; part++) {
			await wait(partMs);
			await devtools.send("HeapProfiler.collectGarbage");
			heaps.push((await readMetrics(devtools)).JSHeapUsedSize ?? 0);
			context.say(`${part + 1}/${PARTS}: ${mb(heaps.at(-1))} MB of heap`);
		}
		const after = await readMetrics(devtools);
		simulators.setActivity(0);
		const wrong = await countWrongRows(page, truth);
		return [
			{
				name: "web-busy.thread",
				value:
					(100 *
						(value(after, "TaskDuration") - value(before, "TaskDuration"))) /
					(value(after, "Timestamp") - value(before, "Timestamp")),
				unit: "%",
				floors: [{ of: "value", atMost: 25 }],
			},
			{
				name: "web-busy.growth",
				value: (heaps.at(-1) ?? Number.NaN) / (heaps[0] ?? Number.NaN),
				unit: "x first minute",
				floors: [{ of: "value", atMost: 1.1 }],
			},
			{
				name: "web-busy.wrong",
				value: wrong,
				unit: "rows",
				floors: [{ of: "value", atMost: 0 }],
			},
		];
	},
};

type Metrics = Readonly<Record<string, number>>;

async function readMetrics(devtools: CDPSession): Promise<Metrics> {
	const { metrics } = await devtools.send("Performance.getMetrics");
	return Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
}

function value(metrics: Metrics, name: string): number {
	return metrics[name] ?? Number.NaN;
}

function mb(bytes = Number.NaN): number {
	return Math.round(bytes / 1024 ** 2);
}

interface VmRecord {
	readonly uuid: string;
	readonly name_label: string;
	readonly power_state: string;
}

/** Rows on screen that differ from what the simulators have. */
async function countWrongRows(page: Page, truth: PoolsTruth): Promise<number> {
	const pools = await Promise.all(
		truth.sessions.map((session) =>
			session.call<Record<string, VmRecord>>("VM.get_all_records"),
		),
	);
	const vms = new Map(
		pools
			.flatMap((records) => Object.values(records))
			.map((record) => [record.uuid, record]),
	);
	const countWrong = async () => {
		const rows = await probe<readonly (readonly [string, string])[]>(
			page,
			"rows()",
		);
		// A list without rows shows nothing that could be true.
		if (rows.length === 0) return Number.NaN;
		return rows.filter(([id, text]) => {
			const vm = vms.get(id);
			return (
				vm === undefined ||
				!text.includes(vm.name_label) ||
				!text.includes(vm.power_state)
			);
		}).length;
	};
	try {
		await until("true rows", async () => (await countWrong()) === 0, {
			timeoutMs: SETTLE_MS,
		});
	} catch {
		// The figure says it.
	}
	return await countWrong();
}
