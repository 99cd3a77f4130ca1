import type { UserRow } from "@xo/store";
import { withFilterErrors } from "../api/filter-errors.ts";
import { type HandlersOf, StreamedResult } from "../api/handlers.ts";
import { requireUser } from "../api/require-user.ts";
import type { OneShotPaths } from "../downloads/one-shot-paths.ts";
import type { AudienceRegistry } from "../feed/audience-registry.ts";
import type { ObjectReader } from "./object-reader.ts";

export function createXoHandlers(dependencies: {
	readonly reader: ObjectReader;
	readonly audiences: AudienceRegistry;
	readonly oneShotPaths: OneShotPaths;
}): HandlersOf<"xo"> {
	const { reader, audiences, oneShotPaths } = dependencies;
	return {
		"xo.getAllObjects": ({ params, caller }) => {
			const own = requireUser(caller);
			const selectionOf = (user: UserRow) => ({
				...params,
				audience: audiences.of(user),
			});
			if (params.ndjson) {
				// Only to refuse a wrong filter now: an offer must hold no objects.
				withFilterErrors(() =>
					reader.select({ ...selectionOf(own), limit: 0 }),
				);
				return oneShotPaths.offerDownload({
					userId: own.id,
					contentType: "application/json",
					chunks: (user) => reader.write(selectionOf(user), "ndjson"),
				});
			}
			return new StreamedResult(
				withFilterErrors(() => reader.write(selectionOf(own), "map")),
			);
		},
	};
}
