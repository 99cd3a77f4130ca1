import { rowOf } from "../harness/rows.ts";
import { startWebEnvironment, when } from "../web/browser.ts";
import type { Workload } from "../workload.ts";

interface Transfer {
	readonly script: number;
	readonly all: number;
}

export const webLoad: Workload = {
	name: "web-load",
	description: "First load of the list of VMs with an empty cache",
	async run(context) {
		const { openBlank } = await startWebEnvironment(context);
		const times: number[] = [];
		let transfer: Transfer = { script: 0, all: 0 };
		for (let i = 0; i < context.repetitions; i++) {
			const page = await openBlank();
			const bytes = await watchTransfer(page);
			await page.goto("/vms", { waitUntil: "commit" });
			times.push(await when(page, ["listReady"]));
			transfer = bytes();
			await page.context().close();
		}
		return [
			rowOf(
				{
					name: "web-load.time",
					unit: "ms",
					floors: [{ of: "value", atMost: 2_000 }],
				},
				times,
			),
			{
				name: "web-load.script",
				value: transfer.script / 1024,
				unit: "KiB",
				floors: [{ of: "value", atMost: 350 }],
			},
			{
				name: "web-load.all",
				value: transfer.all / 1024,
				unit: "KiB",
				floors: [{ of: "value", atMost: 1024 }],
			},
		];
	},
};

/** Counts what the page receives, as it was on the wire. */
async function watchTransfer(
	page: import("playwright-core").Page,
): Promise<() => Transfer> {
	const devtools = await page.context().newCDPSession(page);
	await devtools.send("Network.enable");
	const scripts = new Set<string>();
	let script = 0;
	let all = 0;
	devtools.on("Network.responseReceived", ({ requestId, type }) => {
		if (type === "Script") scripts.add(requestId);
	});
	devtools.on("Network.loadingFinished", (event) => {
		all += event.encodedDataLength;
		if (scripts.has(event.requestId)) script += event.encodedDataLength;
	});
	return () => ({ script, all });
}
