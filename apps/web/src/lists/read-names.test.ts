import type { LiveRow } from "@xo/contract";
import { expect, it } from "vitest";
import { field } from "./model.ts";
import { withNames } from "./read-names.ts";

const LINK = field("link", ["$VM", "vm"], { linkTo: ["VM"] });

/** Objects v0 to v999 have names; others are not to be seen. */
function startSession() {
	const asked: string[][] = [];
	const call = async (method: string, params: { filter?: string }) => {
		if (method === "query.close") return undefined;
		const ids = params.filter?.match(/\w+\d+/g) ?? [];
		asked.push(ids);
		const rows = ids
			.filter((id) => id.startsWith("v"))
			.map((id) => ({ id, type: "VM", name_label: `name of ${id}` }));
		return { id: "1", result: { rows, length: rows.length } };
	};
	return { asked, session: { call } as never };
}

async function* pagesOf(...pages: (readonly string[])[]) {
	for (const ids of pages) {
		yield ids.map((id): LiveRow => ({ id: `of ${id}`, type: "VIF", $VM: id }));
	}
}

it("asks once for each object, some at a time, before the page is given", async () => {
	const { asked, session } = startSession();
	const names = new Map<string, string>();
	const many = Array.from({ length: 600 }, (_, place) => `v${place}`);
	const pages = pagesOf(many, ["v3", "x1"], ["x1", "v700"]);
	const seen: unknown[] = [];
	for await (const rows of withNames(session, [LINK], { pages, names })) {
		seen.push(rows.map((row) => names.get(String(row.$VM))));
	}
	expect(asked.map(({ length }) => length)).toEqual([250, 250, 100, 1, 1]);
	expect(seen[0]).toEqual(many.map((id) => `name of ${id}`));
	// What may not be seen keeps its id.
	expect(seen[1]).toEqual(["name of v3", "x1"]);
	expect(seen[2]).toEqual(["x1", "name of v700"]);
});
