import type { Measurement } from "../measurement.ts";
import { median } from "../statistics.ts";
import { probe, startWebEnvironment } from "../web/browser.ts";
import type { Workload } from "../workload.ts";

interface Frames {
	readonly deltas: readonly number[];
	/** Of Long Animation Frames, those over 50 ms. */
	readonly long: readonly number[];
}

export const webScroll: Workload = {
	name: "web-scroll",
	description: "Scrolling the list of VMs and the tree from end to end",
	async run(context) {
		const { open } = await startWebEnvironment(context);
		const page = await open("/vms", "listReady");
		const rows: Measurement[] = [];
		for (const [name, selector] of [
			["list", "[role=grid]"],
			["tree", "[role=tree]"],
		] as const) {
			if (name === "tree") await page.getByRole("treeitem").first().waitFor();
			const call = `scroll(${JSON.stringify(selector)}, ${context.seconds})`;
			rows.push(...measure(name, await probe<Frames>(page, call)));
		}
		return rows;
	},
};

function measure(name: string, { deltas, long }: Frames): Measurement[] {
	return [
		{
			name: `web-scroll.${name}.longest`,
			value: Math.max(...deltas, ...long),
			unit: "ms",
			floors: [{ of: "value", atMost: 50 }],
		},
		{
			name: `web-scroll.${name}.rate`,
			value: 1000 / median(deltas),
			unit: "frames/s",
			// Frames are a hair longer than a sixtieth of a second.
			floors: [{ of: "value", atLeast: 59 }],
		},
	];
}
