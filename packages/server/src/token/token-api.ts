import { ApiError, invalidParameters } from "@xo/contract";
import { compilePattern } from "@xo/filter";
import type { Store, TokenRow } from "@xo/store";
import type { HandlersOf } from "../api/handlers.ts";
import { requireUser } from "../api/require-user.ts";
import { hashToken } from "../auth/token-secret.ts";
import { type TokenService, toPublicToken } from "./token-service.ts";

interface Selection {
	readonly tokens?: readonly string[] | undefined;
	readonly pattern?: Readonly<Record<string, unknown>> | undefined;
}

function matcherOf({ tokens, pattern }: Selection) {
	if (tokens !== undefined) {
		const ids = new Set([...tokens, ...tokens.map(hashToken)]);
		return (row: TokenRow) => ids.has(row.id);
	}
	if (pattern !== undefined) {
		const matches = compilePattern(pattern);
		return (row: TokenRow) => matches(toPublicToken(row));
	}
	throw invalidParameters(
		'say which tokens: "tokens" (secrets or ids) or "pattern" (properties that they have)',
	);
}

export function createTokenHandlers(dependencies: {
	readonly store: Store;
	readonly tokens: TokenService;
}): HandlersOf<"token"> {
	const { store, tokens } = dependencies;
	return {
		"token.create": async ({ params, caller }) => {
			const userId = requireUser(caller).id;
			return (await tokens.create({ ...params, userId })).secret;
		},
		"token.createRecord": async ({ params, caller }) => {
			const userId = requireUser(caller).id;
			if (params.userId !== undefined && params.userId !== userId) {
				throw new ApiError("forbiddenOperation", {
					message: "forbidden operation: create authentication token",
					data: {
						operation: "create authentication token",
						reason: "can only create own authentication tokens",
					},
				});
			}
			const { secret, row } = await tokens.create({ ...params, userId });
			return { ...toPublicToken(row), id: secret };
		},
		"token.set": ({ params: { id, description }, caller }) =>
			tokens.describeOwn(requireUser(caller).id, id, description ?? undefined),
		"token.deleteOwn": ({ params, caller }) =>
			tokens.delete(
				store.tokens.listOfUser(requireUser(caller).id),
				matcherOf(params),
			),
		"token.delete": ({ params }) =>
			tokens.delete(store.tokens.list(), matcherOf(params)),
	};
}
