import { withFilterErrors } from "../api/filter-errors.ts";
import { type HandlersOf, StreamedResult } from "../api/handlers.ts";
import { requireUser } from "../api/require-user.ts";
import type { OneShotPaths } from "../downloads/one-shot-paths.ts";
import type { AudienceRegistry } from "../feed/audience-registry.ts";
import type { LiveObjects } from "../objects/live-objects.ts";
import type { ObjectReader } from "./object-reader.ts";

export function createXoHandlers(dependencies: {
	readonly objects: LiveObjects;
	readonly reader: ObjectReader;
	readonly audiences: AudienceRegistry;
	readonly oneShotPaths: OneShotPaths;
}): HandlersOf<"xo"> {
	const { objects: live, reader, audiences, oneShotPaths } = dependencies;
	return {
		"xo.getAllObjects": ({ params, caller }) => {
			const own = requireUser(caller);
			const select = (user = own, limit = params.limit) =>
				reader.select({ ...params, limit, audience: audiences.of(user) });
			if (params.ndjson) {
				// Only to refuse a wrong filter now: an offer must hold no objects.
				withFilterErrors(() => select(own, 0));
				return oneShotPaths.offerDownload({
					userId: own.id,
					contentType: "application/json",
					chunks: (user) => live.write(select(user), "ndjson"),
				});
			}
			return new StreamedResult(
				live.write(
					withFilterErrors(() => select()),
					"map",
				),
			);
		},
	};
}
