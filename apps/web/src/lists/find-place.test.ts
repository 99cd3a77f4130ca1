import { expect, it } from "vitest";
import { withDefaults } from "../live/live-store.ts";
import { placeFinder } from "./find-place.ts";

const NAMES = Array.from({ length: 2_500 }, (_, place) =>
	place % 1_200 === 1_100 ? `Database ${place}` : `web ${place}`,
);
const rows = NAMES.map((name_label, place) => ({
	id: `vm-${place}`,
	type: "VM",
	name_label,
}));

function server() {
	let open = 0;
	const call = async (method: string, params: unknown) => {
		if (method === "query.close") return void open--;
		open++;
		const { filter, window } = params as {
			readonly filter: string;
			readonly window: { readonly offset: number; readonly limit: number };
		};
		const [, word] = /name_label:\/(.*)\/i$/.exec(filter) ?? [];
		const matching = rows.filter((row) =>
			new RegExp(word ?? "", "i").test(row.name_label),
		);
		const { offset, limit } = window;
		return {
			id: "1",
			result: {
				total: matching.length,
				length: rows.length,
				rows: rows.slice(offset, offset + limit),
			},
		};
	};
	return { session: { call } as never, openQueries: () => open };
}

it("finds the next of all rows, on and round the end", async () => {
	const { session, openQueries } = server();
	const query = withDefaults({ types: ["VM"], filter: "tags:prod" });
	const find = placeFinder(session, { ...query, key: "name_label" });
	expect(await find("data", 0)).toBe(1_100);
	expect(await find("data", 1_101)).toBe(2_300);
	expect(await find("data", 2_301)).toBe(1_100);
	expect(await find("database 23", 0)).toBe(2_300);
	expect(await find("a(b", 0)).toBe(undefined);
	expect(openQueries()).toBe(0);
});
