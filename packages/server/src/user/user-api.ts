import type { Store } from "@xo/store";
import type { HandlersOf } from "../api/handlers.ts";
import { requireUser } from "../api/require-user.ts";
import type { PasswordRule } from "../auth/password-rule.ts";
import { toPublicToken } from "../token/token-service.ts";
import { toPublicUser } from "./public-user.ts";
import type { UserService } from "./user-service.ts";

export function createUserHandlers(dependencies: {
	readonly store: Store;
	readonly users: UserService;
	readonly passwordRule: PasswordRule;
}): HandlersOf<"user"> {
	const { store, users, passwordRule } = dependencies;
	return {
		"user.create": ({ params }) => {
			passwordRule.check(params.password);
			return users.create(params);
		},
		"user.getAll": () =>
			store.users.list().map((user) => toPublicUser(user, store)),
		"user.getAuthenticationTokens": ({ caller }) =>
			store.tokens.listOfUser(requireUser(caller).id).map(toPublicToken),
		"user.set": ({ params: { id, ...changes }, caller }) => {
			if (changes.password !== undefined) passwordRule.check(changes.password);
			return users.set(id, changes, caller);
		},
		"user.changePassword": ({ params, caller }) => {
			passwordRule.check(params.newPassword);
			return users.changePassword(caller, params);
		},
		"user.delete": ({ params, caller }) => users.delete(params.id, caller),
		"user.removeAuthProvider": ({ params }) =>
			users.removeAuthProvider(params.id, params.authProvider),
	};
}
