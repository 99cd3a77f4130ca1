import type { LiveQueryParams } from "@xo/contract";
import { useSessionStore } from "../session/session-context.ts";
import type { SessionStore } from "../session/session-store.ts";
import { findField, type ListType } from "./model.ts";
import { readPages } from "./read-pages.ts";

/** The place in a list of the next row whose name begins so. */
export type FindPlace = (
	text: string,
	from: number,
) => Promise<number | undefined>;

/** Looks through the whole list on the server, in its order, from a place on
 *  and round its end. `key`: the property that is the name. */
export function placeFinder(
	session: Pick<SessionStore, "call">,
	{ key, ...query }: LiveQueryParams & { readonly key: string },
): FindPlace {
	async function hasAny(text: string): Promise<boolean> {
		const { id, result } = await session.call("query.open", {
			types: [...query.types],
			filter: `${query.filter} ${key}:/^${escaped(text)}/i`,
			window: { offset: 0, limit: 0 },
		});
		await session.call("query.close", { id });
		return result.total > 0;
	}
	return async (text, from) => {
		if (!(await hasAny(text))) return undefined;
		const named = { ...query, fields: [key] };
		for (const stretch of [{ from }, { from: 0, to: from - 1 }]) {
			let place = stretch.from;
			for await (const rows of readPages(session, named, stretch)) {
				const found = rows.findIndex((row) =>
					String(row[key] ?? "")
						.toLowerCase()
						.startsWith(text),
				);
				if (found >= 0) return place + found;
				place += rows.length;
			}
		}
		return undefined;
	};
}

/** For tables that show a list ungrouped; nothing where rows have no name of
 *  their own. */
export function useFindPlace(
	list: ListType,
	query: LiveQueryParams,
): FindPlace | undefined {
	const session = useSessionStore();
	const [key = ""] = list.columns;
	if (findField(list, key)?.kind !== "text") return undefined;
	return placeFinder(session, { ...query, key });
}

function escaped(text: string): string {
	return text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
}
