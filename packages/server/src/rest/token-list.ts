import { ApiError, noSuchObject } from "@xo/contract";
import type { Store } from "@xo/store";
import { toPublicToken } from "../token/token-service.ts";
import { filtered } from "./filtered.ts";
import { parseListQuery } from "./list-query.ts";
import type { RouteDeclarations } from "./route-table.ts";

/** The caller's tokens; nobody sees those of others. */
export function registerTokenList(
	routes: RouteDeclarations,
	store: Pick<Store, "tokens" | "users">,
): void {
	routes.get<{ id: string }>(
		"/users/:id/authentication_tokens",
		async ({ params, query, caller }) => {
			const list = parseListQuery(query as Record<string, unknown>);
			const isOwn = params.id === caller.user?.id;
			const user = store.users.find(params.id);
			if (user === undefined || !(isOwn || caller.isAdmin)) {
				throw noSuchObject(params.id, "user");
			}
			if (!isOwn) {
				throw new ApiError("forbiddenOperation", {
					message: "forbidden operation: get authentication tokens",
					data: {
						operation: "get authentication tokens",
						reason: "can only see own authentication tokens",
					},
				});
			}
			const tokens = store.tokens.listOfUser(params.id).map(toPublicToken);
			return filtered(tokens, list);
		},
	);
}
