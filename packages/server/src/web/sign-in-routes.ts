import { ApiError, invalidParameters } from "@xo/contract";
import type { FastifyInstance } from "fastify";
import { z } from "zod";
import {
	type AuthenticationService,
	OTP_REQUIRED,
} from "../auth/authentication-service.ts";
import { requireOwnOrigin } from "../http/require-own-origin.ts";
import type { BrowserSessions } from "./browser-sessions.ts";
import type { Pages } from "./pages.ts";

const BODY_LIMIT_BYTES = 16 * 1024;

const bodySchema = z.strictObject({
	username: z.string().max(1_000),
	password: z.string().max(1_000),
	otp: z.string().max(100).optional(),
	isRemembered: z.boolean().default(false),
});

/** Refusals that people can do something about. */
const TOLD: ReadonlySet<string> = new Set([
	"invalidCredentials",
	"tooManyRequests",
]);

/** Sign-in and sign-out of browsers: by the page, with JSON, which tells of a
 *  missing code; by plain forms, with redirects. */
export function registerSignIn(
	app: FastifyInstance,
	services: {
		readonly pages: Pages;
		readonly sessions: BrowserSessions;
		readonly authentication: AuthenticationService;
	},
): void {
	const { pages, sessions, authentication } = services;

	app.get<{ Querystring: { token?: unknown } }>(
		"/signin",
		async (request, reply) => {
			const { token } = request.query;
			if (typeof token !== "string") return pages.send(request, reply);
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
			const { isForm, isRemembered, ...credentials } = readBody(request.body);
			try {
				const { user } = await authentication.signIn(credentials, request.ip);
				await sessions.open({ request, reply, userId: user.id, isRemembered });
			} catch (error) {
				if (!(error instanceof ApiError) || !TOLD.has(error.kind)) throw error;
				if (isForm) return reply.redirect(`/signin?error=${error.kind}`, 303);
				const kind = error.data === OTP_REQUIRED ? "otpRequired" : error.kind;
				return reply.code(error.status).send({ kind, error: error.message });
			}
			return isForm ? reply.redirect("/", 303) : reply.code(204).send();
		},
	);

	app.get("/signout", async (request, reply) => {
		await sessions.close({ request, reply });
		return reply.redirect("/", 302);
	});
}

function readBody(body: unknown) {
	if (typeof body === "string") {
		const form = new URLSearchParams(body);
		return {
			isForm: true,
			username: form.get("username") ?? undefined,
			password: form.get("password") ?? undefined,
			otp: form.get("otp") || undefined,
			isRemembered: form.has("remember-me"),
		};
	}
	const parsed = bodySchema.safeParse(body);
	if (!parsed.success) throw invalidParameters(z.prettifyError(parsed.error));
	return { isForm: false, ...parsed.data };
}
