import type { Page } from "playwright-core";
import { quantile } from "../statistics.ts";
import { probe, startWebEnvironment, when } from "../web/browser.ts";
import type { Workload } from "../workload.ts";

/** From the tree, each some times. */
const OPENINGS = 10;

export const webOpen: Workload = {
	name: "web-open",
	description: "Pages opened from the tree, warm, to complete content",
	async run(context) {
		const { open } = await startWebEnvironment(context);
		const page = await open("/vms", "listReady");
		// What is loaded once is loaded before.
		await openFromTree(page, 2);
		const times = await openFromTree(page, OPENINGS * context.repetitions);
		return [
			{
				name: "web-open.p95",
				value: quantile(times, 0.95),
				unit: "ms",
				floors: [{ of: "value", atMost: 150 }],
			},
			{ name: "web-open.p50", value: quantile(times, 0.5), unit: "ms" },
		];
	},
};

/** Opens one object of the tree after the other. */
async function openFromTree(page: Page, count: number): Promise<number[]> {
	const items = page.getByRole("treeitem");
	const times: number[] = [];
	for (let i = 0; i < count; i++) {
		const shown = Math.min(await items.count(), OPENINGS);
		const item = items.nth(i % shown);
		// Counts stand in lines of their own.
		const [title = ""] = (await item.innerText()).trim().split("\n");
		// Looked for from the beginning: a click is only told of when it is long
		// over.
		const done = when(page, ["page", title]);
		await item.click();
		times.push((await done) - (await probe<number>(page, "clickAt()")));
	}
	return times;
}
