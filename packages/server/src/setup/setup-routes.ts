import { invalidParameters } from "@xo/contract";
import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { requireOwnOrigin } from "../http/require-own-origin.ts";
import type { BrowserSessions } from "../web/browser-sessions.ts";
import type { SetupService } from "./setup-service.ts";

const BODY_LIMIT_BYTES = 16 * 1024;

const bodySchema = z.strictObject({
	secret: z.string().min(1).max(100),
	email: z.string().trim().max(1000),
	password: z.string().max(1000),
});

/** What the page /setup sends. */
export function registerSetup(
	app: FastifyInstance,
	services: {
		readonly setup: SetupService;
		readonly sessions: BrowserSessions;
	},
): void {
	const { setup, sessions } = services;
	app.post(
		"/setup",
		{ bodyLimit: BODY_LIMIT_BYTES },
		async (request, reply) => {
			requireOwnOrigin(request);
			const body = bodySchema.safeParse(request.body);
			if (!body.success) throw invalidParameters(reasonOf(body.error));
			const { secret, ...administrator } = body.data;
			const userId = await setup.completeWithLink(secret, administrator);
			await sessions.open({ request, reply, userId, isRemembered: false });
			return reply.code(201).send({ next: "/" });
		},
	);
}

function reasonOf({ issues }: z.ZodError): string {
	const unknown = issues.flatMap((issue) =>
		issue.code === "unrecognized_keys" ? issue.keys : [],
	);
	if (unknown.length > 0) return `no such field: ${unknown.join(", ")}`;
	const isWithoutSecret = issues.some(
		({ path: [field] }) => field === "secret" || field === undefined,
	);
	if (isWithoutSecret) {
		return "open the setup link that the server printed when it started (a restart prints a new one)";
	}
	const fields = [...new Set(issues.map(({ path }) => String(path[0])))];
	return `not a usable ${fields.join(" and ")}`;
}
