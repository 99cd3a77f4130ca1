import type { LiveRow } from "@xo/contract";
import { withDefaults } from "../live/live-store.ts";
import type { SessionStore } from "../session/session-store.ts";
import {
	IDS_AT_ONCE,
	idFilter,
	idsOf,
	NAME_FIELDS,
	nameIn,
} from "./link-names.ts";
import type { ListField } from "./model.ts";
import { readPages } from "./read-pages.ts";

/** The same pages, each after `names` has what the links of its rows lead to. */
export async function* withNames(
	session: Pick<SessionStore, "call">,
	fields: readonly ListField[],
	work: {
		readonly pages: AsyncIterable<readonly LiveRow[]>;
		readonly names: Map<string, string>;
	},
): AsyncGenerator<readonly LiveRow[]> {
	const { pages, names } = work;
	const links = fields.filter(({ kind }) => kind === "link");
	const types = [...new Set(links.flatMap(({ linkTo }) => linkTo))];
	for await (const rows of pages) {
		const unknown = [...idsOf(links, rows)].filter((id) => !names.has(id));
		for (let from = 0; from < unknown.length; from += IDS_AT_ONCE) {
			const ids = unknown.slice(from, from + IDS_AT_ONCE);
			const query = withDefaults({
				types,
				filter: idFilter(ids),
				fields: NAME_FIELDS,
			});
			// Asked once, also what cannot be had.
			for (const id of ids) names.set(id, id);
			for await (const found of readPages(session, query)) {
				for (const row of found) names.set(row.id, nameIn(row));
			}
		}
		yield rows;
	}
}
