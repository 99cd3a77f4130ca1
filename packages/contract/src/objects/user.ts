import { z } from "zod";
import { type Inferred, lazily } from "../lazily.ts";
import { timestampMs } from "./base.ts";

export const userSchema = lazily(() =>
	z
		.object({
			id: z.string(),
			email: z.string().describe("Login"),
			name: z.string().optional().describe("Login, in REST"),
			permission: z.enum(["none", "admin"]),
			groups: z.array(z.string()),
			preferences: z.record(z.string(), z.unknown()),
			authProviders: z
				.record(z.string(), z.string())
				.optional()
				.describe("Provider to the user's id there"),
		})
		.meta({ id: "XoUser" }),
);
export type XoUser = Inferred<typeof userSchema>;

export const groupSchema = lazily(() =>
	z
		.object({
			id: z.string(),
			name: z.string(),
			users: z.array(z.string()),
			provider: z.string().optional().describe("Where it is synchronised from"),
			providerGroupId: z.string().optional(),
			aclRoleIds: z.array(z.string()).optional(),
		})
		.meta({ id: "XoGroup" }),
);
export type XoGroup = Inferred<typeof groupSchema>;

export const tokenSchema = lazily(() =>
	z
		.object({
			id: z.string().describe("The token itself: a secret"),
			user_id: z.string(),
			client: z.object({ id: z.string().optional() }).optional(),
			description: z.string().optional(),
			created_at: timestampMs.optional(),
			expiration: timestampMs,
			last_uses: z
				.record(z.string(), z.object({ timestamp: timestampMs }))
				.optional()
				.describe("Last use by IP address, at most 10"),
		})
		.meta({ id: "XoAuthenticationToken" }),
);
export type XoToken = Inferred<typeof tokenSchema>;
