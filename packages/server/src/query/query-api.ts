import { ApiError } from "@xo/contract";
import type { Caller } from "../api/caller.ts";
import { withFilterErrors } from "../api/filter-errors.ts";
import type { HandlersOf } from "../api/handlers.ts";
import { requireUser } from "../api/require-user.ts";
import type { AudienceRegistry } from "../feed/audience-registry.ts";
import { LiveQueryError } from "./query-error.ts";

export function createQueryHandlers(dependencies: {
	readonly audiences: AudienceRegistry;
}): HandlersOf<"query"> {
	const { audiences } = dependencies;
	return {
		"query.open": ({ params, caller }) =>
			withQueryErrors(() =>
				queriesOf(caller).open(params, audiences.of(requireUser(caller))),
			),
		"query.update": ({ params: { id, ...changes }, caller }) =>
			withQueryErrors(() => queriesOf(caller).update(id, changes)),
		"query.close": ({ params, caller }) => {
			queriesOf(caller).close(params.id);
		},
	};
}

function queriesOf({ session }: Caller) {
	if (session === undefined) {
		throw new ApiError("notImplemented", {
			message: "live queries need a WebSocket connection",
		});
	}
	return session.queries;
}

function withQueryErrors<T>(work: () => T): T {
	try {
		return withFilterErrors(work);
	} catch (error) {
		if (!(error instanceof LiveQueryError)) throw error;
		throw new ApiError("tooManyRequests", {
			message: error.message,
			data: error.details,
		});
	}
}
