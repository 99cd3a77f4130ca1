import type { CallParams } from "@xo/client";
import type { LiveQueryParams, LiveRow } from "@xo/contract";
import type { SessionStore } from "../session/session-store.ts";

/** Rows that one query may have in its window. */
const PAGE = 1_000;

interface Stretch {
	readonly from?: number;
	/** The last one; default: of the whole list. */
	readonly to?: number;
}

/** All rows of a query, or a stretch of them, in pages: asked once each, in
 *  the order of the query. An object that moves meanwhile comes once. */
export async function* readPages(
	session: Pick<SessionStore, "call">,
	params: LiveQueryParams,
	{ from = 0, to = Number.POSITIVE_INFINITY }: Stretch = {},
): AsyncGenerator<readonly LiveRow[]> {
	const seen = new Set<string>();
	let before: string | undefined;
	try {
		for (let offset = from; offset <= to; offset += PAGE) {
			const limit = Math.min(PAGE, to - offset + 1);
			const { id, result } = await session.call("query.open", {
				...(params as CallParams<"query.open"> & object),
				window: { offset, limit },
			});
			// The earlier page keeps the order of the list alive until now.
			await close(session, before);
			before = id;
			yield result.rows.filter((row) => !seen.has(row.id));
			for (const row of result.rows) seen.add(row.id);
			if (offset + limit >= result.length) return;
		}
	} finally {
		await close(session, before);
	}
}

async function close(
	session: Pick<SessionStore, "call">,
	id: string | undefined,
): Promise<void> {
	if (id !== undefined) await session.call("query.close", { id });
}
