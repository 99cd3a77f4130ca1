import type { Measurement } from "../measurement.ts";
import { median } from "../statistics.ts";
import { probe, startWebEnvironment } from "../web/browser.ts";
import type { Workload } from "../workload.ts";

const FLOORS = {
	longest: { floors: [{ of: "value", atMost: 50 }] },
	// Frames are a hair longer than a sixtieth of a second.
	rate: { floors: [{ of: "value", atLeast: 59 }] },
} as const;
/** Of a list without the interface around it, to tell what is the machine's. */
const BARE_ROW = { columns: 9, rowHeight: 34 };

interface Frames {
	readonly deltas: readonly number[];
	/** Of Long Animation Frames, those over 50 ms. */
	readonly long: readonly number[];
}

export const webScroll: Workload = {
	name: "web-scroll",
	description: "Scrolling the list of VMs and the tree from end to end",
	async run(context) {
		const { open, openBlank } = await startWebEnvironment(context);
		const page = await open("/vms", "listReady");
		const rows: Measurement[] = [];
		for (const [name, selector] of [
			["list", "[role=grid]"],
			["tree", "[role=tree]"],
		] as const) {
			if (name === "tree") await page.getByRole("treeitem").first().waitFor();
			const call = `scroll(${JSON.stringify(selector)}, ${context.seconds})`;
			rows.push(...measure(name, await probe<Frames>(page, call), FLOORS));
		}
		await page.context().close();
		const bare = await openBlank();
		await bare.goto("about:blank");
		const shape = { count: context.size.vms, ...BARE_ROW };
		await probe(bare, `showBareList(${JSON.stringify(shape)})`);
		const call = `scroll("[role=grid]", ${context.seconds})`;
		return [...rows, ...measure("bare", await probe<Frames>(bare, call), {})];
	},
};

function measure(
	name: string,
	{ deltas, long }: Frames,
	floors: Partial<typeof FLOORS>,
): Measurement[] {
	return [
		{
			name: `web-scroll.${name}.longest`,
			value: Math.max(...deltas, ...long),
			unit: "ms",
			...floors.longest,
		},
		{
			name: `web-scroll.${name}.rate`,
			value: 1000 / median(deltas),
			unit: "frames/s",
			...floors.rate,
		},
	];
}
