import {
	applyPatch,
	type LiveQueryPatch,
	type LiveQueryResult,
} from "@xo/contract";
import fc from "fast-check";
import { expect, test } from "vitest";
import { launchChromium } from "./_chromium.ts";
import { startEmptyServer } from "./_empty-server.ts";

const id = fc.constantFrom("a", "b", "c", "d", "e", "f");
const row = fc.record({ id, type: fc.constant("VM"), name: fc.string() });
const rows = fc.uniqueArray(row, { selector: (item) => item.id });
const listPatch = fc.record(
	{
		removed: fc.uniqueArray(id),
		changed: fc.dictionary(id, fc.record({ name: fc.string() })),
		placed: fc.array(fc.tuple(fc.nat(6), fc.oneof(id, row))),
	},
	{ requiredKeys: [] },
);
const result = fc.record({
	revision: fc.nat(),
	total: fc.nat(),
	length: fc.nat(),
	offset: fc.nat(),
	rows,
	groupTotal: fc.nat(),
	groups: fc.constant([]),
	aggregates: fc.tuple(fc.nat(), fc.nat(), fc.nat(), fc.nat()),
});
const patch = fc.oneof(
	{
		weight: 9,
		arbitrary: fc.record(
			{
				revision: fc.nat(),
				total: fc.nat(),
				length: fc.nat(),
				offset: fc.nat(),
				rows: listPatch,
				groupTotal: fc.nat(),
				aggregates: fc.array(fc.tuple(fc.nat(3), fc.nat())),
			},
			{ requiredKeys: ["revision"] },
		),
	},
	{ weight: 1, arbitrary: fc.record({ revision: fc.nat(), reset: result }) },
);
const history = fc.tuple(result, fc.array(patch));

test("the page applies patches as the contract does", async () => {
	await using server = await startEmptyServer();
	const browser = await launchChromium();
	try {
		const page = await browser.newPage();
		await page.goto(`${server.url}/setup`);
		// As it travels: JSON.
		const histories = JSON.stringify(fc.sample(history, 300));
		const text = await page.evaluate(
			`import("/app/apply-patch.js").then(({ applyPatch }) =>
				JSON.stringify(${histories}.map(([start, patches]) =>
					patches.reduce(applyPatch, start))))`,
		);
		const parsed: [LiveQueryResult, LiveQueryPatch[]][] = JSON.parse(histories);
		const expected = parsed.map(([start, patches]) =>
			patches.reduce(applyPatch, start),
		);
		expect(JSON.parse(String(text))).toEqual(expected);
	} finally {
		await browser.close();
	}
});
