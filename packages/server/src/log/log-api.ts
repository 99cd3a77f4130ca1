import type { Store } from "@xo/store";
import type { HandlersOf } from "../api/handlers.ts";

/** Entries given at once; older ones stay in the database. */
const MAX_ENTRIES = 10_000;

export function createLogHandlers(dependencies: {
	readonly store: Store;
}): HandlersOf<"log"> {
	const { logs } = dependencies.store;
	return {
		"log.get": async ({ params: { namespace } }) => {
			const rows = await logs.list({ namespace, limit: MAX_ENTRIES });
			return Object.fromEntries(
				rows.map(({ id, level, message, data, at }) => [
					id,
					{ level, message, data, namespace, time: at },
				]),
			);
		},
		"log.delete": ({ params: { id, namespace } }) =>
			logs.delete({ namespace, ids: typeof id === "string" ? [id] : id }),
	};
}
