import { z } from "zod";
import { type Inferred, lazily } from "../lazily.ts";

/** Connection to a pool; its password never leaves the server. */
export const serverSchema = lazily(() =>
	z
		.object({
			id: z.string(),
			host: z.string().describe("Address, with port when it is not 443"),
			label: z.string().optional(),
			username: z.string(),
			allowUnauthorized: z
				.boolean()
				.describe("Whether any certificate is accepted"),
			enabled: z.boolean(),
			readOnly: z.boolean(),
			httpProxy: z.string().optional(),
			status: z.enum(["connected", "connecting", "disconnected"]),
			error: z.record(z.string(), z.unknown()).optional(),
			lastConnectedAt: z
				.number()
				.optional()
				.describe("When a session was last opened, in milliseconds"),
			poolId: z.string().optional(),
			master: z.string().optional(),
			poolNameLabel: z.string().optional(),
			poolNameDescription: z.string().optional(),
			poolMembersAddresses: z.array(z.string()).optional(),
		})
		.meta({ id: "XoServer" }),
);
export type XoServer = Inferred<typeof serverSchema>;
