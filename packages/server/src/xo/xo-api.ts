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
			const audience = audiences.of(requireUser(caller));
			const selected = withFilterErrors(() =>
				reader.select({ ...params, audience }),
			);
			if (params.ndjson) {
				return oneShotPaths.offerDownload({
					contentType: "application/json",
					chunks: () => live.write(selected, "ndjson"),
				});
			}
			return new StreamedResult(live.write(selected, "map"));
		},
	};
}
