import { ApiError } from "@xo/contract";
import type { Store } from "@xo/store";
import type { Caller } from "../api/caller.ts";
import type { HandlersOf } from "../api/handlers.ts";
import type {
	AuthenticationService,
	Credentials,
} from "../auth/authentication-service.ts";
import { toPublicUser } from "../user/public-user.ts";

export function createSessionHandlers(dependencies: {
	readonly store: Store;
	readonly authentication: AuthenticationService;
}): HandlersOf<"session"> {
	const { store, authentication } = dependencies;

	async function signIn(credentials: Credentials, caller: Caller) {
		const { user, token } = await authentication.signIn(
			credentials,
			caller.address,
		);
		sessionOf(caller).bindUser(user.id, token);
		return toPublicUser(user, store);
	}

	return {
		"session.signIn": ({ params, caller }) => {
			const token = caller.session?.cookieToken;
			const isBare = Object.keys(params).length === 0;
			return signIn(isBare && token !== undefined ? { token } : params, caller);
		},
		"session.signInWithPassword": ({ params, caller }) =>
			signIn(params, caller),
		"session.signInWithToken": ({ params, caller }) => signIn(params, caller),
		"session.signOut": ({ caller }) => {
			sessionOf(caller).unbindUser();
		},
		"session.getUser": ({ caller }) => {
			if (caller.user === undefined) {
				throw new ApiError("generic", {
					message: "nobody is signed in on this connection",
				});
			}
			return toPublicUser(caller.user, store);
		},
	};
}

function sessionOf(caller: Caller) {
	if (caller.session === undefined) {
		throw new ApiError("notImplemented", {
			message: "this way in has no session: send credentials with each call",
		});
	}
	return caller.session;
}
