import { ApiError } from "@xo/contract";
import type { FastifyInstance } from "fastify";
import type { AuthenticationService } from "../auth/authentication-service.ts";
import { requireOwnOrigin } from "../http/require-own-origin.ts";
import type { BrowserSessions } from "./browser-sessions.ts";
import type { Pages } from "./pages.ts";

const BODY_LIMIT_BYTES = 16 * 1024;

/** Why the sign-in page is shown again. */
const MESSAGES: Readonly<Record<string, string>> = {
	invalidCredentials:
		"Invalid credentials: check the name, the password and, if you use one, the code.",
	tooManyRequests:
		"Too fast after a failure: wait two seconds, then try again.",
	token: "This sign-in link is no longer valid.",
};

/** Sign-in and sign-out of browsers, by forms. */
export function registerSignIn(
	app: FastifyInstance,
	services: {
		readonly pages: Pages;
		readonly sessions: BrowserSessions;
		readonly authentication: AuthenticationService;
	},
): void {
	const { pages, sessions, authentication } = services;

	app.get<{ Querystring: { token?: unknown; error?: unknown } }>(
		"/signin",
		async (request, reply) => {
			const { token, error } = request.query;
			if (typeof token !== "string") {
				const message = typeof error === "string" ? MESSAGES[error] : undefined;
				return pages.sendSignIn(reply, message);
			}
			try {
				sessions.adopt(token, { request, reply });
			} catch {
				return reply.redirect("/signin?error=token", 303);
			}
			return reply.redirect("/", 303);
		},
	);

	app.post(
		"/signin/local",
		{ bodyLimit: BODY_LIMIT_BYTES },
		async (request, reply) => {
			requireOwnOrigin(request);
			const form = new URLSearchParams(
				typeof request.body === "string" ? request.body : "",
			);
			try {
				const { user } = await authentication.signIn(
					{
						username: form.get("username") ?? undefined,
						password: form.get("password") ?? undefined,
						otp: form.get("otp") || undefined,
					},
					request.ip,
				);
				await sessions.open({
					request,
					reply,
					userId: user.id,
					isRemembered: form.has("remember-me"),
				});
			} catch (error) {
				const kind = error instanceof ApiError ? error.kind : "";
				if (MESSAGES[kind] === undefined) throw error;
				return reply.redirect(`/signin?error=${kind}`, 303);
			}
			return reply.redirect("/", 303);
		},
	);

	app.get("/signout", async (request, reply) => {
		await sessions.close({ request, reply });
		return reply.redirect("/", 302);
	});
}
